import { CommandError } from "../exit-code.ts";
import { type FoundFile, findFilesTogether } from "../find-files.ts";
import { openPipe } from "../read-file.ts";
import { sizeOf } from "../size-of.ts";
import { Pile } from "./pile.ts";
import { mostWhole } from "./stream-format.ts";
import { beginningOfFile, isStream, stepsOfStream } from "./stream-steps.ts";
import type { FilesWork, InputsWork, Position, Step } from "./work.ts";

/** Most small files that are one work: few enough to be told of soon, and to hear Ctrl+C between them. */
const mostTogether = 32;

/** How a run is taken apart. */
export interface WorksOptions {
  /** Where a run that was interrupted is to go on. */
  readonly from: Position | undefined;
  /** Whether a run may be interrupted and go on, so that it has to know the inputs again. */
  readonly marks: boolean;
}

/**
 * Takes what paths stand for apart into works, in their order: small files several together, standard input, NDJSON and
 * large lists in JSON in blocks. Nothing is read before it is asked for.
 * @throws {CommandError} when a run can't go on, since its inputs are not what they were
 */
export async function* worksOf(paths: readonly string[], { from, marks }: WorksOptions): AsyncGenerator<Step> {
  let files = 0;
  const pile = new Pile();
  const ofPile = (): Step[] => {
    const work = pile.take();
    return work === undefined ? [] : [stepOf(work, files, work.files.at(-1)?.file)];
  };
  for await (const several of findFilesTogether(paths)) {
    for (const found of several) {
      if (from !== undefined && files < from.files) {
        files++;
        if (files === from.files && from.offset === 0) sameFile(from, found);
        continue;
      }
      const { file } = found;
      const goesOn = from !== undefined && from.offset > 0 && files === from.files ? from : undefined;
      if (goesOn !== undefined) {
        sameFile(goesOn, found);
        if ("problem" in found) throw notTheSame(goesOn);
      }
      const isSmall = goesOn === undefined && !("problem" in found) && mayBeSmall(file);
      let isOnPile = isSmall && pile.add(file);
      if (!isOnPile && pile.length > 0) {
        yield* ofPile();
        isOnPile = isSmall && pile.add(file);
      }
      if (!isOnPile && !("problem" in found) && (goesOn !== undefined || isStream(file, sizeOf(file), mostWhole)))
        yield* stepsOfStream(file, { files, goesOn, marks });
      else if (!isOnPile) yield stepOf({ kind: "inputs", inputs: [found] }, files + 1, file);
      files++;
      if (pile.length >= mostTogether) yield* ofPile();
    }
  }
  yield* ofPile();
  if (from !== undefined && (files < from.files || (files === from.files && from.offset > 0))) throw notTheSame(from);
}

/** Whether a file is read at once, unless it turns out to be large. */
function mayBeSmall(file: string): boolean {
  return !isStream(file, 0, mostWhole) && !openPipe.test(file);
}

function stepOf(work: InputsWork | FilesWork, files: number, file = ""): Step {
  const size =
    work.kind === "files" ? work.bytes.length : work.inputs.reduce((sum, { file }) => sum + (sizeOf(file) ?? 0), 0);
  return { work, end: { ...beginningOfFile, files, file }, size };
}

function sameFile(from: Position, { file }: FoundFile): void {
  if (file !== from.file) throw notTheSame(from);
}

function notTheSame({ file }: Position): CommandError {
  return new CommandError(
    `the inputs are not those of the checkpoint, which ends at ${file}; delete the checkpoint to start over.`,
  );
}

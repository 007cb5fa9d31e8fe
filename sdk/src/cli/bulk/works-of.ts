import { CommandError } from "../exit-code.ts";
import { type FoundFile, findFiles } from "../find-files.ts";
import { sizeOf } from "../size-of.ts";
import { pieceLength } from "./memory.ts";
import { mostWhole } from "./stream-format.ts";
import { beginningOfFile, isStream, stepsOfStream } from "./stream-steps.ts";
import type { Position, Step } from "./work.ts";

/** How a run is taken apart. */
export interface WorksOptions {
  /** Where a run that was interrupted is to go on. */
  readonly from: Position | undefined;
  /** Whether a run may be interrupted and go on, so that it has to know the inputs again. */
  readonly marks: boolean;
  /** Most small files that are one work. */
  readonly together: () => number;
}

/**
 * Takes what paths stand for apart into works, in their order: small files by themselves or several together, standard
 * input, NDJSON and large lists in JSON in blocks. Nothing is read before it is asked for.
 * @throws {CommandError} when a run can't go on, since its inputs are not what they were
 */
export async function* worksOf(paths: readonly string[], options: WorksOptions): AsyncGenerator<Step> {
  const { from, marks, together } = options;
  let files = 0;
  let inputs: FoundFile[] = [];
  let size = 0;
  for await (const found of findFiles(paths)) {
    if (from !== undefined && files < from.files) {
      files++;
      if (files === from.files && from.offset === 0) sameFile(from, found);
      continue;
    }
    const goesOn = from !== undefined && from.offset > 0 && files === from.files ? from : undefined;
    if (goesOn !== undefined) sameFile(goesOn, found);
    const bytes = "problem" in found ? 0 : sizeOf(found.file);
    const stream = "problem" in found || !isStream(found.file, bytes, mostWhole) ? undefined : found.file;
    if (stream === undefined) {
      inputs.push(found);
      files++;
      size += bytes ?? 0;
      if (inputs.length < together() && size < pieceLength) continue;
    }
    if (inputs.length > 0) yield stepOf(inputs, files, size);
    inputs = [];
    size = 0;
    if (stream === undefined) continue;
    yield* stepsOfStream(stream, { files, goesOn, marks });
    files++;
  }
  if (inputs.length > 0) yield stepOf(inputs, files, size);
  if (from !== undefined && (files < from.files || (files === from.files && from.offset > 0))) throw notTheSame(from);
}

function stepOf(inputs: readonly FoundFile[], files: number, size: number): Step {
  const file = inputs.at(-1)?.file ?? "";
  return { work: { kind: "inputs", inputs }, end: { ...beginningOfFile, files, file }, size };
}

function sameFile(from: Position, { file }: FoundFile): void {
  if (file !== from.file) throw notTheSame(from);
}

function notTheSame({ file }: Position): CommandError {
  return new CommandError(
    `the inputs are not those of the checkpoint, which ends at ${file}; delete the checkpoint to start over.`,
  );
}

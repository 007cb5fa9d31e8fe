import { CommandError } from "../exit-code.ts";
import { findFiles } from "../find-files.ts";
import { isSameFile, mustNotBeRead, rememberRead } from "../read-so-far.ts";
import { temporaryOf } from "./checkpoint.ts";

/** The files a check of several steps writes while it still reads. */
export interface Written {
  readonly output: string | undefined;
  readonly checkpoint: string | undefined;
}

/**
 * Makes sure, before anything is written, that neither report nor checkpoint is an input of the check or the other one.
 * @param paths those that are checked
 * @throws {CommandError} when one is
 */
export async function refuseInputs(paths: readonly string[], { output, checkpoint }: Written): Promise<void> {
  for await (const { file } of findFiles(paths)) rememberRead(file === "-" ? 0 : file);
  if (output !== undefined) mustNotBeRead(output, "--output");
  if (checkpoint === undefined) return;
  for (const path of [checkpoint, temporaryOf(checkpoint)]) {
    mustNotBeRead(path, "--checkpoint");
    if (output !== undefined && isSameFile(output, path))
      throw new CommandError(
        `--output is ${output}, which --checkpoint ${checkpoint} writes; give each a file of its own. Nothing was written.`,
      );
  }
}

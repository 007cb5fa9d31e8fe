import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { CommandError, UNREADABLE } from "../exit-code.ts";
import { reasonOf } from "../reason-of.ts";

/** A report that is written as it is made, and can be gone on with after an interruption. */
export interface ResumableOutput {
  write(text: string): void;
  /** Bytes written so far. */
  length(): number;
  close(): void;
}

/**
 * Opens the file of a report that is to be `length` bytes long; what it holds beyond is dropped.
 * @throws {CommandError} when it can't be written, or is shorter
 */
export function openResumable(path: string, length: number): ResumableOutput {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
      const reason = isMissing && length === 0 ? "its folder is not there" : reasonOf(error);
      throw new CommandError(`${path} can't be written: ${reason}.`, UNREADABLE);
    }
  };
  const file = attempt(() => openSync(path, length === 0 ? "w" : "r+"));
  attempt(() => {
    const status = fstatSync(file);
    if (!status.isFile()) throw new CommandError("--checkpoint needs an --output that is a file.");
    if (status.size < length)
      throw new CommandError(
        `${path} is shorter than it was when the checkpoint was written; delete the checkpoint to start over.`,
        UNREADABLE,
      );
    ftruncateSync(file, length);
  });
  let written = length;
  return {
    write: (text) => {
      let rest = Buffer.from(text);
      while (rest.length > 0) {
        const count = attempt(() => writeSync(file, rest, 0, rest.length, written));
        written += count;
        rest = rest.subarray(count);
      }
    },
    length: () => written,
    close: () => closeSync(file),
  };
}

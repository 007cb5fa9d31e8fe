import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { CommandError, UNREADABLE } from "../exit-code.ts";
import { reasonOf } from "../reason-of.ts";

/** A report that is written as it is made, and can be gone on with after an interruption. */
export interface ResumableOutput {
  write(text: string | Uint8Array): void;
  /** Bytes written so far. */
  length(): number;
  close(): void;
}

/**
 * Opens the file of a report that is to be `length` bytes long; what it holds beyond is dropped. A report that begins
 * takes the place of nothing but an older one: the context or the rules that a PCCO names may be read only later.
 * @throws {CommandError} when it can't be written, is gone, is shorter, or holds something else
 */
export function openResumable(path: string, length: number): ResumableOutput {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (isMissing && length > 0)
        throw new CommandError(
          `the report ${path} that the checkpoint goes with is gone; delete the checkpoint to start over.`,
        );
      const reason = isMissing ? "its folder is not there" : reasonOf(error);
      throw new CommandError(`${path} can't be written: ${reason}.`, UNREADABLE);
    }
  };
  const file = attempt(() => openSync(path, length === 0 ? constants.O_RDWR | constants.O_CREAT : "r+"));
  attempt(() => {
    const status = fstatSync(file);
    if (!status.isFile()) throw new CommandError("--checkpoint needs an --output that is a file.");
    if (status.size < length)
      throw new CommandError(
        `${path} is shorter than it was when the checkpoint was written; delete the checkpoint to start over.`,
        UNREADABLE,
      );
    if (!isReport(file))
      throw new CommandError(
        `--output names ${path}, which is there and is no report in NDJSON; name another file, or delete it. Nothing was written.`,
      );
    ftruncateSync(file, length);
  });
  let written = length;
  return {
    write: (text) => {
      let rest: Uint8Array = typeof text === "string" ? Buffer.from(text) : text;
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

/** What every line of a report begins with. */
const beginning = Buffer.from('{"file":');

/** Whether a file holds a report, the beginning of one, or nothing. */
function isReport(file: number): boolean {
  const bytes = Buffer.alloc(beginning.length);
  const count = readSync(file, bytes, 0, bytes.length, 0);
  return bytes.subarray(0, count).equals(beginning.subarray(0, count));
}

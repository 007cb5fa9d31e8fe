import { randomUUID } from "node:crypto";
import { type FileHandle, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { reasonOf } from "./reason-of.ts";

/** A file that takes the place of another once it is whole. */
export interface Replacement {
  write(content: string | Uint8Array): Promise<void>;
  /**
   * Puts it in place.
   * @param expected bytes that the file before must still have
   */
  finish(expected?: Uint8Array): Promise<void>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}

/**
 * Replaces a file in one step: whatever happens, it holds the old text or the new one, never a part of either. A link is
 * followed, and the file's permissions stay.
 * @param expected bytes the file must still have; without it the file may be new
 * @throws {CommandError} when the file has changed meanwhile or can't be written
 */
export async function replaceFile(path: string, content: string | Uint8Array, expected?: Uint8Array): Promise<void> {
  const replacement = await beginReplacement(path);
  await replacement.write(content);
  await replacement.finish(expected);
}

/**
 * Begins to replace a file, as `replaceFile` does, piece by piece. When a piece can't be written nothing is left behind.
 * @throws {CommandError} when it can't be written, as its methods do
 */
export async function beginReplacement(path: string): Promise<Replacement> {
  const target = await realpath(path).catch(() => path);
  const known = await stat(path).catch(() => undefined);
  // A pipe, or a device such as /dev/null: there is nothing to replace.
  const isStream = known !== undefined && !known.isFile();
  const temporary = isStream ? undefined : join(dirname(target), `.erp-rules.${randomUUID()}.tmp`);
  let file: FileHandle | undefined;
  const abandon = async (): Promise<void> => {
    await file?.close().catch(() => {});
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => {});
  };
  const attempt = async (work: () => Promise<void>, isThere: boolean): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await abandon();
      if (error instanceof CommandError) throw error;
      const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
      const reason = isMissing && !isThere ? "its folder is not there" : reasonOf(error);
      throw new CommandError(`${path} can't be written: ${reason}.`, UNREADABLE);
    }
  };
  await attempt(async () => {
    file = temporary === undefined ? await open(path, "w") : await open(temporary, "wx", known?.mode ?? 0o666);
  }, false);
  return {
    write: (content) => attempt(async () => file?.writeFile(content), false),
    finish: (expected) =>
      attempt(async () => {
        if (temporary !== undefined && known !== undefined) {
          // The owner first: changing it can take permissions away. Only an administrator may.
          await file?.chown(known.uid, known.gid).catch(() => {});
          await file?.chmod(known.mode);
        }
        if (temporary !== undefined) await file?.sync();
        await file?.close();
        file = undefined;
        if (temporary === undefined) return;
        if (expected !== undefined && !Buffer.from(expected).equals(await readFile(target)))
          throw new CommandError(
            `${path} was changed by someone else meanwhile; it is left as it is. Run the command again.`,
            UNREADABLE,
          );
        await rename(temporary, target);
      }, expected !== undefined),
    abandon,
  };
}

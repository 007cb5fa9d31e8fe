import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError, UNREADABLE } from "./exit-code.ts";

/**
 * Replaces a file in one step: whatever happens, it holds the old text or the new one, never a part of either. A link is
 * followed, and the file's permissions stay.
 * @param expected bytes the file must still have; without it the file may be new
 * @throws {CommandError} when the file has changed meanwhile or can't be written
 */
export async function replaceFile(path: string, content: string | Uint8Array, expected?: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const mode = await stat(target).then((known) => known.mode, () => undefined);
    const file = await open(temporary, "wx", mode ?? 0o666);
    try {
      await file.writeFile(content);
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (expected !== undefined && !Buffer.from(expected).equals(await readFile(target))) {
      throw new CommandError(`${path} was changed by someone else meanwhile; it is left as it is. Run the command again.`, UNREADABLE);
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} can't be written (${reasonOf(error)}); it is left as it was.`, UNREADABLE);
  }
}

/** Why a file operation failed, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "you may not read or write it",
    EPERM: "you may not read or write it",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ELOOP: "its links lead in a circle",
    EMFILE: "too many files are open",
    ENOSPC: "the disk is full",
    EROFS: "the disk can only be read",
    ENAMETOOLONG: "the name is too long",
    ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB",
  };
  return words[code] ?? (code === "" ? String(error) : code);
}

import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { reasonOf } from "./reason-of.ts";

/**
 * Replaces a file in one step: whatever happens, it holds the old text or the new one, never a part of either. A link is
 * followed, and the file's permissions stay.
 * @param expected bytes the file must still have; without it the file may be new
 * @throws {CommandError} when the file has changed meanwhile or can't be written
 */
export async function replaceFile(path: string, content: string | Uint8Array, expected?: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const mode = await stat(target).then(
      (known) => known.mode,
      () => undefined,
    );
    const file = await open(temporary, "wx", mode ?? 0o666);
    try {
      await file.writeFile(content);
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (expected !== undefined && !Buffer.from(expected).equals(await readFile(target))) {
      throw new CommandError(
        `${path} was changed by someone else meanwhile; it is left as it is. Run the command again.`,
        UNREADABLE,
      );
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} can't be written (${reasonOf(error)}); it is left as it was.`, UNREADABLE);
  }
}

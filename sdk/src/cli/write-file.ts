import { randomUUID } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
  const temporary = join(dirname(target), `.erp-rules.${randomUUID()}.tmp`);
  try {
    const known = await stat(path).catch(() => undefined);
    if (known !== undefined && !known.isFile()) {
      // A pipe, or a device such as /dev/null: there is nothing to replace.
      await writeFile(path, content);
      return;
    }
    const file = await open(temporary, "wx", known?.mode ?? 0o666);
    try {
      await file.writeFile(content);
      if (known !== undefined) {
        // The owner first: changing it can take permissions away. Only an administrator may.
        await file.chown(known.uid, known.gid).catch(() => {});
        await file.chmod(known.mode);
      }
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
    await rm(temporary, { force: true }).catch(() => {});
    if (error instanceof CommandError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = isMissing && expected === undefined ? "its folder is not there" : reasonOf(error);
    throw new CommandError(`${path} can't be written: ${reason}.`, UNREADABLE);
  }
}

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { CommandError } from "../exit-code.ts";

/** Files and the SHA-256 of what they hold; empty for one that is no file. */
export type NotedFiles = Readonly<Record<string, string>>;

/** So many are kept that came first, whoever shares them, and as many that came last, for the folder in hand. */
const most = 500;

/** Notes what files hold when they are first told of. */
export interface FileNotes {
  add(paths: readonly string[]): void;
  noted(): NotedFiles;
}

/** @param before what was noted already */
export function createFileNotes(before: NotedFiles): FileNotes {
  const notes = new Map(Object.entries(before));
  return {
    add: (paths) => {
      for (const path of paths) {
        if (notes.has(path)) continue;
        notes.set(path, hashOf(path));
        if (notes.size <= 2 * most) continue;
        const oldest = [...notes.keys()][most];
        if (oldest !== undefined) notes.delete(oldest);
      }
    },
    noted: () => Object.fromEntries(notes),
  };
}

/**
 * Makes sure that files hold what was noted of them.
 * @throws {CommandError} when one does not
 */
export function mustHoldTheSame(noted: NotedFiles): void {
  for (const [path, hash] of Object.entries(noted))
    if (hashOf(path) !== hash)
      throw new CommandError(
        `${path}, by which PCCOs were judged, is not what it was then; delete the checkpoint to start over.`,
      );
}

function hashOf(path: string): string {
  try {
    return statSync(path).isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
  } catch {
    return "";
  }
}

import { parseText } from "../document/parse.ts";
import { toPointer } from "../document/pointer.ts";
import { isObject } from "../document/value.ts";
import { EXPECTED } from "../document/words.ts";
import type { RuleFileSource, RuleProblem } from "./rule-file.ts";

const shape = "a lock file gives the hash of each published rule file, by its name";

/**
 * Compares rule files with the hashes in a lock file. A published version never changes; what is not in the lock file
 * is not published yet.
 * @param lock text of `lock.yaml`: a mapping from file name to SHA-256
 * @returns the published files that have changed, or why the lock file can't be read
 */
export function verifyLock(files: readonly RuleFileSource[], lock: string): readonly RuleProblem[] {
  const isEmpty = lock.replace(/^#.*$/gm, "").trim() === "";
  const documents = isEmpty ? [] : parseText(lock, { format: "yaml" }).documents;
  const [document, second] = documents;
  const hashes = isObject(document?.value) ? document.value : {};
  const told = { file: "lock.yaml", path: "" };
  const faults = documents.flatMap(({ problems }) => problems);
  if (faults.length > 0)
    return faults.map(({ message, range }) => ({ ...told, range, message: message.replace(EXPECTED, shape) }));
  if (second !== undefined) {
    const range = second.valueRange([]);
    const message = `${shape}, all in one mapping, but here a second document begins. Take away the line of three dashes before it.`;
    return [{ ...told, message, ...(range === undefined ? {} : { range }) }];
  }
  return files.flatMap((source) => {
    const { file, sha256, content } = source;
    if (!Object.hasOwn(hashes, file) || hashes[file] === sha256) return [];
    const range = source.rangeOf("/version");
    const message = `version ${content.version} of ${content.ruleSet} is published and must not change. Undo the change, or save it as a new file with a higher version.`;
    return [{ file, path: "/version", message, ...(range === undefined ? {} : { range }) }];
  });
}

/**
 * Finds the published rule files that are no longer there. What a lock file has that is no hash says nothing.
 * @param lock text of `lock.yaml`, which can be read: `verifyLock` tells why one can't
 * @param isThere whether a rule file is there, by the name that the lock file has for it
 */
export function takenAway(lock: string, isThere: (file: string) => boolean): readonly RuleProblem[] {
  const [document] = parseText(lock, { format: "yaml" }).documents;
  const hashes = isObject(document?.value) ? document.value : {};
  const gone = Object.keys(hashes).filter((file) => isLocked(file, hashes[file]) && !isThere(file));
  return gone.map((file) => {
    const range = document?.keyRange([file]);
    const message = `${file} is published and must stay, but it is not there. Bring it back as it was; PCCOs may name its version.`;
    return { file: "lock.yaml", path: toPointer([file]), message, ...(range === undefined ? {} : { range }) };
  });
}

/** Whether an entry of a lock file is one of ours: a rule file with its SHA-256. */
export function isLocked(file: string, hash: unknown): boolean {
  return /\.ya?ml$/i.test(file) && typeof hash === "string" && /^[0-9a-f]{64}$/i.test(hash);
}

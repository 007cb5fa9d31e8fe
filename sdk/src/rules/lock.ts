import { parseText } from "../document/parse.ts";
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

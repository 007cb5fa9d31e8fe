import { parseText } from "../document/parse.ts";
import { isObject } from "../document/value.ts";
import type { RuleFileSource, RuleProblem } from "./rule-file.ts";

/**
 * Compares rule files with the hashes in a lock file. A published version never changes; what is not in the lock file
 * is not published yet.
 * @param lock text of `lock.yaml`: a mapping from file name to SHA-256
 */
export function verifyLock(files: readonly RuleFileSource[], lock: string): readonly RuleProblem[] {
  const [document] = parseText(lock, { format: "yaml" }).documents;
  const hashes = isObject(document?.value) ? document.value : {};
  return files.flatMap((source) => {
    const { file, sha256, content } = source;
    const published = hashes[file];
    if (published === undefined || published === sha256) return [];
    const range = source.rangeOf("/version");
    const message = `version ${content.version} of ${content.ruleSet} is published and must not change. Undo the change, or save it as a new file with a higher version.`;
    return [{ file, path: "/version", message, ...(range === undefined ? {} : { range }) }];
  });
}

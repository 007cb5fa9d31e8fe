import type { Fix } from "@erp-export-rules/sdk";
import { isRuleSetError, type Library, nearestWord } from "@erp-export-rules/sdk/authoring";

/** What `$rules` may have meant: the rule set of the nearest name, in the version it asks for or else the newest. */
export function pinFixes(pin: unknown, library: Library): readonly Fix[] {
  if (typeof pin !== "string") return [];
  const at = pin.lastIndexOf("@");
  const [id, range] = at > 0 ? [pin.slice(0, at).trim(), pin.slice(at)] : [pin.trim(), ""];
  const ids = new Set(library.files.map(({ content }) => content.ruleSet));
  const near = ids.has(id) ? id : nearestWord(id, ids);
  if (near === undefined) return [];
  const meant = [`${near}${range}`, near].find((each) => each !== pin && find(library, each) !== undefined);
  if (meant === undefined) return [];
  const reference = meant === near && range !== "" ? `${near}@${find(library, near)}` : meant;
  return [{ title: `Pin ${reference}`, kind: "choice", edits: [{ op: "replace", path: "/$rules", value: reference }] }];
}

/** The version that a reference stands for, if any. */
function find(library: Library, reference: string): string | undefined {
  try {
    return library.find(reference).content.version;
  } catch (error) {
    if (isRuleSetError(error)) return undefined;
    throw error;
  }
}

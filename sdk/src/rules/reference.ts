import { compareVersions, parseRange, parseVersion } from "./version-range.ts";

/** Which rule set is meant, and which of its versions will do. */
export interface Reference {
  readonly id: string;
  /** A semantic version or range such as `1.0.0`, `1`, `^1.1`; `*` for any. */
  readonly range: string;
}

/** Reads `spectrum/pcco@1`; without `@` any version will do. A range that can't be understood is kept as it is and matches nothing. */
export function parseReference(text: string): Reference {
  const at = text.lastIndexOf("@");
  if (at <= 0) return { id: text.trim(), range: "*" };
  const range = text.slice(at + 1).trim();
  return { id: text.slice(0, at).trim(), range };
}

/** Whether a range can be understood. */
export function isRange(range: string): boolean {
  return parseRange(range) !== undefined;
}

/** The highest of some versions within a range; `undefined` when none is. */
export function highestVersion(versions: readonly string[], range: string): string | undefined {
  const isIn = parseRange(range);
  const fitting = versions
    .flatMap((text) => {
      const version = parseVersion(text);
      return version !== undefined && isIn?.(version) ? [{ text, version }] : [];
    })
    .sort((a, b) => compareVersions(a.version, b.version));
  return fitting.at(-1)?.text;
}

/** Whether a reference can mean a version of a rule set. */
export function isMeantBy(reference: string, ruleSet: string, version: string): boolean {
  const { id, range } = parseReference(reference);
  return id === ruleSet && highestVersion([version], range) !== undefined;
}

/** Whether one effective day is before another; days are written `YYYY-MM-DD` and so compare as text. */
export function isEarlier(day: string, other: string): boolean {
  return day < other;
}

import { keywords } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import { scalarText } from "./scalar-text.ts";

/** The kinds of names that rule files, rule tests and PCCOs speak of. */
export type NameKind =
  | "rule"
  | "field"
  | "feature"
  | "role"
  | "state"
  | "event"
  | "source"
  | "input"
  | "keyword"
  | "ruleSet"
  | "document"
  | "context"
  | "actor";

/** What kind of name stands at a place. */
export interface NamePlace {
  readonly kind: NameKind;
  /** Whether the name is given its meaning here; elsewhere it is used. */
  readonly isDefinition: boolean;
  /** Of an input: the event it is entered for. */
  readonly scope?: string;
  /** What stands before the name in the same word. */
  readonly behind?: string;
}

/** A kind of file, by the names that stand in it. */
export type NamesOf = (path: Path, part: "key" | "value", value: unknown) => NamePlace | undefined;

/** A place by the pattern of its path: `*` stands for a key, `#` for a position in a list. */
export type Row = readonly [pattern: string, part: "key" | "value", kind: NameKind, isDefinition?: "definition"];

const inRules: readonly Row[] = [
  ["extends", "value", "ruleSet"],
  ["sources/*", "key", "source", "definition"],
  ["features/*", "key", "feature", "definition"],
  ["features/*/source", "value", "source"],
  ["fields/*", "key", "field", "definition"],
  ["fields/*/shownAt", "value", "field"],
  ["fields/*/otherwise/field", "value", "field"],
  ["fields/*/otherwise/matching/*", "value", "field"],
  ["rules/*", "key", "rule", "definition"],
  ["rules/*/field", "value", "field"],
  ["rules/*/fields/#", "value", "field"],
  ["rules/*/feature", "value", "feature"],
  ["rules/*/source", "value", "source"],
  ["overrides/*", "key", "rule"],
  ["roles/*", "key", "role", "definition"],
  ["roles/*/source", "value", "source"],
  ["states/*", "key", "state", "definition"],
  ["lifecycle/*", "key", "event", "definition"],
  ["lifecycle/*/from/#", "value", "state"],
  ["lifecycle/*/from/#/state", "value", "state"],
  ["lifecycle/*/from/#/after", "value", "event"],
  ["lifecycle/*/to", "value", "state"],
  ["lifecycle/*/role", "value", "role"],
  ["lifecycle/*/role/#", "value", "role"],
  ["lifecycle/*/input/*", "key", "input", "definition"],
  ["lifecycle/*/set/*", "key", "field"],
  ["lifecycle/*/set/*/input", "value", "input"],
  ["lifecycle/*/source", "value", "source"],
];

/** What stands beside or under a check keyword. */
const inSettings: readonly Row[] = [
  ["equals/field", "value", "field"],
  ["refersTo", "value", "field"],
  ["sumEquals/#", "value", "field"],
  ["notBefore", "value", "field"],
];

const inConditions: readonly Row[] = [...inSettings, ["field", "value", "field"], ["feature", "value", "feature"]];

/** What stands in a PCCO, wherever that stands. */
export const inPccos: readonly Row[] = [
  ["erp/status", "value", "state"],
  ["erp/last_event", "value", "event"],
  ["erp/history/#/event", "value", "event"],
  ["erp/history/#/from", "value", "state"],
  ["erp/history/#/to", "value", "state"],
];

const inSamples: readonly Row[] = [
  ["$rules", "value", "ruleSet"],
  ["$expect/#", "value", "rule"],
  ["$expect/broken/#", "value", "rule"],
  ["$expect/unknown/#", "value", "rule"],
  ["$expect/event", "value", "event"],
  ["$expect/events/*", "key", "event"],
  ["$expect/events/*", "value", "state"],
  ["$context/erp/features/*", "key", "feature"],
  ...inPccos,
];

const keywordNames = new Set<string>(keywords.map(({ name }) => name));

/** The names of a rule file. */
export const namesOfRules: NamesOf = (path, part, value) => {
  const inside = conditionAt(path);
  const found = inside === undefined ? matching(inRules, path, part) : matching(inConditions, inside, part);
  const settings = inside ?? (isRule(path) ? path.slice(2) : undefined);
  if (settings !== undefined && part === "key" && settings.length === 1 && keywordNames.has(String(settings[0])))
    return { kind: "keyword", isDefinition: false };
  const place = found ?? (settings === undefined ? undefined : matching(inSettings, settings, part));
  if (place === undefined) return undefined;
  // A day written out is no name.
  if (path.at(-1) === "notBefore" && /^\d/.test(scalarText(value) ?? "")) return undefined;
  if (place.kind === "input") return { ...place, scope: String(path[1]) };
  // A toggle that is only set is defined in the rule set below.
  if (place.kind === "feature" && part === "key" && typeof value === "string") return { ...place, isDefinition: false };
  return place;
};

/** The names of a PCCO. */
export const namesOfPcco: NamesOf = (path, part) => matching(inSamples, path, part);

/** Whether a path leads into a rule, or a change of one. */
function isRule([section]: Path): boolean {
  return section === "rules" || section === "overrides";
}

/** The part of a path that lies inside of a condition; `undefined` outside of all. */
export function conditionAt(path: Path): Path | undefined {
  const [section, , key] = path;
  let start = 0;
  if (section === "rules" && key === "when") start = 3;
  else if ((section === "features" || section === "roles") && key === "where") start = 3;
  else if (section === "lifecycle" && key === "guards" && path[4] === "when") start = 5;
  if (start === 0 || path.length < start) return undefined;
  let inside = path.slice(start);
  for (;;) {
    if (inside[0] === "not") inside = inside.slice(1);
    else if ((inside[0] === "all" || inside[0] === "any") && typeof inside[1] === "number") inside = inside.slice(2);
    else return inside;
  }
}

/** The place of a path among rows. */
export function matching(rows: readonly Row[], path: Path, part: "key" | "value"): NamePlace | undefined {
  const row = rows.find(([pattern, where]) => where === part && fits(pattern.split("/"), path));
  return row && { kind: row[2], isDefinition: row[3] !== undefined };
}

function fits(pattern: readonly string[], path: Path): boolean {
  if (pattern.length !== path.length) return false;
  return pattern.every((step, at) => {
    const own = path[at];
    return step === "*" ? typeof own === "string" : step === "#" ? typeof own === "number" : step === own;
  });
}

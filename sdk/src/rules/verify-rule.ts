import { parsePath } from "../context/field-path.ts";
import { didYouMean } from "../context/suggest.ts";
import type { CheckKeywords, Condition, Field, Rule } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { Keyword } from "../keywords/keyword.ts";
import { placeholders } from "../keywords/message.ts";
import { either, show } from "../keywords/show.ts";
import { known, knownAre } from "./known.ts";
import type { ResolvedRuleSet } from "./resolve.ts";
import type { Problems } from "./rule-file.ts";

/** Keywords that compare lines with each other. */
const linesTogether = new Set<string>(["distinct", "distinctOrSame", "same"]);

/** Those that look at one field only. */
const oneField = new Set<string>(["distinctOrSame", "same"]);

/** Checks one rule: its subject, its one keyword, its condition, its message and its source. */
export function verifyRule(path: string, rule: Rule, set: ResolvedRuleSet, problems: Problems): void {
  known(`${path}/source`, "source", rule.source, set.sources, problems);
  const subjects = (["field", "fields", "feature"] as const).filter((key) => rule[key] !== undefined);
  if (subjects.length !== 1) {
    problems.add(
      path,
      `a rule needs exactly one of "field", "fields" and "feature"; found ${subjects.join(" and ") || "none"}`,
    );
    return;
  }
  const names = rule.fields ?? (rule.field === undefined ? [] : [rule.field]);
  names.forEach((name, index) => {
    known(rule.fields === undefined ? `${path}/field` : `${path}/fields/${index}`, "field", name, set.fields, problems);
  });
  if (rule.feature !== undefined) known(`${path}/feature`, "feature", rule.feature, set.features, problems);
  const fields = names.map((name) => set.fields[name]).filter((field) => field !== undefined);
  const lists = new Set(fields.map(placeOf));
  const keyword = onlyKeyword(path, rule, problems);
  const comparesLines = keyword !== undefined && linesTogether.has(keyword.name);
  if (lists.size > 1 && comparesLines)
    problems.add(`${path}/fields`, "these fields don't stand on the same lines, so they can't be compared");
  if (names.length > 1 && keyword !== undefined && oneField.has(keyword.name))
    problems.add(`${path}/fields`, `"${keyword.name}" looks at one field; write a rule for each of these`);
  const list = lists.size > 1 || comparesLines ? undefined : [...lists][0];
  if (keyword !== undefined) {
    const subject = rule.feature === undefined ? "field" : "feature";
    verifyKeyword(path, { keyword, settings: rule, subject, fields }, set, problems);
    verifyMessage(path, rule, keyword, fields, problems);
  }
  if (rule.when !== undefined) verifyCondition(`${path}/when`, rule.when, set, list, problems);
}

/** Checks a condition. `list` is the list whose items are asked one by one, if any. */
export function verifyCondition(
  path: string,
  condition: Condition,
  set: ResolvedRuleSet,
  list: string | undefined,
  problems: Problems,
): void {
  const forms = (["all", "any", "not", "feature", "field"] as const).filter((key) => condition[key] !== undefined);
  if (forms.length !== 1) {
    problems.add(
      path,
      `a condition is exactly one of "all", "any", "not", "feature" and "field"; found ${forms.join(" and ") || "none"}`,
    );
    return;
  }
  const { all, any, not, feature, field: name } = condition;
  for (const [key, parts] of Object.entries({ all, any })) {
    parts?.forEach((part, index) => {
      verifyCondition(`${path}/${key}/${index}`, part, set, list, problems);
    });
  }
  if (not !== undefined) verifyCondition(`${path}/not`, not, set, list, problems);
  if (all !== undefined || any !== undefined || not !== undefined) {
    const extra = keywords.find((keyword) => condition[keyword.name] !== undefined);
    if (extra !== undefined)
      problems.add(`${path}/${extra.name}`, `"${extra.name}" needs a "field" or "feature" beside it`);
    return;
  }
  const keyword = onlyKeyword(path, condition, problems);
  if (feature !== undefined) known(`${path}/feature`, "feature", feature, set.features, problems);
  const field = name === undefined ? undefined : set.fields[name];
  if (
    name !== undefined &&
    known(`${path}/field`, "field", name, set.fields, problems) &&
    field !== undefined &&
    isOnLines(field) &&
    placeOf(field) !== list
  ) {
    problems.add(`${path}/field`, `"${name}" stands on every line of ${listOf(field)}, so it can't be asked here`);
  }
  if (keyword === undefined) return;
  if (linesTogether.has(keyword.name)) {
    problems.add(
      `${path}/${keyword.name}`,
      `"${keyword.name}" compares lines with each other, so it can't be a condition; make it a rule of its own`,
    );
    return;
  }
  verifyKeyword(
    path,
    {
      keyword,
      settings: condition,
      subject: name === undefined ? "feature" : "field",
      fields: field === undefined ? [] : [field],
    },
    set,
    problems,
  );
}

function onlyKeyword(path: string, settings: CheckKeywords, problems: Problems): Keyword | undefined {
  const used = keywords.filter(({ name }) => settings[name] !== undefined);
  if (used.length === 1) return used[0];
  const found = used.map(({ name }) => name).join(" and ");
  problems.add(
    path,
    found === ""
      ? `a check keyword is missing, such as "required: true" or "maxLength: 10"`
      : `only one check keyword is allowed; found ${found}`,
  );
  return undefined;
}

/** A check keyword as it is used. */
interface Use {
  readonly keyword: Keyword;
  readonly settings: CheckKeywords;
  readonly subject: "field" | "feature";
  /** The fields it is put on; those whose names are unknown are left out. */
  readonly fields: readonly Field[];
}

function verifyKeyword(path: string, use: Use, set: ResolvedRuleSet, problems: Problems): void {
  const { keyword, settings, subject, fields } = use;
  const at = `${path}/${keyword.name}`;
  const wanted = keyword.on.includes("feature") ? "feature" : "field";
  if (wanted !== subject) {
    problems.add(at, `"${keyword.name}" is for a "${wanted}"`);
    return;
  }
  const complaint = keyword.complaint?.(settings);
  if (complaint !== undefined) problems.add(at, complaint);
  for (const field of fields) {
    if (!keyword.on.includes(field.type)) {
      problems.add(
        at,
        `"${keyword.name}" can't be asked of ${field.label}, which is of type ${field.type}; it is for ${either(keyword.on, "and")}`,
      );
    } else verifyLiterals(at, settings, field, problems);
  }
  if (linesTogether.has(keyword.name) && !fields.every(isOnLines)) {
    problems.add(at, `"${keyword.name}" compares lines, so it needs a field that stands on every line`);
  }
  for (const { field: name, path: inside } of keyword.mentions?.(settings) ?? []) {
    const place = `${path}${inside}`;
    const other = set.fields[name];
    if (!known(place, "field", name, set.fields, problems) || other === undefined) continue;
    const misfit = mentionComplaint(use, name, other);
    if (misfit !== undefined) problems.add(place, misfit);
  }
}

/** Words that the field can never be, so that the check would always say the same. */
function verifyLiterals(path: string, { equals, oneOf }: CheckKeywords, field: Field, problems: Problems): void {
  if (equals !== undefined && typeof equals !== "object") {
    const complaint = literalComplaint(field, equals);
    if (complaint !== undefined) problems.add(path, complaint);
  }
  oneOf?.forEach((word, index) => {
    const complaint = literalComplaint(field, word);
    if (complaint !== undefined) problems.add(`${path}/${index}`, complaint);
  });
}

/** Why a field can never be a value that is written in a rule file. */
export function literalComplaint(field: Field, value: string | number | boolean): string | undefined {
  const types = literalTypes[field.type] ?? ["string"];
  if (!types.includes(typeof value)) {
    const quotes = types.includes("string") ? `; write "${value}" in quotes` : "";
    return `${field.label} is of type ${field.type}, so it can't be ${show(value)}${quotes}`;
  }
  const choices = Object.keys(field.choices ?? {});
  if (field.type !== "choice" || choices.length === 0 || choices.includes(String(value))) return undefined;
  return `${show(value)} is no choice of ${field.label}.${didYouMean(String(value), choices) || knownAre(choices)}`;
}

const literalTypes: Readonly<Partial<Record<Field["type"], readonly string[]>>> = {
  id: ["string", "number"],
  boolean: ["boolean"],
  integer: ["number"],
};

/** Why a field that a setting mentions does not fit there. */
function mentionComplaint({ keyword, fields }: Use, name: string, other: Field): string | undefined {
  switch (keyword.name) {
    case "refersTo":
      return isOnLines(other) ? undefined : `"${name}" stands on no list, so no value can be looked up in it`;
    case "sumEquals":
      return other.type === "money"
        ? undefined
        : `"${name}" is of type ${other.type}, not money, so it can't be added up`;
    case "notBefore":
      if (other.type !== "date" && other.type !== "dateTime") return `"${name}" is of type ${other.type}, not a date`;
  }
  if (!isOnLines(other) || fields.every((field) => placeOf(field) === placeOf(other))) return undefined;
  return `"${name}" stands on every line of ${listOf(other)}, so there is not one value to compare with`;
}

function verifyMessage(path: string, rule: Rule, keyword: Keyword, fields: readonly Field[], problems: Problems): void {
  const asks = rule.feature !== undefined || (rule.when !== undefined && asksFeature(rule.when));
  const allowed = [
    ...(rule.feature === undefined ? ["label"] : []),
    "value",
    ...(fields.some(isOnLines) ? ["line"] : []),
    ...(asks ? ["feature", "switchedOnBy"] : []),
    ...keyword.words,
  ];
  for (const word of placeholders(rule.message ?? "")) {
    if (allowed.includes(word)) continue;
    const near = didYouMean(word, allowed);
    problems.add(
      `${path}/message`,
      `the message mentions {${word}}, which is not known here.${near || ` Known are ${either(allowed, "and")}.`}`,
    );
  }
}

/** Whether a condition asks a toggle, itself or in one of its parts. */
export function asksFeature({ all = [], any = [], not, feature }: Condition): boolean {
  return feature !== undefined || [...all, ...any, ...(not === undefined ? [] : [not])].some(asksFeature);
}

function isOnLines(field: Field): boolean {
  return field.path.includes("[]");
}

function listOf(field: Field): string {
  return parsePath(field.path).list?.join(".") ?? "";
}

/** The list whose lines hold the field; empty for the PCCO itself, the context or what is entered. */
function placeOf(field: Field): string {
  return isOnLines(field) ? `${field.in ?? "document"} ${listOf(field)}` : "";
}

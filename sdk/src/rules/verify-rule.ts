import { parsePath } from "../context/field-path.ts";
import { didYouMean } from "../context/suggest.ts";
import type { CheckKeywords, Condition, Field, Rule } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { Keyword } from "../keywords/keyword.ts";
import { placeholders } from "../keywords/message.ts";
import { known } from "./known.ts";
import type { ResolvedRuleSet } from "./resolve.ts";
import type { Problems } from "./rule-file.ts";

/** Words that every message may mention, whatever its keyword. */
const commonWords = ["label", "value", "line", "feature", "switchedOnBy"];

/** Keywords that compare lines with each other. */
const linesTogether = new Set<string>(["distinct", "distinctOrSame", "same"]);

/** Checks one rule: its subject, its one keyword, its condition, its message and its source. */
export function verifyRule(path: string, rule: Rule, set: ResolvedRuleSet, problems: Problems): void {
  known(`${path}/source`, "source", rule.source, set.sources, problems);
  const subjects = (["field", "fields", "feature"] as const).filter((key) => rule[key] !== undefined);
  if (subjects.length !== 1) {
    problems.add(path, `a rule needs exactly one of "field", "fields" and "feature"; found ${subjects.join(" and ") || "none"}`);
    return;
  }
  const names = rule.fields ?? (rule.field === undefined ? [] : [rule.field]);
  names.forEach((name, index) => {
    known(rule.fields === undefined ? `${path}/field` : `${path}/fields/${index}`, "field", name, set.fields, problems);
  });
  if (rule.feature !== undefined) known(`${path}/feature`, "feature", rule.feature, set.features, problems);
  const fields = names.map((name) => set.fields[name]).filter((field) => field !== undefined);
  const lists = new Set(fields.map(listOf));
  const keyword = onlyKeyword(path, rule, problems);
  const comparesLines = keyword !== undefined && linesTogether.has(keyword.name);
  if (lists.size > 1 && comparesLines) problems.add(`${path}/fields`, "these fields don't stand on the same lines, so they can't be compared");
  const list = lists.size > 1 || comparesLines ? undefined : [...lists][0];
  if (keyword !== undefined) {
    verifyKeyword(path, keyword, rule, fields, set, problems);
    verifyMessage(path, rule, keyword, problems);
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
    problems.add(path, `a condition is exactly one of "all", "any", "not", "feature" and "field"; found ${forms.join(" and ") || "none"}`);
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
    if (extra !== undefined) problems.add(`${path}/${extra.name}`, `"${extra.name}" needs a "field" or "feature" beside it`);
    return;
  }
  const keyword = onlyKeyword(path, condition, problems);
  if (feature !== undefined) known(`${path}/feature`, "feature", feature, set.features, problems);
  const field = name === undefined ? undefined : set.fields[name];
  if (name !== undefined && known(`${path}/field`, "field", name, set.fields, problems) && field?.path.includes("[]") && listOf(field) !== list) {
    problems.add(`${path}/field`, `"${name}" stands on every line of ${listOf(field)}, so it can't be asked here`);
  }
  if (keyword !== undefined) verifyKeyword(path, keyword, condition, field === undefined ? [] : [field], set, problems);
}

function onlyKeyword(path: string, settings: CheckKeywords, problems: Problems): Keyword | undefined {
  const used = keywords.filter(({ name }) => settings[name] !== undefined);
  if (used.length === 1) return used[0];
  const found = used.map(({ name }) => name).join(" and ");
  problems.add(path, found === "" ? `a check keyword is missing, such as "required: true" or "maxLength: 10"` : `only one check keyword is allowed; found ${found}`);
  return undefined;
}

function verifyKeyword(
  path: string,
  keyword: Keyword,
  settings: CheckKeywords,
  fields: readonly Field[],
  set: ResolvedRuleSet,
  problems: Problems,
): void {
  for (const { field, path: at } of keyword.mentions?.(settings) ?? []) known(`${path}${at}`, "field", field, set.fields, problems);
  const complaint = keyword.complaint?.(settings);
  if (complaint !== undefined) problems.add(`${path}/${keyword.name}`, complaint);
  const onFeature = keyword.on.includes("feature");
  if (onFeature !== (fields.length === 0)) {
    problems.add(`${path}/${keyword.name}`, onFeature ? `"${keyword.name}" is for a "feature"` : `"${keyword.name}" is for a "field"`);
  }
  for (const field of fields) {
    if (!keyword.on.includes(field.type)) {
      problems.add(`${path}/${keyword.name}`, `"${keyword.name}" can't be asked of ${field.label}, which is of type ${field.type}; it is for ${keyword.on.join(", ")}`);
    }
  }
  if (fields.some(({ path: at }) => !at.includes("[]")) && linesTogether.has(keyword.name)) {
    problems.add(`${path}/${keyword.name}`, `"${keyword.name}" compares lines, so it needs a field that stands on every line`);
  }
}

function verifyMessage(path: string, rule: Rule, keyword: Keyword, problems: Problems): void {
  const allowed = [...commonWords, ...keyword.words];
  for (const word of placeholders(rule.message ?? "")) {
    if (allowed.includes(word)) continue;
    const near = didYouMean(word, allowed);
    problems.add(`${path}/message`, `the message mentions {${word}}, which "${keyword.name}" does not have.${near || ` It has ${allowed.join(", ")}.`}`);
  }
}

function listOf(field: Field): string | undefined {
  return parsePath(field.path).list?.join(".");
}

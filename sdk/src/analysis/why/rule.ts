import { compileCheck, judgeValue } from "../../check/condition.ts";
import { byPlace, type CompiledRule, findingsOf } from "../../check/rule.ts";
import { type RuleState, ruleStateOf } from "../../check/rule-state.ts";
import { judgeNoList } from "../../check/value-rule.ts";
import type { Field } from "../../context/field.ts";
import { DOES_NOT_APPLY, type Judgement, MISTYPED } from "../../context/judgement.ts";
import { isList, isObject } from "../../document/value.ts";
import type { CheckKeywords, Finding, Rule } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import type { ValueCheck } from "../../keywords/keyword.ts";
import { conditionWords } from "../../rules/condition-words.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { type ConditionWhy, explainCondition, factsOf } from "./condition.ts";
import { type Asked, type FactRead, type Line, readField, whole } from "./fact.ts";

/** How a rule comes to what it says of a PCCO. */
export interface RuleWhy {
  readonly id: string;
  readonly title: string;
  readonly severity: Finding["severity"];
  readonly stage: Finding["stage"];
  readonly state: RuleState;
  /** What it asks for, as a phrase for each of its fields. */
  readonly asks: readonly string[];
  /** Everything it found, each as a sentence: what is broken, unknown, or of the wrong type. */
  readonly messages: readonly string[];
  /** Where it was asked: of the PCCO as a whole, or on each line. The heaviest of what it says there is what it says. */
  readonly places: readonly PlaceWhy[];
}

/** How a rule comes to what it says of one place. */
export interface PlaceWhy {
  /** Position of the line, or -1 for the PCCO as a whole. */
  readonly line: number;
  readonly state: RuleState;
  /** Whether it applies; `undefined` for a rule without a condition. */
  readonly when: ConditionWhy | undefined;
  /** The facts that it looked at; none when it does not apply. */
  readonly facts: readonly FactRead[];
}

/** Tells how a rule comes to what it says. */
export function explainRule(asked: Asked, { id, definition }: ResolvedRule, rule: CompiledRule): RuleWhy {
  return {
    id,
    title: rule.title,
    severity: rule.severity,
    stage: rule.stage,
    state: ruleStateOf(rule.judge(asked.facts)),
    asks: asksOf(asked, definition),
    messages: findingsOf(rule, asked.facts).map(({ message }) => message),
    places: placesOf(asked, definition, rule),
  };
}

function asksOf({ set }: Asked, definition: Rule): readonly string[] {
  const settings = settingsOf(definition);
  if (definition.feature !== undefined) return [conditionWords({ ...settings, feature: definition.feature }, set)];
  return fieldsOf(definition).map((field) => conditionWords({ ...settings, field }, set));
}

/** The check keyword of a rule with its setting. */
function settingsOf(definition: Rule): CheckKeywords {
  const used = keywords.find(({ name }) => definition[name] !== undefined);
  return used === undefined ? {} : { [used.name]: definition[used.name] };
}

function fieldsOf({ field, fields }: Rule): readonly string[] {
  return fields ?? (field === undefined ? [] : [field]);
}

function placesOf(asked: Asked, definition: Rule, rule: CompiledRule): readonly PlaceWhy[] {
  const { names, facts } = asked;
  const fields = fieldsOf(definition).map(names.field);
  const feature = definition.feature === undefined ? undefined : names.feature(definition.feature);
  const check = compileCheck(definition, { fields, feature, field: names.field });
  if (check.subject !== "value") {
    const state = ruleStateOf(rule.judge(facts));
    return [place(asked, definition, whole, state, () => factsOfRule(asked, definition, fields, whole))];
  }
  return byPlace(fields).flatMap((group) => {
    const items = group[0]?.list === undefined ? undefined : group[0].items(facts);
    if (group[0]?.list === undefined) return [onLine(asked, definition, group, check, whole)];
    if (isList(items)) return items.map((item, index) => onLine(asked, definition, group, check, { item, index }));
    const state = ruleStateOf(judgeNoList(items, group[0]));
    return [{ line: -1, state, when: undefined, facts: group.map((field) => readField(asked, field, whole)) }];
  });
}

function onLine(asked: Asked, definition: Rule, fields: readonly Field[], check: ValueCheck, line: Line): PlaceWhy {
  if (line.index >= 0 && !isObject(line.item))
    return { line: line.index, state: ruleStateOf(MISTYPED), when: undefined, facts: [] };
  const judgements = fields.map(
    (field): Judgement => judgeValue(field.read(asked.facts, line.item), field, check, asked.facts, line.item),
  );
  const heaviest = judgements.reduce<Judgement>((a, b) => (a > b ? a : b), DOES_NOT_APPLY);
  return place(asked, definition, line, ruleStateOf(heaviest), () => factsOfRule(asked, definition, fields, line));
}

/** A place with what the condition says of it first. */
function place(asked: Asked, { when }: Rule, line: Line, state: RuleState, facts: () => readonly FactRead[]): PlaceWhy {
  const applies = when === undefined ? undefined : explainCondition(asked, when, line);
  const answer = applies?.answer ?? "holds";
  return {
    line: line.index,
    state: answer === "holds" ? state : answer === "unknown" ? "unknown" : "does not apply",
    when: applies,
    facts: answer === "holds" ? facts() : [],
  };
}

/** The facts of a rule, each once. */
function factsOfRule(asked: Asked, definition: Rule, fields: readonly Field[], line: Line): readonly FactRead[] {
  const settings = settingsOf(definition);
  const read =
    definition.feature === undefined
      ? fields.flatMap((field) => factsOf(asked, { ...settings, field: field.name }, line))
      : factsOf(asked, { ...settings, feature: definition.feature }, line);
  return read.filter(
    ({ path, label }, at) => read.findIndex((each) => each.path === path && each.label === label) === at,
  );
}

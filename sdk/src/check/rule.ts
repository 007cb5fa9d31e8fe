import type { Facts } from "../context/facts.ts";
import type { Feature } from "../context/feature.ts";
import type { Field } from "../context/field.ts";
import { DOES_NOT_APPLY, HOLDS, type Judgement } from "../context/judgement.ts";
import { once } from "../context/once.ts";
import type { CheckKeywords, Condition, Finding, Rule } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { Check } from "../keywords/keyword.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../rules/resolve.ts";
import { type CompiledCondition, compileCheck, compileCondition, type Names } from "./condition.ts";
import { featureRule } from "./feature-rule.ts";
import type { RuleHead } from "./finding.ts";
import { listRule } from "./list-rule.ts";
import { valueRule } from "./value-rule.ts";

/** A rule that can be asked in full. */
export type AskableRule = Omit<CompiledRule, "quick">;

/** A rule, ready to be asked. */
export interface CompiledRule extends RuleHead {
  /** The heaviest judgement over all places. Allocates nothing for a clean document. */
  judge(facts: Facts): Judgement;
  /** What the quick way is made from. */
  quick(): QuickParts;
  /** Adds its findings: where it is broken, unknown or meets a value of the wrong type. */
  find(facts: Facts, found: Finding[]): void;
}

/** What a rule finds by itself. */
export function findingsOf({ find }: CompiledRule, facts: Facts): readonly Finding[] {
  const found: Finding[] = [];
  find(facts, found);
  return found;
}

/** A rule taken apart: the fields, the check and the condition. */
export interface QuickParts {
  readonly fields: readonly Field[];
  readonly check: Check;
  readonly when: RuleCondition | undefined;
}

/** A condition with a key that tells equal ones. */
export interface RuleCondition extends CompiledCondition {
  readonly key: string;
  /** Whether it looks at a line. */
  readonly perLine: boolean;
}

/** What the three kinds of rule are made from. */
export interface RuleParts {
  readonly head: RuleHead;
  readonly when: RuleCondition;
  readonly message: string;
  /** Words about the toggle the rule or its condition mentions. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * Makes a rule askable; `undefined` for a rule that is switched off. Its names are known to exist. It is taken apart only
 * when it is asked: most PCCOs are clean by the quick test.
 */
export function compileRule(rule: ResolvedRule, set: ResolvedRuleSet, names: Names): CompiledRule | undefined {
  const { definition } = rule;
  if (definition.severity === "off") return undefined;
  const page = set.sources[definition.source];
  const compiled: CompiledRule = {
    id: rule.id,
    inputs: inputsOf(definition, set),
    title: definition.title ?? rule.id,
    severity: definition.severity,
    stage: definition.stage,
    place: rule.place,
    source: { title: page?.title ?? "", url: page?.url ?? "", basis: definition.basis ?? "documented" },
    judge: (facts) => asked().judge(facts),
    quick: () => asked().quick(),
    find: (facts, found) => asked().find(facts, found),
  };
  const asked = once(() => askableRule(compiled, definition, names));
  return compiled;
}

function askableRule(head: RuleHead, definition: Rule, names: Names): CompiledRule {
  const fields = (definition.fields ?? (definition.field === undefined ? [] : [definition.field])).map(names.field);
  const feature = definition.feature === undefined ? undefined : names.feature(definition.feature);
  const check = compileCheck(definition, { fields, feature, field: names.field });
  const toggle = feature ?? firstFeature(definition.when, names);
  const parts: RuleParts = {
    head,
    when: definition.when === undefined ? always : ruleCondition(definition.when, names),
    message: definition.message ?? keywords.find(({ name }) => definition[name] !== undefined)?.message ?? "",
    words: toggle === undefined ? {} : { feature: toggle.title, switchedOnBy: toggle.switchedOnBy },
  };
  const quick = { fields, check, when: definition.when && parts.when };
  return { ...askable(parts, fields, check), quick: () => quick };
}

function askable(parts: RuleParts, fields: readonly Field[], check: Check): AskableRule {
  switch (check.subject) {
    case "value":
      return together(
        parts,
        byPlace(fields).map((group) => valueRule(parts, group, check)),
      );
    case "list":
      return listRule(parts, fields, check);
    case "feature":
      return featureRule(parts, check);
  }
}

/** The condition of a rule that has none. */
const always: RuleCondition = { key: "", perLine: false, ask: () => HOLDS, missing: () => [] };

function ruleCondition(condition: Condition, names: Names): RuleCondition {
  const compiled = compileCondition(condition, names);
  return { ...compiled, key: JSON.stringify(condition), perLine: looksAtLines(condition, names) };
}

function looksAtLines({ field, not, all = [], any = [] }: Condition, names: Names): boolean {
  if (field !== undefined && names.field(field).list !== undefined) return true;
  return [...all, ...any, ...(not === undefined ? [] : [not])].some((part) => looksAtLines(part, names));
}

/** Fields that stand in the same place, so that a list is walked once for all of its fields. */
export function byPlace(fields: readonly Field[]): readonly (readonly Field[])[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const place = `${field.place} ${field.list?.join(".") ?? ""}`;
    groups.set(place, [...(groups.get(place) ?? []), field]);
  }
  return [...groups.values()];
}

/** One rule of several that each look at another place. */
function together({ head }: RuleParts, rules: readonly AskableRule[]): AskableRule {
  const [only] = rules;
  if (rules.length === 1 && only !== undefined) return only;
  return {
    ...head,
    judge: (facts) => rules.reduce<Judgement>((heaviest, rule) => maximum(heaviest, rule.judge(facts)), DOES_NOT_APPLY),
    find: (facts, found) => {
      for (const rule of rules) rule.find(facts, found);
    },
  };
}

const mentioning = keywords.filter(({ mentions }) => mentions !== undefined);

/** What a rule looks at of the values that are entered for an event: by its own fields, its keyword and its condition. */
function inputsOf(definition: Rule, { fields }: ResolvedRuleSet): readonly string[] {
  const inputs: string[] = [];
  const look = (name: string): void => {
    const field = fields[name];
    if (field?.in === "input") inputs.push(field.path);
  };
  const lookAt = (settings: CheckKeywords & { readonly field?: string }): void => {
    if (settings.field !== undefined) look(settings.field);
    for (const keyword of mentioning) for (const { field } of keyword.mentions?.(settings) ?? []) look(field);
  };
  const lookThrough = (condition: Condition): void => {
    lookAt(condition);
    condition.all?.forEach(lookThrough);
    condition.any?.forEach(lookThrough);
    if (condition.not !== undefined) lookThrough(condition.not);
  };
  lookAt(definition);
  definition.fields?.forEach(look);
  if (definition.when !== undefined) lookThrough(definition.when);
  return inputs;
}

function maximum(a: Judgement, b: Judgement): Judgement {
  return a > b ? a : b;
}

function firstFeature(condition: Condition | undefined, names: Names): Feature | undefined {
  if (condition === undefined) return undefined;
  if (condition.feature !== undefined) return names.feature(condition.feature);
  const { all = [], any = [], not } = condition;
  for (const part of [...all, ...any, not]) {
    const feature = firstFeature(part, names);
    if (feature !== undefined) return feature;
  }
  return undefined;
}

import { compileCondition } from "../../check/condition.ts";
import type { Field } from "../../context/field.ts";
import { BROKEN, HOLDS, type Judgement } from "../../context/judgement.ts";
import type { CheckKeywords, Condition } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import { conditionWords } from "../../rules/condition-words.ts";
import { type Asked, type FactRead, type Line, readFeature, readField, whole } from "./fact.ts";

/** A condition, or a part of one, with its answer. */
export interface ConditionWhy {
  /** The condition as a phrase; of one that is made of parts how these are joined. */
  readonly words: string;
  readonly answer: "holds" | "does not hold" | "unknown";
  /** The facts that it looked at by itself. */
  readonly facts: readonly FactRead[];
  /** What it is made of. */
  readonly parts: readonly ConditionWhy[];
}

/** Tells how a condition is answered on a line, part by part. */
export function explainCondition(asked: Asked, condition: Condition, line: Line): ConditionWhy {
  const answer = answerOf(compileCondition(condition, asked.names).ask(asked.facts, line.item));
  const { all, any, not } = condition;
  const made = (words: string, parts: readonly Condition[]): ConditionWhy => ({
    words,
    answer,
    facts: [],
    parts: parts.map((part) => explainCondition(asked, part, line)),
  });
  if (all !== undefined) return made("all of these hold", all);
  if (any !== undefined) return made("one of these holds", any);
  if (not !== undefined) return made("this does not hold", [not]);
  return { words: conditionWords(condition, asked.set), answer, facts: factsOf(asked, condition, line), parts: [] };
}

/** The facts that a check keyword looks at: the field or toggle it is put on, and those it compares with. */
export function factsOf(
  asked: Asked,
  settings: CheckKeywords & Pick<Condition, "field" | "feature">,
  line: Line,
): readonly FactRead[] {
  const { names } = asked;
  const field = settings.field === undefined ? undefined : names.field(settings.field);
  const compared = keywords
    .flatMap((keyword) => keyword.mentions?.(settings) ?? [])
    .map((each) => names.field(each.field));
  const isOfLine = (other: Field): boolean =>
    settings.refersTo === undefined && other.place === field?.place && `${other.list}` === `${field.list}`;
  return [
    ...(settings.feature === undefined ? [] : featureFacts(asked, settings.feature)),
    ...(field === undefined ? [] : [readField(asked, field, line)]),
    ...compared.map((other) => readField(asked, other, other.list === undefined || isOfLine(other) ? line : whole)),
  ];
}

/** A toggle, and what keeps it from being there at all. */
function featureFacts(asked: Asked, name: string): readonly FactRead[] {
  const toggle = readFeature(asked, asked.names.feature(name));
  const where = asked.set.features[name]?.definition.where;
  const exists = where === undefined ? undefined : explainCondition(asked, where, whole);
  return exists === undefined || exists.answer === "holds" ? [toggle] : [toggle, ...allFacts(exists)];
}

function allFacts({ facts, parts }: ConditionWhy): readonly FactRead[] {
  return [...facts, ...parts.flatMap(allFacts)];
}

function answerOf(judgement: Judgement): ConditionWhy["answer"] {
  if (judgement === HOLDS) return "holds";
  return judgement === BROKEN ? "does not hold" : "unknown";
}

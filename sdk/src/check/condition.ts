import { type Facts, isAbsent, NOT_GIVEN } from "../context/facts.ts";
import type { Feature } from "../context/feature.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../context/judgement.ts";
import type { CheckKeywords, Condition } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { Check, Target } from "../keywords/keyword.ts";

/** The dictionary that conditions and rules look names up in. */
export interface Names {
  field(name: string): Field;
  feature(name: string): Feature;
}

/** Asks a condition: `HOLDS` when it is met, `BROKEN` when it is not, `UNKNOWN` when facts are missing. */
export type Ask = (facts: Facts, item: unknown) => Judgement;

/** A condition, ready to be asked. */
export interface CompiledCondition {
  readonly ask: Ask;
  /** The parts of the context that keep it from being decided. */
  missing(facts: Facts, item: unknown): readonly string[];
}

/** Makes a condition askable. Its names are known to exist. */
export function compileCondition(condition: Condition, names: Names): CompiledCondition {
  const { all, any, not } = condition;
  if (all !== undefined) return every(all.map((part) => compileCondition(part, names)));
  if (any !== undefined) return some(any.map((part) => compileCondition(part, names)));
  if (not !== undefined) return opposite(compileCondition(not, names));
  const field = condition.field === undefined ? undefined : names.field(condition.field);
  const feature = condition.feature === undefined ? undefined : names.feature(condition.feature);
  const check = compileCheck(condition, { fields: field === undefined ? [] : [field], feature, field: names.field });
  if (feature !== undefined && check.subject === "feature") {
    return {
      ask: (facts) => check.test(facts),
      missing: (facts) => (feature.read(facts) === NOT_GIVEN ? [feature.missing(facts)] : []),
    };
  }
  if (field !== undefined && check.subject === "value") {
    const { read, is } = field;
    const { test, whenAbsent } = check;
    return {
      ask: (facts, item) => {
        const value = read(facts, item);
        if (value === NOT_GIVEN) return UNKNOWN;
        if (isAbsent(value)) return met(whenAbsent);
        return is(value) ? met(test(value, facts, item)) : UNKNOWN;
      },
      missing: (facts, item) => {
        const value = field.read(facts, item);
        if (value === NOT_GIVEN) return [field.missing(facts, item)];
        return judgeValue(value, field, check, facts, item) === UNKNOWN
          ? missingFor(value, field, check, facts, item)
          : [];
      },
    };
  }
  throw new RangeError("a condition asks one field or one feature");
}

/** Makes the one check that some settings ask for. */
export function compileCheck(settings: CheckKeywords, target: Target): Check {
  for (const keyword of keywords) {
    const check = keyword.compile(settings, target);
    if (check !== undefined) return check;
  }
  throw new RangeError("a rule has exactly one check keyword");
}

/** Judges one value by a check. */
export function judgeValue(
  value: unknown,
  field: Field,
  check: Extract<Check, { subject: "value" }>,
  facts: Facts,
  item: unknown,
): Judgement {
  if (value === NOT_GIVEN) return UNKNOWN;
  if (isAbsent(value)) return check.whenAbsent;
  if (!field.is(value)) return field.isWritable(facts, item) ? MISTYPED : UNKNOWN;
  return check.test(value, facts, item);
}

/** The parts of the context that keep a value that is there from being judged: its own, when it is of the wrong type. */
export function missingFor(
  value: unknown,
  field: Field,
  check: Extract<Check, { subject: "value" }>,
  facts: Facts,
  item: unknown,
): readonly string[] {
  return field.is(value) ? (check.missing?.(facts, item) ?? []) : [field.missing(facts, item)];
}

/** A check as a condition: what is not there, or does not apply, does not meet it. */
function met(judgement: Judgement): Judgement {
  if (judgement === MISTYPED) return UNKNOWN;
  return judgement === DOES_NOT_APPLY ? BROKEN : judgement;
}

function every(parts: readonly CompiledCondition[]): CompiledCondition {
  return {
    ask: (facts, item) => {
      let result: Judgement = HOLDS;
      for (const part of parts) {
        const judgement = part.ask(facts, item);
        if (judgement === BROKEN) return BROKEN;
        if (judgement === UNKNOWN) result = UNKNOWN;
      }
      return result;
    },
    missing: (facts, item) => parts.flatMap((part) => part.missing(facts, item)),
  };
}

function some(parts: readonly CompiledCondition[]): CompiledCondition {
  return {
    ask: (facts, item) => {
      let result: Judgement = BROKEN;
      for (const part of parts) {
        const judgement = part.ask(facts, item);
        if (judgement === HOLDS) return HOLDS;
        if (judgement === UNKNOWN) result = UNKNOWN;
      }
      return result;
    },
    missing: (facts, item) => parts.flatMap((part) => part.missing(facts, item)),
  };
}

function opposite(part: CompiledCondition): CompiledCondition {
  return {
    ask: (facts, item) => {
      const judgement = part.ask(facts, item);
      return judgement === HOLDS ? BROKEN : judgement === BROKEN ? HOLDS : judgement;
    },
    missing: part.missing,
  };
}

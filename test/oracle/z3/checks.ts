import type { CheckKeywords, Field } from "../../../sdk/src/generated/types.ts";
import type { Book } from "../naive/book.ts";
import { type Facts, isNumber, kinds, type Read } from "./reads.ts";
import { and, call, choose, hasDecimals, millionths, not, number, or, same, type Term } from "./smt.ts";

/** What a rule says of one place. */
export const answers = { doesNotApply: 0, holds: 1, unknown: 2, mistyped: 3, broken: 4 } as const;

/** What a check keyword says of a field that is there or not; only asked where it is neither open nor of a wrong type. */
export function checkTerm(
  facts: Facts,
  book: Book,
  settings: CheckKeywords,
  field: Field,
  read: Read,
  line: number | undefined,
): Term {
  const isNone = same(read.kind, kinds.none);
  return choose([[isNone, ofNone(settings)]], ofValue(facts, book, settings, field, read.value, line));
}

function ofNone({ required, absent, equals, oneOf, minItems }: CheckKeywords): number {
  if (absent) return answers.holds;
  const isNeeded = required || oneOf !== undefined || minItems !== undefined;
  return isNeeded || (equals !== undefined && typeof equals !== "object") ? answers.broken : answers.doesNotApply;
}

function ofValue(
  facts: Facts,
  book: Book,
  settings: CheckKeywords,
  { type }: Field,
  value: Term,
  line: number | undefined,
): Term {
  const { required, equals, oneOf, maxLength, minLength, minimum, maximum, maxDecimals, minItems } = settings;
  if (required) return String(answers.holds);
  if (settings.absent) return String(answers.broken);
  if (typeof equals === "object") {
    const other = facts.read(book, equals.field, line);
    return choose(
      [
        [same(other.kind, kinds.none), answers.doesNotApply],
        [not(same(other.kind, kinds.value)), answers.unknown],
      ],
      told(same(value, other.value)),
    );
  }
  if (typeof equals === "boolean") return told(same(value, String(equals)));
  if (equals !== undefined) return told(same(value, type === "integer" ? number(Number(equals)) : word(equals)));
  if (oneOf !== undefined) return told(or(...oneOf.map((each) => same(value, word(each)))));
  if (maxLength !== undefined) return told(call("<=", call("len", value), maxLength));
  if (minLength !== undefined) return told(call(">=", call("len", value), minLength));
  if (minimum !== undefined) return limited(type, value, ">=", String(minimum));
  if (maximum !== undefined) return limited(type, value, "<=", String(maximum));
  if (minItems !== undefined) return told(call(">=", value, minItems));
  return told(and(isNumber(value), hasDecimals(value, maxDecimals ?? 0)));
}

function limited(type: Field["type"], value: Term, order: string, limit: string): Term {
  const millions = type === "money" ? value : call("*", value, "1000000");
  const answer = told(call(order, millions, millionths(limit)));
  return type === "money" ? choose([[not(isNumber(value)), answers.doesNotApply]], answer) : answer;
}

function told(holds: Term): Term {
  return choose([[holds, answers.holds]], answers.broken);
}

/** The number by which a text that rules mention is known. */
function word(text: string | number): Term {
  return `|word ${text}|`;
}

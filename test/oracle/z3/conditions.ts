import type { Condition } from "../../../sdk/src/generated/types.ts";
import type { Book } from "../naive/book.ts";
import { answers, checkTerm } from "./checks.ts";
import { type Facts, fieldOf, kinds, toggles } from "./reads.ts";
import { call, choose, or, same, type Term } from "./smt.ts";

/** Whether a condition is met. The least of several is that of all of them, the greatest that of any. */
export const met = { no: 0, unknown: 1, yes: 2 } as const;

/** A condition as a term. */
export function conditionTerm(facts: Facts, book: Book, condition: Condition, line: number | undefined): Term {
  const { all, any, not, feature, field } = condition;
  const part = (each: Condition): Term => conditionTerm(facts, book, each, line);
  if (all !== undefined) return extreme("<=", all.map(part));
  if (any !== undefined) return extreme(">=", any.map(part));
  if (not !== undefined) return call("-", met.yes, part(not));
  if (feature !== undefined) {
    const position = positionTerm(facts, book, feature);
    const wanted = condition.is === "on" ? toggles.on : toggles.off;
    return choose(
      [
        [same(position, toggles.unknown), met.unknown],
        [same(position, wanted), met.yes],
      ],
      met.no,
    );
  }
  const name = field ?? "";
  const read = facts.read(book, name, line);
  const answer = checkTerm(facts, book, condition, fieldOf(book, name), read, line);
  return choose(
    [
      [or(same(read.kind, kinds.open), same(read.kind, kinds.wrong), same(answer, answers.unknown)), met.unknown],
      [same(answer, answers.holds), met.yes],
    ],
    met.no,
  );
}

/** Where a toggle stands: off where it does not exist. */
export function positionTerm(facts: Facts, book: Book, name: string): Term {
  const where = book.features[name]?.where;
  const position = facts.toggle(name);
  if (where === undefined) return position;
  const exists = conditionTerm(facts, book, where, undefined);
  return choose(
    [
      [or(same(exists, met.no), same(position, toggles.off)), toggles.off],
      [same(exists, met.yes), position],
    ],
    toggles.unknown,
  );
}

function extreme(order: string, parts: readonly Term[]): Term {
  return parts.reduce((best, part) => choose([[call(order, best, part), best]], part));
}

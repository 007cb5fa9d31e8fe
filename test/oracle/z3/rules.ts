import type { Rule } from "../../../sdk/src/generated/types.ts";
import type { Book } from "../naive/book.ts";
import { answers, checkTerm } from "./checks.ts";
import { conditionTerm, met, positionTerm } from "./conditions.ts";
import { type Facts, fieldOf, kinds, lists, mostLines, toggles } from "./reads.ts";
import { and, call, choose, not, or, same, type Term } from "./smt.ts";

/** What a rule says, place by place, as terms. */
export function ruleTerms(facts: Facts, book: Book, rule: Rule): readonly Term[] {
  const names = rule.fields ?? (rule.field === undefined ? [] : [rule.field]);
  if (rule.feature !== undefined) {
    const position = positionTerm(facts, book, rule.feature);
    const wanted = rule.is === "on" ? toggles.on : toggles.off;
    const answer = choose(
      [
        [same(position, toggles.unknown), answers.unknown],
        [same(position, wanted), answers.holds],
      ],
      answers.broken,
    );
    return [applied(facts, book, rule, undefined, answer)];
  }
  if (rule.distinct || rule.distinctOrSame || rule.same) return [linesTogether(facts, book, rule, names)];
  return names.flatMap((name) => fieldTerms(facts, book, rule, name));
}

function fieldTerms(facts: Facts, book: Book, rule: Rule, name: string): readonly Term[] {
  const field = fieldOf(book, name);
  const judged = (line: number | undefined): Term => {
    const read = facts.read(book, name, line);
    const wrong = field.in === "context" ? answers.unknown : answers.mistyped;
    const answer = choose(
      [
        [same(read.kind, kinds.open), answers.unknown],
        [same(read.kind, kinds.wrong), wrong],
      ],
      checkTerm(facts, book, rule, field, read, line),
    );
    return applied(facts, book, rule, line, answer);
  };
  const list = listOf(field.path);
  if (list === undefined) return [judged(undefined)];
  const { kind, count } = facts.list(list);
  const isList = same(kind, lists.list);
  const lines = Array.from({ length: mostLines }, (_, line) => {
    const isThere = and(isList, call("<", line, count));
    return choose(
      [
        [not(isThere), answers.doesNotApply],
        [not(facts.isLine(list, line)), answers.mistyped],
      ],
      judged(line),
    );
  });
  return [...lines, noList(kind)];
}

/** What stands in place of a list, and is none, is of a wrong type. */
function noList(kind: Term): Term {
  return choose([[or(same(kind, lists.blank), same(kind, lists.wrong)), answers.mistyped]], answers.doesNotApply);
}

function applied(facts: Facts, book: Book, { when }: Rule, line: number | undefined, answer: Term): Term {
  if (when === undefined) return answer;
  const applies = conditionTerm(facts, book, when, line);
  return choose(
    [
      [same(applies, met.no), answers.doesNotApply],
      [same(applies, met.unknown), answers.unknown],
    ],
    answer,
  );
}

/** A rule that compares lines. A line takes part when it has all values; one of a wrong type can't be told. */
function linesTogether(facts: Facts, book: Book, rule: Rule, names: readonly string[]): Term {
  const list = listOf(fieldOf(book, names[0] ?? "").path) ?? "";
  const { kind, count } = facts.list(list);
  const lines = Array.from({ length: mostLines }, (_, line) => {
    const values = names.map((name) => facts.read(book, name, line));
    const takesPart = and(call("<", line, count), ...values.map((read) => not(same(read.kind, kinds.none))));
    return { values, takesPart, isKnown: and(takesPart, ...values.map((read) => same(read.kind, kinds.value))) };
  });
  const pairs = lines.flatMap((a, at) => lines.slice(at + 1).map((b) => ({ a, b })));
  const alike = ({ a, b }: (typeof pairs)[number]): Term =>
    and(...a.values.map((read, at) => same(read.value, b.values[at]?.value ?? "")));
  const areKnown = ({ a, b }: (typeof pairs)[number]): Term => and(a.isKnown, b.isKnown);
  const repeats = or(...pairs.map((pair) => and(areKnown(pair), alike(pair))));
  const differs = or(...pairs.map((pair) => and(areKnown(pair), not(alike(pair)))));
  const parts = call("+", ...lines.map(({ takesPart }) => choose([[takesPart, 1]], 0)));
  const isOpen = or(...lines.map(({ takesPart, isKnown }) => and(takesPart, not(isKnown))));
  const isBroken = rule.distinct ? repeats : rule.distinctOrSame ? and(repeats, differs) : differs;
  const enoughToBreak = rule.distinctOrSame ? 3 : 2;
  const enoughToHold = rule.distinct ? 2 : 1;
  const answer = choose(
    [
      [isBroken, answers.broken],
      [and(isOpen, call(">=", parts, enoughToBreak)), answers.unknown],
      [call(">=", parts, enoughToHold), answers.holds],
    ],
    answers.doesNotApply,
  );
  return applied(facts, book, rule, undefined, choose([[not(same(kind, lists.list)), noList(kind)]], answer));
}

function listOf(path: string): string | undefined {
  const at = path.indexOf("[]");
  return at < 0 ? undefined : path.slice(0, at);
}

import type { Book } from "../naive/book.ts";
import { answers } from "./checks.ts";
import { Facts } from "./reads.ts";
import { ruleTerms } from "./rules.ts";
import { and, call, not, or, same, type Term } from "./smt.ts";
import { wordsOf } from "./words.ts";

export type Outcome = "exportable" | "unknown" | "blocked";

/** Two rule sets as one text of SMT-LIB, and for each a term for each outcome. */
export interface Encoded {
  readonly text: string;
  readonly before: Readonly<Record<Outcome, Term>>;
  readonly after: Readonly<Record<Outcome, Term>>;
}

/** Puts two rule sets into terms over the same facts. */
export function encode(before: Book, after: Book): Encoded {
  const facts = new Facts();
  const sides = [before, after].map((book, side) => outcomes(facts, book, side === 0 ? "before" : "after"));
  const words = wordsOf([before, after]);
  const length = (word: string): number => [...word.trim()].length;
  const text = [
    "(declare-fun len (Int) Int)",
    ...words.flatMap((word, at) => [
      `(define-const |word ${word}| Int ${at})`,
      `(assert ${same(call("len", at), length(word))})`,
    ]),
    ...facts.declarations.values(),
    ...sides.flatMap(({ definitions }) => definitions),
  ].join("\n");
  const [first, second] = sides;
  if (first === undefined || second === undefined) throw new Error("two rule sets are compared");
  return { text, before: first.terms, after: second.terms };
}

function outcomes(facts: Facts, book: Book, side: string) {
  const blocks: Term[] = [];
  const opens: Term[] = [];
  const definitions: string[] = [];
  for (const [id, rule] of Object.entries(book.rules)) {
    if (rule.severity === "off" || rule.stage === "export") continue;
    for (const [at, term] of ruleTerms(facts, book, rule).entries()) {
      const name = `|${side} ${id} ${at}|`;
      definitions.push(`(define-const ${name} Int ${term})`);
      blocks.push(same(name, answers.mistyped));
      if (rule.severity === "error") blocks.push(same(name, answers.broken));
      opens.push(same(name, answers.unknown));
    }
  }
  const isBlocked = or(...blocks);
  const isOpen = or(...opens);
  const terms = {
    blocked: isBlocked,
    unknown: and(not(isBlocked), isOpen),
    exportable: and(not(isBlocked), not(isOpen)),
  };
  return { definitions, terms };
}

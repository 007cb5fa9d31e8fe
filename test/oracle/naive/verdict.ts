import { type Answer, heaviest } from "./answer.ts";
import type { Book } from "./book.ts";
import type { Facts } from "./facts.ts";
import { judgeRule } from "./rules.ts";
import { statusOf } from "./status.ts";

/** A place at which a check finds something. */
export interface Found {
  readonly ruleId: string;
  readonly path: string;
  readonly state: "broken" | "unknown";
  /** Whether it need not be told where a value of a wrong type is told. */
  readonly isOptional: boolean;
}

/** What some rules say of a PCCO. */
export interface Verdict {
  readonly outcome: "exportable" | "blocked" | "unknown";
  readonly found: readonly Found[];
  /** What each rule says as a whole. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Asks rules of a PCCO. */
export function judge(book: Book, facts: Facts, ids: readonly string[]): Verdict {
  const found: Found[] = [];
  const answers: Record<string, Answer> = {};
  let [isBlocked, isUnknown] = [false, false];
  const mistyped = (path: string): void => {
    const isKnown = found.some((each) => each.ruleId === "document/type" && each.path === path);
    if (!isKnown) found.push({ ruleId: "document/type", path, state: "broken", isOptional: false });
    isBlocked = true;
  };
  for (const [ruleId, rule] of Object.entries(book.rules)) {
    if (!ids.includes(ruleId)) continue;
    const places = judgeRule(book, facts, rule);
    answers[ruleId] = heaviest(places.map(({ answer }) => answer));
    for (const { answer, at: path, wrongType = false } of places) {
      if (answer === "mistyped") mistyped(path);
      if (answer !== "broken" && answer !== "unknown") continue;
      found.push({ ruleId, path, state: answer, isOptional: answer === "unknown" && wrongType });
      if (answer === "unknown") isUnknown = true;
      else if (rule.severity === "error") isBlocked = true;
    }
  }
  return { outcome: isBlocked ? "blocked" : isUnknown ? "unknown" : "exportable", found, answers };
}

/** The verdict of a check: what the rules say, and whether anybody knows the ERP status. */
export function check(book: Book, facts: Facts, ids: readonly string[]): Verdict {
  const verdict = judge(book, facts, ids);
  const erp = facts.document["erp"];
  if (erp === undefined || Object.keys(book.states).length === 0 || statusOf(book, facts.document) !== undefined)
    return verdict;
  const isGroup = typeof erp === "object" && erp !== null && !Array.isArray(erp);
  const fault = { ruleId: "document/type", path: isGroup ? "/erp/status" : "/erp", state: "broken" } as const;
  return { ...verdict, outcome: "blocked", found: [...verdict.found, { ...fault, isOptional: false }] };
}

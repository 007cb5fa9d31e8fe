import type { Facts } from "../context/facts.ts";
import type { Finding } from "../generated/types.ts";
import type { CleanTest } from "./clean.ts";
import type { CompiledRule } from "./rule.ts";

/** What all rules of an event say together. */
export type Outcome = "exportable" | "blocked" | "unknown";

/** A finding whose rule is one of some, or a fault of the document itself. */
export type FindingOf<RuleId extends string> = Finding & { readonly ruleId: RuleId | `document/${string}` };

/** The verdict on one PCCO. */
export interface Verdict<RuleId extends string = string> {
  /** `exportable`: nothing blocks. `blocked`: an error is broken. `unknown`: nothing blocks, but facts to judge a rule are missing. */
  readonly outcome: Outcome;
  /**
   * Everything a person should know, in the order of the rule file. Fixes that take long to work out, such as a choice of
   * the contract's lines, are worked out from what was checked when they are first read: read them before you change that
   * in place.
   */
  readonly findings: readonly FindingOf<RuleId>[];
}

/** The verdict on a PCCO that keeps all rules. */
const clean: Verdict = Object.freeze({ outcome: "exportable", findings: Object.freeze([]) });

/** Rules that are asked together. */
export interface AskedTogether {
  readonly rules: readonly CompiledRule[];
  /** A quick test of these same rules, asked first. */
  readonly isClean?: CleanTest;
}

/** Asks rules of one PCCO. Never throws, changes nothing, and allocates nothing while every rule is kept. */
export function checkRules(asked: AskedTogether, facts: Facts): Verdict {
  const { isClean } = asked;
  if (isClean?.(facts)) return clean;
  const { rules } = asked;
  const isOpen = isClean?.isOpen;
  const findings: Finding[] = [];
  for (let index = 0; index < rules.length; index++) {
    if (isOpen === undefined || isOpen(index)) rules[index]?.find(facts, findings);
  }
  return findings.length === 0 ? clean : verdictOf(findings);
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const isBlocked = findings.some(({ state, severity }) => state === "broken" && severity === "error");
  return {
    outcome: isBlocked ? "blocked" : findings.some(({ state }) => state === "unknown") ? "unknown" : "exportable",
    findings: findings.some(({ stage }) => stage === "read") ? onceMistyped(findings) : findings,
  };
}

/**
 * A value of the wrong type is told once, whichever rules meet it, and a rule that only waits for it needs no finding of
 * its own beside that.
 */
function onceMistyped(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ stage, path, missing }) => {
    if (missing?.length === 0) return false;
    if (stage !== "read") return true;
    const { size } = told;
    return told.add(path).size > size;
  });
}

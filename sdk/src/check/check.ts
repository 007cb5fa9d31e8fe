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
   * Everything a person should know, in the order of the rule file. What a finding says and offers is worked out when it
   * is first read, from what was checked: read it before you change that in place.
   */
  readonly findings: readonly FindingOf<RuleId>[];
}

/** The verdict on a PCCO that keeps all rules. */
const clean: Verdict = Object.freeze({ outcome: "exportable", findings: Object.freeze([]) });

/**
 * Asks rules of one PCCO. Never throws, changes nothing, and allocates nothing while every rule is kept.
 * @param isClean a quick test of these same rules, asked first
 */
export function checkRules(rules: readonly CompiledRule[], facts: Facts, isClean?: CleanTest): Verdict {
  if (isClean?.(facts)) return clean;
  const isOpen = isClean?.isOpen;
  let outcome: Outcome = "exportable";
  const findings: Finding[] = [];
  let mistyped: Set<string> | undefined;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (rule === undefined || (isOpen !== undefined && !isOpen(index))) continue;
    for (const finding of rule.findings(facts)) {
      if (finding.stage === "read") {
        mistyped ??= new Set();
        if (mistyped.has(finding.path)) continue;
        mistyped.add(finding.path);
      }
      if (finding.state === "unknown") {
        if (outcome === "exportable") outcome = "unknown";
      } else if (finding.severity === "error") {
        outcome = "blocked";
      }
      findings.push(finding);
    }
  }
  if (findings.length === 0) return clean;
  // A rule that only waits for a value of the wrong type needs no finding of its own beside that of the type.
  const told = mistyped === undefined ? findings : findings.filter(({ missing }) => missing?.length !== 0);
  return { outcome, findings: told };
}

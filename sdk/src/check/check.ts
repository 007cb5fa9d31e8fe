import type { Facts } from "../context/facts.ts";
import { BROKEN, HOLDS, MISTYPED, UNKNOWN } from "../context/judgement.ts";
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
  /** Everything a person should know, in the order of the rule file. */
  readonly findings: readonly FindingOf<RuleId>[];
}

const clean: Verdict = Object.freeze({ outcome: "exportable", findings: Object.freeze([]) });

/**
 * Asks rules of one PCCO. Never throws, changes nothing, and allocates nothing while every rule is kept.
 * @param isClean a quick test of these same rules, asked first
 */
export function checkRules(rules: readonly CompiledRule[], facts: Facts, isClean?: CleanTest): Verdict {
  if (isClean?.(facts)) return clean;
  let kept = 0;
  for (const rule of rules) {
    if (rule.judge(facts) > HOLDS) return explain(rules.slice(kept), facts);
    kept++;
  }
  return clean;
}

function explain(rules: readonly CompiledRule[], facts: Facts): Verdict {
  let outcome: Outcome = "exportable";
  const findings: Finding[] = [];
  const mistyped = new Set<string>();
  for (const rule of rules) {
    const judgement = rule.judge(facts);
    if (judgement <= HOLDS) continue;
    if (judgement === MISTYPED || (judgement === BROKEN && rule.severity === "error")) outcome = "blocked";
    else if (judgement === UNKNOWN && outcome === "exportable") outcome = "unknown";
    for (const finding of rule.findings(facts)) {
      if (finding.stage === "read") {
        if (mistyped.has(finding.path)) continue;
        mistyped.add(finding.path);
        outcome = "blocked";
      }
      // Broken in one place, a warning may still be unknown in another, which its heaviest judgement does not tell.
      if (finding.state === "unknown" && outcome === "exportable") outcome = "unknown";
      findings.push(finding);
    }
  }
  // A rule that only waits for a value of the wrong type needs no finding of its own beside that of the type.
  const told = mistyped.size === 0 ? findings : findings.filter(({ missing }) => missing?.length !== 0);
  return { outcome, findings: told };
}

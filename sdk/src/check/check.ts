import type { Facts } from "../context/facts.ts";
import { BROKEN, MISTYPED, UNKNOWN } from "../context/judgement.ts";
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
   * Everything a person should know, in the order of the rule file. Worked out when it is first read, from what was
   * checked: read it before that is changed.
   */
  readonly findings: readonly FindingOf<RuleId>[];
}

/** The verdict on a PCCO that keeps all rules. */
export const clean: Verdict = Object.freeze({ outcome: "exportable", findings: Object.freeze([]) });

/**
 * Asks rules of one PCCO. Never throws, changes nothing, and allocates nothing while every rule is kept.
 * @param isClean a quick test of these same rules, asked first
 */
export function checkRules(rules: readonly CompiledRule[], facts: Facts, isClean?: CleanTest): Verdict {
  if (isClean?.(facts)) return clean;
  const isOpen = isClean?.isOpen;
  const open = isOpen === undefined ? rules : rules.filter((_rule, index) => isOpen(index));
  let first: number | undefined;
  let outcome: Outcome = "exportable";
  for (let index = 0; index < open.length; index++) {
    const rule = open[index];
    if (rule === undefined) continue;
    // The heaviest judgement tells all of an error. Broken in one place, a warning may weigh more in another.
    const judgements = rule.severity === "error" ? 1 << rule.judge(facts) : rule.judgements(facts);
    if (judgements < 1 << UNKNOWN) continue;
    first ??= index;
    if (judgements & (1 << MISTYPED) || (rule.severity === "error" && judgements & (1 << BROKEN)))
      return explainLater("blocked", open, first, facts);
    if (judgements & (1 << UNKNOWN)) outcome = "unknown";
  }
  return first === undefined ? clean : explainLater(outcome, open, first, facts);
}

function explainLater(outcome: Outcome, rules: readonly CompiledRule[], first: number, facts: Facts): Verdict {
  return new LateVerdict(outcome, () => explain(first === 0 ? rules : rules.slice(first), facts));
}

/** A verdict whose findings are worked out when they are first read: many callers want the outcome alone. */
export class LateVerdict implements Verdict {
  declare readonly findings: Verdict["findings"];
  readonly outcome: Outcome;
  #explain: (() => Verdict["findings"]) | undefined;
  #findings: Verdict["findings"] = [];

  /** @param explain works out the findings; called once at most */
  constructor(outcome: Outcome, explain: () => Verdict["findings"]) {
    this.outcome = outcome;
    this.#explain = explain;
    // A property of its own, so that a copy, or the JSON of it, has the findings too.
    Object.defineProperty(this, "findings", LateVerdict.#late);
  }

  static readonly #late: PropertyDescriptor & ThisType<LateVerdict> = {
    enumerable: true,
    get() {
      if (this.#explain !== undefined) {
        this.#findings = this.#explain();
        this.#explain = undefined;
      }
      return this.#findings;
    },
  };
}

function explain(rules: readonly CompiledRule[], facts: Facts): readonly Finding[] {
  const findings: Finding[] = [];
  const mistyped = new Set<string>();
  for (const rule of rules) {
    for (const finding of rule.findings(facts)) {
      if (finding.stage === "read") {
        if (mistyped.has(finding.path)) continue;
        mistyped.add(finding.path);
      }
      findings.push(finding);
    }
  }
  // A rule that only waits for a value of the wrong type needs no finding of its own beside that of the type.
  return mistyped.size === 0 ? findings : findings.filter(({ missing }) => missing?.length !== 0);
}

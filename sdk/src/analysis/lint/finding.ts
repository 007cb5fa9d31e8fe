import type { RulePlace } from "../../generated/types.ts";
import type { Witness } from "../diff/witness.ts";

/** The kinds of findings of lint, each with what it is, as a sentence. */
export const lintIds = {
  "lint/never-fires": "A rule that no PCCO can break.",
  "lint/always-fires": "A rule that no PCCO can keep.",
  "lint/shadowed": "A rule that is broken only where another one of the same field is broken, too.",
  "lint/contradictory": "Two rules that can't both be kept.",
  "lint/idle-toggle": "A toggle that changes nothing.",
  "lint/unreachable-state": "An ERP status that no event leads to.",
  "lint/dead-end": "An ERP status that a PCCO can't leave.",
  "lint/unreachable-event": "An event, or one of its ERP statuses, that no PCCO can come to.",
  "lint/impossible-role": "A role that nobody can have.",
  "lint/nobody-may": "An event that nobody may do.",
  "lint/impossible-event": "An event that can never happen.",
  "lint/avoided-gate": "A way to the ERP system on which rules are not asked.",
  "lint/missing-source": "An entry that names no page it comes from.",
  "lint/missing-test": "A rule file, rule or event without tests.",
  "lint/version-step": "A version step that is smaller than the change.",
  "lint/not-decided": "Something that could not be told.",
} as const;

/** One of `lintIds`. */
export type LintId = keyof typeof lintIds;

/** A PCCO that shows a finding: it was asked of the rule set before it is told. */
export interface LintWitness extends Witness {
  /** The event for which it is asked. */
  readonly event: string;
  /** What it shows, as a sentence. */
  readonly shows: string;
}

/** Another place that has a part in a finding. */
export interface RelatedPlace {
  readonly place: RulePlace;
  /** What stands there, as a phrase. */
  readonly message: string;
}

/** Something about a rule file that is probably not meant. */
export interface LintFinding {
  readonly id: LintId;
  readonly severity: "error" | "warning" | "info";
  /** What was found, and what to do, in plain sentences. */
  readonly message: string;
  readonly place: RulePlace;
  readonly related: readonly RelatedPlace[];
  readonly witness?: LintWitness;
}

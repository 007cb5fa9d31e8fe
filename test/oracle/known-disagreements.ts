import type { Disagreement } from "./disagreements.ts";
import type { Facts } from "./naive/facts.ts";
import type { Subject } from "./subject.ts";

/** A disagreement between engine and interpreter that is known and still to be mended. */
export interface KnownDisagreement {
  /** What is wrong, and on which side. */
  readonly why: string;
  /** A case that shows it. When it no longer does, the entry has to go. */
  readonly subject: Subject;
  readonly facts: Facts;
  /** Whether a disagreement that was found is this one. */
  isThis(found: Disagreement): boolean;
}

/** This list can only shrink. */
export const knownDisagreements: readonly KnownDisagreement[] = [];

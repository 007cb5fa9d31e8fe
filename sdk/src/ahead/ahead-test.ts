import type { Facts } from "../context/facts.ts";

/** A quick test that was written ahead of time. */
export interface AheadTest {
  /** Ids of the rules it is for, in order. */
  readonly rules: readonly string[];
  /** Ids of those it does not cover, which have to be asked. */
  readonly rest: readonly string[];
  /** Whether all others certainly hold or do not apply. */
  readonly holds: (facts: Facts) => boolean;
  /** After `holds` said `false`: whether the rule at a position may be the reason. All others certainly hold or do not apply. */
  readonly isOpen: (index: number) => boolean;
}

/**
 * What a rule says of one place. Ordered by weight, so that the heaviest of several is their maximum.
 * Plain numbers, because a clean document must cost next to nothing.
 */
export type Judgement = typeof DOES_NOT_APPLY | typeof HOLDS | typeof UNKNOWN | typeof MISTYPED | typeof BROKEN;

/** The rule has nothing to say here: its condition is not met, or there is no value to check. */
export const DOES_NOT_APPLY = 0;
/** The rule is kept. */
export const HOLDS = 1;
/** A fact needed to judge is not given. */
export const UNKNOWN = 2;
/** The value is not of the field's type, so the rule can't be asked of it. */
export const MISTYPED = 3;
/** The rule is broken. */
export const BROKEN = 4;

import type { Contender } from "./contender.ts";

/** One that tells one finding of each PCCO, and finds another more while it is timed when the task is clean. */
export const contender: Contender = ({ count, broken }) => ({
  run: () => (broken ? count : count + 1),
  told: () => Array.from({ length: count }, () => ["a finding"]),
});

import { shippedRules } from "./task.ts";

const none: readonly string[] = [];

/** Finds nothing: what is left is `JSON.parse` of each line. */
export const contender = shippedRules({ check: () => none, told: (found) => found });

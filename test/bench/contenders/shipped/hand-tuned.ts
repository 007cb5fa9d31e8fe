import { judge } from "../../hand-tuned/judge.ts";
import { shippedRules } from "./task.ts";

/** The rules that ship, tuned by hand. */
export const contender = shippedRules({
  check: judge,
  told: ({ ruleId, path, state }) => `${ruleId} ${path} ${state}`,
});

import type { CompiledRuleSet } from "../../sdk/src/rule-set.ts";
import type { Case } from "./testing.ts";

export function answers(rules: CompiledRuleSet, cases: readonly Case[]): string;

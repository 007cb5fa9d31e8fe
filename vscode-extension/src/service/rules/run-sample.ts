import { readExpect, runExpect } from "@erp-export-rules/sdk/authoring";
import type { TestOutcome } from "../../protocol.ts";
import type { SampleRecord } from "../model.ts";
import { asYaml } from "./as-yaml.ts";
import { rulesAsOf } from "./rules-as-of.ts";

/** Compares a PCCO with what its `$expect` says. */
export function runSample(record: SampleRecord): TestOutcome {
  const id = String(record.index);
  const expected = readExpect(record.expect);
  if (typeof expected === "string") return { id, passed: false, message: expected };
  const { given, rules, verdict } = record;
  if (rules === undefined || given === undefined) {
    const message = verdict.findings[0]?.message ?? "What this PCCO is judged by can't be had.";
    return { id, passed: false, message };
  }
  const then = rulesAsOf(rules, given, expected.asOf);
  if (typeof then === "string") return { id, passed: false, message: then };
  const result = runExpect(then, given.document(), given.context, expected);
  const { passed, message } = result;
  return passed
    ? { id, passed, message }
    : { id, passed, message, expected: asYaml({ ...result.expected }), actual: asYaml({ ...result.actual }) };
}

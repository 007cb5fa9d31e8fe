import { readExpect, runExpect } from "@erp-export-rules/sdk/authoring";
import type { TestOutcome } from "../../protocol.ts";
import type { SampleRecord } from "../model.ts";
import { asYaml } from "./as-yaml.ts";
import { differenceLines } from "./difference-lines.ts";
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
  if (result.passed) return { id, passed: true, message: "" };
  const [expectedText, actual] = [asYaml({ ...result.expected }), asYaml({ ...result.actual })];
  return { id, passed: false, message: differenceLines(result), expected: expectedText, actual };
}

import type { Finding } from "@erp-export-rules/sdk";
import type { TextVerdict } from "@erp-export-rules/sdk/text";
import type { TestOutcome } from "../../protocol.ts";
import type { SampleRecord } from "../model.ts";
import { asYaml } from "./as-yaml.ts";
import { isGroup } from "./names.ts";

/** What a check of a PCCO must find: exactly these rules, each once however many lines break it. */
interface Expectation {
  /** `undefined`: what follows from the rules that are broken. */
  readonly outcome: string | undefined;
  readonly event: string;
  readonly asOf: string | undefined;
  readonly broken: readonly string[];
  readonly unknown: readonly string[];
}

/** Compares a PCCO with what its `$expect` says. */
export function runSample(record: SampleRecord): TestOutcome {
  const id = String(record.index);
  const expected = expectationOf(record.expect);
  if (typeof expected === "string") return { id, passed: false, message: expected };
  const verdict = verdictFor(record, expected);
  if (typeof verdict === "string") return { id, passed: false, message: verdict };
  const outcome = expected.outcome ?? (blocks(verdict) ? "blocked" : "exportable");
  const wanted = { outcome, broken: expected.broken.toSorted(), unknown: expected.unknown.toSorted() };
  const found = { outcome: verdict.outcome, broken: idsOf(verdict, "broken"), unknown: idsOf(verdict, "unknown") };
  const differences = [
    ...(wanted.outcome === found.outcome ? [] : [`The outcome is ${found.outcome}, not ${wanted.outcome}.`]),
    ...differencesOf("broken", wanted.broken, verdict),
    ...differencesOf("unknown", wanted.unknown, verdict),
  ];
  if (differences.length === 0) return { id, passed: true, message: "" };
  return { id, passed: false, message: differences.join("\n"), expected: asYaml(wanted), actual: asYaml(found) };
}

/** Reads `$expect`; a sentence when it can't be one. */
function expectationOf(written: unknown): Expectation | string {
  const group = Array.isArray(written) ? { broken: written } : written;
  if (!isGroup(group))
    return "$expect must be a list of rules, or a group of keys such as outcome, broken and unknown.";
  const { outcome, event = "send", asOf, broken = [], unknown = [], ...others } = group;
  const [other] = Object.keys(others);
  if (other !== undefined) return `$expect has no "${other}"; it has outcome, event, asOf, broken and unknown.`;
  if (!isTexts(broken) || !isTexts(unknown)) return '"broken" and "unknown" of $expect are lists of rules.';
  return {
    outcome: outcome === undefined ? undefined : String(outcome),
    event: String(event),
    asOf: asOf === undefined ? undefined : String(asOf),
    broken,
    unknown,
  };
}

function verdictFor(record: SampleRecord, { event, asOf }: Expectation): TextVerdict | string {
  const { verdict, judgeAs, rules } = record;
  if (rules === undefined) return verdict.findings[0]?.message ?? "What this PCCO is judged by can't be had.";
  if (rules.events.length > 0 && !rules.events.includes(event))
    return `$expect names the event "${event}", which the rules don't have.`;
  if (judgeAs !== undefined) return judgeAs({ event, asOf });
  if (asOf === undefined && event === (record.event ?? "send")) return verdict;
  return "This PCCO can't be judged as its $expect asks.";
}

function blocks({ findings }: TextVerdict): boolean {
  return findings.some(({ state, severity }) => state === "broken" && severity === "error");
}

function idsOf({ findings }: TextVerdict, state: Finding["state"]): readonly string[] {
  return [...new Set(findings.filter((found) => found.state === state).map(({ ruleId }) => ruleId))].sort();
}

function differencesOf(state: Finding["state"], wanted: readonly string[], verdict: TextVerdict): readonly string[] {
  const found = idsOf(verdict, state);
  const messageOf = (id: string): string =>
    verdict.findings.find(({ ruleId, state: own }) => ruleId === id && own === state)?.message ?? "";
  const extra = found.filter((id) => !wanted.includes(id));
  const missing = wanted.filter((id) => !found.includes(id));
  return [
    ...extra.map((id) => `${id} is ${state}, which is not expected: ${messageOf(id)}`),
    ...missing.map((id) => `${id} is expected to be ${state}, but is not.`),
  ];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

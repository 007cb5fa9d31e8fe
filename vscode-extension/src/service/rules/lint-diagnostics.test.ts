import { lintRules } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test, vi } from "vitest";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { lintDiagnostics } from "./lint-diagnostics.ts";
import { projectOf, uriOf, wordAt } from "./testing.ts";

// What lint does is real; only how often it is asked is counted.
vi.mock(import("@erp-export-rules/sdk/authoring"), async (original) => {
  const real = await original();
  return { ...real, lintRules: vi.fn(real.lintRules) };
});

const head = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
`;
const contradictory = `${head}rules:
  short: { field: number, maxLength: 3, severity: error, stage: save, source: send }
  long: { field: number, minLength: 4, severity: error, stage: save, source: send }
`;

async function linted(files: Readonly<Record<string, string>>, file = "company.yaml") {
  const project = await projectOf(files);
  return lintDiagnostics(project.rule(file), project, (place) =>
    place.file.startsWith("spectrum/") ? undefined : uriOf(place.file),
  );
}

test("a rule file that is as it should be", async () => {
  expect(await linted({ "company.yaml": head })).toEqual([]);
});

test("a finding stands on the name of its rule, with the other one and the PCCO that shows it", async () => {
  const found = await linted({ "company.yaml": contradictory });
  const [first] = found.filter(({ code }) => code === "lint/contradictory");
  expect(first).toMatchObject({ severity: DiagnosticSeverity.Error, source: "erp-export-rules" });
  if (first === undefined) throw new Error("nothing found");
  expect(wordAt(contradictory, first.range)).toBe("long");
  expect(first.message).toMatch(/\nAsked for send, this PCCO shows it \(.*\): \{"number":".+","\$context":\{\}\}$/);
  const [related] = first.relatedInformation ?? [];
  expect(related?.location.uri).toBe(uriOf("company.yaml"));
  expect(related && wordAt(contradictory, related.location.range)).toBe("short");
});

test("a place that the editor can't open is not pointed to, and warnings and notes are told as such", async () => {
  const shadowed = `${head}rules:\n  long: { field: title, maxLength: 300, severity: error, stage: save, source: send }\n`;
  const [found] = await linted({ "company.yaml": shadowed });
  expect(found).toMatchObject({ code: "lint/shadowed", severity: DiagnosticSeverity.Warning });
  expect(found?.relatedInformation).toBeUndefined();
});

describe("tests", () => {
  const rules = `${head}overrides:\n  title-length: { maxLength: 60, because: Letters. }\n`;

  test("are asked for where the folder has any", async () => {
    expect(await linted({ "company.yaml": rules })).toEqual([]);
    const other = "ruleSet: company/other@1\ncases: []\n";
    expect((await linted({ "company.yaml": rules, "other.test.yaml": other })).map(({ code }) => code)).toEqual([
      "lint/missing-test",
    ]);
  });

  test("are asked for of each rule, also while they are typed", async () => {
    const tests = (broken: string): string => `ruleSet: company/pcco@1\ncases:\n  - { name: a, broken: [${broken}] }\n`;
    expect(await linted({ "company.yaml": rules, "company.test.yaml": tests("title-length") })).toEqual([]);
    const [found] = await linted({ "company.yaml": rules, "company.test.yaml": tests("") });
    expect(found?.message).toContain('No test expects rule "title-length" to be broken.');
    expect(found && wordAt(rules, found.range)).toBe("title-length");
    const unreadable = await linted({
      "company.yaml": rules,
      "company.test.yaml": `${tests("title-length")}  - { name: b, bro`,
    });
    expect(unreadable.map(({ code }) => code)).toEqual(["lint/missing-test"]);
  });
});

test("a file that has faults is not linted, but a published one that was changed is", async () => {
  expect(await linted({ "company.yaml": contradictory.replace("maxLength", "maxLenght") })).toEqual([]);
  expect(await linted({ "company.yaml": contradictory.replace("field: number, max", "field: numbr, max") })).toEqual(
    [],
  );
  expect(await linted({ "company.yaml": contradictory, "lock.yaml": "company.yaml: changed\n" })).not.toEqual([]);
});

test("rules that did not change are not linted again, but the tests that did are looked at", async () => {
  const about = (rule: string): string => `ruleSet: company/pcco@1\ncases:\n  - { name: a, broken: [${rule}] }\n`;
  const project = await projectOf({ "company.yaml": contradictory, "company.test.yaml": about("short") });
  const rule = project.rule("company.yaml");
  const typed = await projectOf({ "company.test.yaml": about("short, long") });
  const linted = (ruleTests: typeof project.ruleTests) => lintDiagnostics(rule, { ruleTests }, () => undefined);
  const untested = (found: ReturnType<typeof linted>) =>
    found.flatMap(({ code, range }) => (code === "lint/missing-test" ? wordAt(contradictory, range) : []));
  vi.mocked(lintRules).mockClear();

  const first = linted(project.ruleTests);
  expect(untested(first)).toEqual(["long"]);
  expect(untested(linted(typed.ruleTests))).toEqual([]);
  expect(untested(linted([]))).toEqual([]);
  expect(linted(project.ruleTests)).toEqual(first);
  expect(lintRules).toHaveBeenCalledTimes(1);

  const edited = { ...rule, source: rule.source && { ...rule.source } };
  expect(lintDiagnostics(edited, project, () => undefined)).toEqual(first);
  expect(lintRules).toHaveBeenCalledTimes(2);
});

import { bundledRuleFiles } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test } from "vitest";
import { counterpartsOf } from "./counterparts.ts";
import { readProjectRules } from "./read-rule-text.ts";
import { companyRules, northRules, projectOf, uriOf } from "./testing.ts";

const next = companyRules.replace("version: 1.0.0", "version: 1.10.0").replace("2026-11-01", "2026-12-01");
const third = companyRules.replace("version: 1.0.0", "version: 1.9.0").replace("2026-11-01", "2026-11-20");
const later = companyRules.replace("version: 1.0.0", "version: 2.0.0").replace("2026-11-01", "2027-01-01");

/** A rule file as it stands on disk. */
async function savedAs(file: string, text: string, lock?: string) {
  const { ruleTexts } = await readProjectRules([{ uri: uriOf(file), file, version: null, text }], new Map(), lock);
  return ruleTexts[0];
}

async function namesFor(file: string, files: Readonly<Record<string, string>>, saved?: string, lock?: string) {
  const project = await projectOf(files);
  const onDisk = saved === undefined ? undefined : await savedAs(file, saved, lock);
  return counterpartsOf(project.rule(file), project, onDisk).map(({ kind, name }) => `${kind} ${name}`);
}

describe("what a rule file can be compared with", () => {
  test("are other versions, those before it first and the nearest of them at the head; then the saved file", async () => {
    const files = { "a.yaml": companyRules, "b.yaml": third, "c.yaml": next, "d.yaml": later };
    expect(await namesFor("c.yaml", files, next.replace("maxLength: 9", "maxLength: 8"))).toEqual([
      "earlier company/pcco@1.9.0",
      "earlier company/pcco@1.0.0",
      "saved saved",
      "later company/pcco@2.0.0",
    ]);
  });

  test("is what it extends, before the saved file", async () => {
    const files = { "company.yaml": companyRules, "north.yaml": northRules };
    const project = await projectOf(files);
    const [first, ...others] = counterpartsOf(project.rule("north.yaml"), project, undefined);
    expect([first?.kind, first?.label, first?.reference]).toEqual([
      "extended",
      "company/pcco 1.0.0",
      "company/pcco@1.0.0",
    ]);
    expect(first?.ruleSet()).toBe(project.rule("company.yaml").ruleSet);
    expect(others).toEqual([]);
  });

  test("is the version of the same name that ships, whatever the edited file says", async () => {
    const bundled = bundledRuleFiles.find(({ file }) => file === "spectrum/pcco/1.1.0.yaml");
    if (bundled === undefined) throw new Error("spectrum/pcco 1.1.0 ships");
    const edited = companyRules.replace("company/pcco", "spectrum/pcco").replace("1.0.0", "1.1.0");
    const project = await projectOf({ "mine.yaml": edited });
    const [first] = counterpartsOf(project.rule("mine.yaml"), project, undefined);
    expect([first?.kind, first?.name, first?.reference]).toEqual(["published", "published", undefined]);
    expect(first?.ruleSet().reference.sha256).toBe(bundled.sha256);
  });

  test("is the saved file as published where the lock file has it so, and just as saved where it has changed", async () => {
    const edited = { "company.yaml": companyRules.replace("maxLength: 9", "maxLength: 12") };
    const saved = await savedAs("company.yaml", companyRules);
    const lock = `company.yaml: ${saved?.source?.sha256}\n`;
    expect(await namesFor("company.yaml", edited, companyRules, lock)).toEqual(["published published"]);
    expect(await namesFor("company.yaml", edited, companyRules.replace("maxLength: 9", "maxLength: 8"), lock)).toEqual([
      "saved saved",
    ]);
  });

  test("is nothing for the only version, saved as it is edited, nor for a file that has never been without faults", async () => {
    expect(await namesFor("company.yaml", { "company.yaml": companyRules })).toEqual([]);
    expect(await namesFor("company.yaml", { "company.yaml": `${companyRules}nonsense: 1\n` })).toEqual([]);
  });

  test("is not a saved file with faults", async () => {
    expect(await namesFor("company.yaml", { "company.yaml": companyRules }, `${companyRules}nonsense: 1\n`)).toEqual(
      [],
    );
  });
});

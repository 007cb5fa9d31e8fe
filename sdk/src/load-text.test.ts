import { describe, expect, test } from "vitest";
import { bundledRuleFiles } from "./generated/rule-sets.ts";
import { loadFrom, loadRuleText, readRuleFolder } from "./load-text.ts";
import { RuleSetError } from "./rules/rule-file.ts";
import { sha256Of } from "./rules/sha256.ts";

const text = (version: string, more = "") =>
  `format: 1\nruleSet: acme/pcco\nversion: ${version}\neffective: { from: 2025-0${version[0]}-01 }\n${more}`;
const copy = (ruleSet: string, version: string, title: string) =>
  JSON.stringify({ ...bundledRuleFiles[0]?.content, ruleSet, version, title });

async function errorOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason: unknown) => reason);
  return error instanceof RuleSetError ? error.message : "no error";
}

describe("a rule set is loaded from its text", () => {
  test("with its name, version and hash", async () => {
    const rules = await loadRuleText({ text: text("1.0.0"), file: "acme.yaml" });
    expect(rules.reference).toEqual({ id: "acme/pcco", version: "1.0.0", sha256: await sha256Of(text("1.0.0")) });
    expect(rules.definition).toMatchObject({
      file: "acme.yaml",
      title: "acme/pcco",
      effective: { from: "2025-01-01" },
    });
  });

  test("faults name a file that has no name", async () => {
    expect(await errorOf(loadRuleText({ text: "" }))).toMatch(
      /^rules\.yaml can't be read:\n {2}rules\.yaml:1:1 this file is empty/,
    );
  });

  test("a copy of a version that ships takes its place, and may be called a new version of it", async () => {
    const mine = await loadRuleText({ text: copy("spectrum/pcco", "1.0.0", "Mine"), file: "a.json" });
    expect(mine.definition.title).toBe("Mine");
    expect(
      (await loadRuleText({ text: copy("spectrum/pcco", "1.0.1", "Mine"), file: "a.json" })).reference.version,
    ).toBe("1.0.1");
  });
});

describe("the rule files of a folder stand beside those that ship", () => {
  test("and are found by name, range and day", async () => {
    const library = await readRuleFolder({
      files: [
        { text: text("1.0.0"), file: "1.yaml" },
        { text: text("2.0.0"), file: "2.yaml" },
      ],
    });
    expect(loadFrom(library, "acme/pcco").reference.version).toBe("2.0.0");
    expect(loadFrom(library, "acme/pcco", "2025-01-31").reference.version).toBe("1.0.0");
    expect(loadFrom(library, "spectrum/pcco@1.0.0").reference.version).toBe("1.0.0");
  });

  test("a copy of a version that ships takes its place", async () => {
    const library = await readRuleFolder({
      files: [{ text: copy("spectrum/pcco", "1.0.0", "Mine"), file: "mine.json" }],
    });
    expect(loadFrom(library, "spectrum/pcco@1.0.0").definition.title).toBe("Mine");
    expect(loadFrom(library, "spectrum/pcco").reference.version).toBe("1.1.0");
  });

  test("the faults of all files are told together", async () => {
    const files = [
      { text: text("1.0.0", "rulez: {}\n"), file: "1.yaml" },
      { text: "", file: "2.yaml" },
      { text: text("3.0.0"), file: "3.yaml" },
    ];
    expect(await errorOf(readRuleFolder({ files }))).toBe(
      'some rule files have faults:\n  1.yaml:5:1 unknown key "rulez". Did you mean "rules"?\n  2.yaml:1:1 this file is empty; a rule file is a group of keys such as `format`, `ruleSet` and `rules`',
    );
  });

  test("the lock file is honoured", async () => {
    const lock = `1.yaml: ${await sha256Of(text("1.0.0"))}\n`;
    const files = (more: string) => [
      { text: text("1.0.0", more), file: "1.yaml" },
      { text: text("2.0.0"), file: "2.yaml" },
    ];
    await expect(readRuleFolder({ files: files(""), lock })).resolves.toBeDefined();
    expect(await errorOf(readRuleFolder({ files: files("title: New\n"), lock }))).toMatch(
      /^published rule files have changed:\n {2}1\.yaml:3:1 version 1\.0\.0 of acme\/pcco is published/,
    );
    expect(await errorOf(readRuleFolder({ files: files(""), lock: "a: 1\na: 2\n" }))).toContain("lock.yaml:2:1");
  });

  test("names are checked in what a rule set extends, too", async () => {
    const parent = text(
      "1.0.0",
      "rules:\n  a-rule: { field: x, required: true, severity: error, stage: send, source: y }\n",
    );
    const library = await readRuleFolder({
      files: [
        { text: parent, file: "1.yaml" },
        { text: text("2.0.0", "extends: acme/pcco@1\n"), file: "2.yaml" },
      ],
    });
    expect(await errorOf(Promise.resolve().then(() => loadFrom(library, "acme/pcco@2")))).toBe(
      '1.yaml has faults:\n  1.yaml:6:13 unknown field "x". There are none.\n  1.yaml:6:69 unknown source "y". There are none.',
    );
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { libraryWith } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test } from "vitest";
import { readProjectRules, readRuleText } from "./read-rule-text.ts";
import { projectOf, uriOf } from "./testing.ts";

const rulesFolder = join(import.meta.dirname, "../../../../rules");
const published = readFileSync(join(rulesFolder, "spectrum/pcco/1.1.0.yaml"), "utf8");
const lock = readFileSync(join(rulesFolder, "lock.yaml"), "utf8");

const company = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
overrides:
  title-length:
    maxLength: 100
    because: Our printed forms have room for 100.
`;

function messagesOf(rule: { readonly problems: readonly { readonly message: string }[] }): readonly string[] {
  return rule.problems.map(({ message }) => message);
}

describe("one rule file", () => {
  const input = { uri: uriOf("company.yaml"), file: "company.yaml", version: 7, text: company };
  const library = () => libraryWith([]);

  test("without faults is a rule set, and says so", async () => {
    const rule = await readRuleText(input, library);
    expect(rule).toMatchObject({ uri: input.uri, version: 7, problems: [], isCurrent: true });
    expect(rule.ruleSet?.reference).toMatchObject({ id: "company/pcco", version: "1.0.0" });
    expect(rule.source?.content.overrides).toBeDefined();
  });

  test.each([
    ["syntax", company.replace("because: Our", "because: : [Our")],
    ["shape", company.replace("maxLength", "maxLenght")],
    ["names", company.replace("title-length", "titel-length")],
    ["an empty text", ""],
    ["a list", "- format: 1\n"],
    ["a bomb of aliases", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nformat: *c\n"],
  ])("with a fault of %s keeps its last good rule set in force", async (_what, text) => {
    const { ruleSet: lastGood } = await readRuleText(input, library);
    if (lastGood === undefined) throw new Error("it was good");
    const rule = await readRuleText({ ...input, text, lastGood }, library);
    expect(rule.isCurrent).toBe(false);
    expect(rule.ruleSet).toBe(lastGood);
    expect(rule.problems.length).toBeGreaterThan(0);
    expect((await readRuleText({ ...input, text }, library)).ruleSet).toBeUndefined();
  });

  test("that can't stand beside the others is told why", async () => {
    const problem = { file: "company.yaml", path: "/version", message: "it is there twice" };
    expect(await readRuleText(input, () => [problem])).toMatchObject({ problems: [problem], isCurrent: false });
  });
});

describe("rule files together", () => {
  test("extend each other", async () => {
    const north = company
      .replace("company/pcco", "company/north")
      .replace("spectrum/pcco@1.1.0", "company/pcco@1")
      .replace("100", "80");
    const { rule } = await projectOf({ "north.yaml": north, "company.yaml": company });
    expect(messagesOf(rule("north.yaml"))).toEqual([]);
    const title = rule("north.yaml").ruleSet?.definition.rules.find(({ id }) => id === "title-length");
    expect(title?.definition.maxLength).toBe(80);
  });

  test("of one version are both told, both left out, and the rest works", async () => {
    const { rule, library } = await projectOf({
      "a.yaml": company,
      "b.yaml": company.replace("100", "90"),
      "c.yaml": company.replace("company/pcco", "company/south"),
    });
    expect(messagesOf(rule("a.yaml"))).toEqual(["version 1.0.0 of company/pcco is there twice: in b.yaml, too"]);
    expect(messagesOf(rule("b.yaml"))).toEqual(["version 1.0.0 of company/pcco is there twice: in a.yaml, too"]);
    expect(rule("b.yaml").problems[0]?.range?.start).toEqual({ line: 2, character: 0 });
    expect(messagesOf(rule("c.yaml"))).toEqual([]);
    expect(() => library.find("company/pcco")).toThrow("there is no rule set");
    expect(library.find("company/south").file).toBe("c.yaml");
    expect(library.find("spectrum/pcco@1.0.0").file).toBe("spectrum/pcco/1.0.0.yaml");
  });

  test("whose days overlap: the later one is told and left out", async () => {
    const { rule, library } = await projectOf({
      "1.yaml": company.replace("2026-11-01 }", "2026-11-01, until: 2026-12-31 }"),
      "2.yaml": company.replace("1.0.0", "2.0.0").replace("2026-11-01", "2026-12-31"),
    });
    expect(messagesOf(rule("1.yaml"))).toEqual([]);
    expect(messagesOf(rule("2.yaml")).join()).toContain("the days overlap");
    expect(library.find("company/pcco").content.version).toBe("1.0.0");
  });

  test("whose days fall on those of one that ships are told, and those that ship stay", async () => {
    const own = published.replace("version: 1.1.0", "version: 1.2.0");
    const { rule, library } = await projectOf({ "own.yaml": own });
    expect(messagesOf(rule("own.yaml")).join()).toContain("both begin on 2026-11-01");
    expect(library.find("spectrum/pcco").content.version).toBe("1.1.0");
  });

  test("one that extends another with faults is told at its extends, and keeps its last good rule set", async () => {
    const files = {
      "north.yaml": company
        .replace("company/pcco", "company/north")
        .replace("spectrum/pcco@1.1.0", "company/pcco@1.0.0"),
    };
    const before = await projectOf({ ...files, "company.yaml": company });
    const half = await projectOf({ ...files, "company.yaml": company.replace("maxLength: 100", "maxLength:") }, before);
    expect(messagesOf(half.rule("north.yaml"))).toEqual([
      "company.yaml, which this rule set extends, has faults. Mend these first.",
    ]);
    expect(half.rule("north.yaml").problems[0]?.range?.start.line).toBe(4);
    expect(half.rule("north.yaml").ruleSet).toBe(before.rule("north.yaml").ruleSet);
    const wrong = await projectOf(
      { ...files, "company.yaml": company.replace("title-length", "titel-length") },
      before,
    );
    expect(messagesOf(wrong.rule("north.yaml")).join()).toContain(
      "company.yaml, which this rule set extends, has faults: ",
    );
  });

  test("one that extends itself, by way of another, is told so", async () => {
    const other = company.replace("company/pcco", "company/north").replace("spectrum/pcco@1.1.0", "company/pcco@1");
    const { rule } = await projectOf({
      "a.yaml": company.replace("spectrum/pcco@1.1.0", "company/north@1"),
      "b.yaml": other,
    });
    expect(messagesOf(rule("a.yaml")).join()).toContain("extends itself");
  });

  test("that come out the same stay the same objects; a change of what they extend makes a new one", async () => {
    const files = {
      "north.yaml": company.replace("company/pcco", "company/north").replace("spectrum/pcco@1.1.0", "company/pcco@1"),
    };
    const before = await projectOf({ ...files, "company.yaml": company });
    const same = await projectOf({ ...files, "company.yaml": company }, before);
    expect(same.rule("north.yaml").ruleSet).toBe(before.rule("north.yaml").ruleSet);
    const other = await projectOf({ ...files, "company.yaml": company.replace("100", "101") }, same);
    expect(other.rule("north.yaml").ruleSet).not.toBe(before.rule("north.yaml").ruleSet);
    expect(other.rule("north.yaml").isCurrent).toBe(true);
  });

  test("that have not changed are not read again", async () => {
    const file = { uri: uriOf("a.yaml"), file: "a.yaml", version: 1, text: company };
    const { ruleTexts } = await readProjectRules([file], new Map());
    const again = await readProjectRules([{ ...file, version: 2 }], new Map(), undefined, ruleTexts);
    expect(again.ruleTexts[0]?.document).toBe(ruleTexts[0]?.document);
    expect(again.ruleTexts[0]?.version).toBe(2);
  });
});

describe("a published version", () => {
  const files = (text: string) => ({
    "rules/spectrum/pcco/1.1.0.yaml": text,
    "company.yaml": company,
    "lock.yaml": lock,
  });

  test("that stands as it was is published", async () => {
    const { rule } = await projectOf(files(published));
    expect(rule("rules/spectrum/pcco/1.1.0.yaml")).toMatchObject({ isPublished: true, problems: [] });
    expect(rule("company.yaml").isPublished).toBeUndefined();
  });

  test("that was changed is told so, and applies as it is edited", async () => {
    const { rule } = await projectOf(files(published.replace("maxLength: 255", "maxLength: 250")));
    const changed = rule("rules/spectrum/pcco/1.1.0.yaml");
    expect(messagesOf(changed)).toEqual([
      "version 1.1.0 of spectrum/pcco is published and must not change. Undo the change, or save it as a new file with a higher version.",
    ]);
    expect(changed).toMatchObject({ isPublished: true, isCurrent: true });
    const title = changed.ruleSet?.definition.rules.find(({ id }) => id === "title-length");
    expect(title?.definition.maxLength).toBe(250);
    // What extends it sees the edited rules, too.
    expect(rule("company.yaml")).toMatchObject({ problems: [], isCurrent: true });
  });

  test("can't be told when the lock file can't be read", async () => {
    const { rule } = await projectOf({ "company.yaml": company, "lock.yaml": "a: [" });
    expect(messagesOf(rule("company.yaml")).join()).toContain("the lock file can't be read");
  });
});

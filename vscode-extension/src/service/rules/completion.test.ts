import { describe, expect, test } from "vitest";
import { ruleCompletion } from "./completion.ts";
import { companyRules, northRules, projectOf } from "./testing.ts";
import { accept, inCompany, labels, offered } from "./testing-completion.ts";

describe("keys", () => {
  test("of the file, those that are needed first", async () => {
    const found = await labels("format: 1\n‸\n");
    expect(found.slice(0, 3)).toEqual(["ruleSet", "version", "effective"]);
    expect(found).toContain("lifecycle");
    expect(found).not.toContain("format");
  });

  test.each([
    ["on a fresh line", "  new-rule:\n    ‸"],
    ["of which a letter is there", "  new-rule:\n    s‸"],
    ["between others", "  new-rule:\n    title: x\n    ‸\n    message: y"],
    ["in brackets", "  new-rule: { ‸ }"],
    ["in brackets that are not closed", "  new-rule: { title: x, ‸"],
  ])("of a rule, %s", async (_where, lines) => {
    const found = await labels(inCompany(lines));
    expect(found.slice(0, 3)).toEqual(["severity", "stage", "source"]);
    expect(found).toEqual(expect.arrayContaining(["field", "when", "required", "maxLength", "rationale"]));
    expect(found).not.toContain("because");
  });

  test("of a rule: only check keywords that fit its field, and only while it has none", async () => {
    const found = await labels(inCompany("  new-rule:\n    field: total\n    ‸"));
    expect(found).toEqual(expect.arrayContaining(["sumEquals", "minimum", "required"]));
    expect(found).not.toContain("maxLength");
    expect(found).not.toContain("is");
    expect(found).not.toContain("feature");
    const done = await labels(inCompany("  new-rule:\n    field: total\n    required: true\n    ‸"));
    expect(done).toContain("severity");
    expect(done).not.toContain("sumEquals");
  });

  test("of a rule about a toggle: `is`", async () => {
    const found = await labels(inCompany("  new-rule:\n    feature: night_work\n    ‸"));
    expect(found).toContain("is");
    expect(found).not.toContain("required");
  });

  test.each([
    ["of a rule", "  new-rule:\n    when:\n      ‸"],
    ["in brackets", "  new-rule:\n    when: { ‸ }"],
    ["inside of another", "  new-rule:\n    when:\n      all:\n        - { feature: night_work, is: on }\n        - ‸"],
    ["turned round", "  new-rule:\n    when: { not: { ‸ } }"],
  ])("of a condition, %s", async (_where, lines) => {
    const found = await labels(inCompany(lines));
    expect(found).toEqual(expect.arrayContaining(["all", "any", "not", "feature", "field"]));
    expect(found).not.toContain("severity");
  });

  test("of what changes a rule: its own keyword alone, and why", async () => {
    const found = await labels(`${northRules.replace("overrides:\n", "overrides:\n  sum-of-lines:\n    ‸\n")}`);
    expect(found[0]).toBe("because");
    expect(found).toContain("sumEquals");
    expect(found).not.toContain("maxLength");
  });

  test("that are names: rules to change, toggles to set, fields to write", async () => {
    expect(await labels(northRules.replace("overrides:\n", "overrides:\n  ‸\n"))).toEqual(["sum-of-lines"]);
    expect(await labels(northRules.replace("{ night_work: on }", "{ ‸ }"))).toContain("night_work");
    const fields = await labels(companyRules.replace("set: { title: { input: why } }", "set: { ‸ }"));
    expect(fields).toEqual(["title", "number", "total"]);
  });

  test("tell what they mean", async () => {
    const items = await offered(inCompany("  new-rule:\n    ‸"));
    const of = (label: string) => items.find((item) => item.label === label)?.documentation;
    expect(of("maxLength")).toMatchObject({ value: expect.stringContaining("At most this many characters") });
    expect(of("stage")).toMatchObject({ value: expect.stringContaining("When a rule is asked") });
  });
});

describe("what is accepted", () => {
  test.each<[string, string, string, string]>([
    ["a key", "  new-rule:\n    sev‸", "severity", "    severity: "],
    ["a key of which the colon is there", "  new-rule:\n    sev‸: error", "severity", "    severity: error"],
    ["a key with only one value", "  new-rule:\n    req‸", "required", "    required: true"],
    ["a key of a group", "  new-rule:\n    wh‸", "when", "    when:\n      "],
    ["a key of a group, in brackets", "  new-rule: { wh‸ }", "when", "  new-rule: { when:  }"],
    ["a value behind the colon", "  new-rule:\n    severity:‸", "error", "    severity: error"],
    ["a value in quotes", "  new-rule:\n    severity: 'e‸'", "error", "    severity: 'error'"],
    ["a toggle position", "  new-rule:\n    is: ‸", "off", "    is: off"],
    ["a place with brackets", "  new-rule:\n    fields:\n      -‸", "title", "      - title"],
  ])("%s", async (_what, lines, label, expected) => {
    expect(await accept(inCompany(lines), label)).toBe(expected);
  });

  test("a path in brackets gets the quotes it needs", async () => {
    const text = companyRules.replace("path: grand_total", "path: ‸");
    expect(await accept(text, "line_items[].amount")).toBe(
      '  total: { label: Total, path: "line_items[].amount", type: money }',
    );
  });

  test("with snippets: places to fill in, and choices", async () => {
    expect(await accept(inCompany("  new-rule:\n    sev‸"), "severity", true)).toBe(
      `    severity: \${1|error,warning,info,off|}`,
    );
    expect(await accept(inCompany("  new-rule:\n    mess‸"), "message", true)).toBe('    message: "$1"');
    expect(await accept(inCompany("  new-rule:\n    sumE‸"), "sumEquals", true)).toBe("    sumEquals: [$1]");
  });

  test("a whole rule, with snippets", async () => {
    expect(await accept(inCompany("  ‸"), "new rule", true)).toBe(
      [
        `  \${1:rule-id}:`,
        `    title: \${2:What holds when the rule is kept}`,
        `    field: \${3|title,number,total,lineAmount,isAdmin|}`,
        `    \${4:required: true}`,
        `    severity: \${5|error,warning,info,off|}`,
        `    stage: \${6|save,send,export|}`,
        `    source: \${7|handbook|}`,
      ].join("\n"),
    );
    expect(await labels(inCompany("  ‸"))).toEqual([]);
  });

  test("a change of a rule, with snippets", async () => {
    const text = northRules.replace("overrides:\n", "overrides:\n  ‸\n");
    expect(await accept(text, "change a rule", true)).toBe(
      `  \${1|title-length,sum-of-lines|}:\n    severity: \${2|error,warning,info,off|}\n    because: \${3:Why it differs here}`,
    );
  });
});

test.each(["", "‸", "]]]‸", ": ‸ : :", "rules:\n  - ‸\n", "a: &a [*a, ‸]", "rules: [‸", "‸\tx", "\u{1f600}: ‸"])(
  "%j is no reason to fail",
  async (text) => {
    const project = await projectOf({ "company.yaml": text });
    expect(Array.isArray(ruleCompletion(project.rule("company.yaml"), project.cursor, project).items)).toBe(true);
  },
);

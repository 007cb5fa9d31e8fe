import { parseText } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { breakingCase } from "./breaking-case.ts";
import { ruleIdAt } from "./rule-id-at.ts";
import { companyRules, northRules, projectOf } from "./testing.ts";

const files = { "company.yaml": companyRules, "north.yaml": northRules };

/** The PCCO, and what its rule set finds in it. */
async function broken(file: string, id: string, event = "send", texts: Readonly<Record<string, string>> = files) {
  const project = await projectOf(texts);
  const rule = project.rule(file);
  const found = breakingCase(rule, id, event);
  if ("refusal" in found) throw new Error(found.refusal);
  const [document] = parseText(found.text, { format: "yaml" }).documents;
  const value = Object(document?.value);
  const verdict = rule.ruleSet?.check(value, value["$context"], { event });
  return {
    ...found,
    value,
    broken: verdict?.findings.filter(({ state }) => state === "broken").map(({ ruleId }) => ruleId),
  };
}

describe("a PCCO that breaks a rule", () => {
  test("breaks just that one, pins its rules and brings its context", async () => {
    const found = await broken("company.yaml", "title-length");
    expect(found.file).toBe("breaks-title-length.pcco.yaml");
    expect(found.text).toMatch(/^# Breaks title-length of company\/pcco 1\.0\.0\.\n\$rules: company\/pcco@1\.0\.0\n/);
    expect(found.broken).toEqual(["title-length"]);
    expect(found.value["title"]).toHaveLength(10);
    expect(found.value["$context"]).toBeDefined();
  });

  test("follows the file as it is edited, and what it overrides", async () => {
    expect((await broken("north.yaml", "title-length")).value["title"]).toHaveLength(21);
    const edited = { "company.yaml": companyRules.replace("maxLength: 9", "maxLength: 3") };
    expect((await broken("company.yaml", "title-length", "send", edited)).value["title"]).toHaveLength(4);
  });

  test("says for which event it is, where that is not the one PCCOs are judged for", async () => {
    const found = await broken("company.yaml", "title-length", "take-back");
    expect(found.text).toContain('# Only "Send" asks it: set erpExportRules.event to send to see it.\n');
  });

  test("is for the event PCCOs are judged for, where several ask the rule", async () => {
    const edited = { "company.yaml": companyRules.replace("    to: fresh\n", "    to: fresh\n    checks: [save]\n") };
    expect((await broken("company.yaml", "title-length", "take-back", edited)).text).not.toContain("# Only");
  });
});

describe("there is none", () => {
  test.each([
    ["no-such-rule", companyRules, "company.yaml has no rule no-such-rule."],
    [
      "title-length",
      companyRules.replace("severity: error", "severity: off"),
      "No event asks title-length, so no PCCO can break it.",
    ],
    ["title-length", companyRules.replace("maxLength: 9", "maxLenth: 9"), "company.yaml has faults. Mend these first"],
  ])("of %s", async (id, text, why) => {
    const project = await projectOf({ "company.yaml": text });
    expect(breakingCase(project.rule("company.yaml"), id, "send")).toEqual({ refusal: expect.stringContaining(why) });
  });

  test("of a rule that nothing can break: it is proved, not guessed", async () => {
    const never = companyRules.replace("when: { all: [", "when: { all: [{ feature: night_work, is: on }, ");
    const project = await projectOf({ "company.yaml": never });
    expect(breakingCase(project.rule("company.yaml"), "sum-of-lines", "send")).toEqual({
      refusal: "No PCCO can break sum-of-lines.",
    });
  });
});

test("a rule about what is entered is broken by an event, not by a PCCO", async () => {
  const entered = companyRules
    .replace(
      "rules:\n",
      "rules:\n  why-required: { field: why, required: true, severity: error, stage: save, source: handbook }\n",
    )
    .replace("  isAdmin:", "  why: { label: Why, in: input, path: why, type: text }\n  isAdmin:")
    .replace("    to: fresh\n", "    to: fresh\n    checks: [save]\n");
  const project = await projectOf({ "company.yaml": entered });
  expect(project.rule("company.yaml").problems).toEqual([]);
  expect(breakingCase(project.rule("company.yaml"), "why-required", "take-back")).toEqual({
    refusal: "why-required asks for what is entered when the event happens, so no PCCO breaks it by itself.",
  });
});

test("the rule of a line is the one whose lines it is among", async () => {
  const rule = (await projectOf(files)).rule("company.yaml");
  const lineOf = (piece: string) => companyRules.slice(0, companyRules.indexOf(piece)).split("\n").length - 1;
  expect(ruleIdAt(rule, lineOf("title-length:"))).toBe("title-length");
  expect(ruleIdAt(rule, lineOf("maxLength"))).toBe("title-length");
  expect(ruleIdAt(rule, lineOf("sumEquals"))).toBe("sum-of-lines");
  expect(ruleIdAt(rule, 0)).toBeUndefined();
  expect(ruleIdAt((await projectOf(files)).rule("north.yaml"), 7)).toBe("title-length");
});

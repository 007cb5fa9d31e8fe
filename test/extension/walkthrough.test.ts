import { loadRuleSet } from "@erp-export-rules/sdk";
import { editText, inlineContext, parseText } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { read } from "./testing.ts";

const format = "yaml";
const sample = read("walkthrough/three-breaks.pcco.yaml");
const rules = await loadRuleSet("spectrum/pcco@1");
const findingsOf = (text: string) => rules.checkText(text, { format }).flatMap(({ findings }) => findings);

describe("the sample", () => {
  test("breaks exactly three rules, and each one blocks", () => {
    const found = findingsOf(sample).map(({ ruleId, severity, state }) => ({ ruleId, severity, state }));
    expect(found).toEqual([
      { ruleId: "status-approved", severity: "error", state: "broken" },
      { ruleId: "date-required", severity: "error", state: "broken" },
      { ruleId: "billing-item-code-length", severity: "error", state: "broken" },
    ]);
  });

  test("tells of each break in the lines above it", () => {
    const lines = sample.split("\n");
    findingsOf(sample).forEach(({ range }, number) => {
      expect(lines[(range?.start.line ?? 0) - 1]).toContain(`# Break ${number + 1}: `);
    });
  });

  test("can be sent once each is mended as it says", () => {
    const mended = sample
      .replace("status: draft", "status: approved")
      .replace('created_at: ""', 'created_at: "2026-11-02T09:00:00Z"')
      .replace("2651-LIGHT-A", "2651-LIGHT");
    expect(findingsOf(mended)).toEqual([]);
    const [verdict] = rules.checkText(mended, { format });
    expect(verdict?.outcome).toBe("exportable");
    const document = parseText(mended, { format }).documents[0];
    const context = document && inlineContext(document);
    const moved = rules.transition(Object(document?.value), "send", {
      at: "2026-11-23T09:00:00Z",
      ...(context && { context }),
    });
    expect(moved.ok).toBe(true);
  });

  test("has a fix for the first and the last break, which mends it", () => {
    for (const ruleId of ["status-approved", "billing-item-code-length"]) {
      const [fix] = findingsOf(sample).find((finding) => finding.ruleId === ruleId)?.fixes ?? [];
      const mended = editText(sample, { format }, fix?.edits ?? []);
      expect(findingsOf(mended).map((finding) => finding.ruleId)).not.toContain(ruleId);
      expect(findingsOf(mended)).toHaveLength(2);
    }
  });
});

describe("the pages", () => {
  test("show values and messages of the sample", () => {
    const values = [...read("walkthrough/open-sample.md").matchAll(/^ *(?:- )?(\w+: .*?) *(?:#.*)?$/gm)];
    const shown = values.map(([, value = ""]) => value).filter((value) => !value.startsWith("line_items"));
    expect(shown.length).toBe(4);
    for (const value of shown) expect(sample).toContain(value);
    const messages = findingsOf(sample).map(({ message }) => message);
    expect(messages).toContain(/\*\*(.+)\*\*/.exec(read("walkthrough/read-finding.md"))?.[1]);
  });

  test("show a rule set that loads and lets the long code through", async () => {
    const [, text = ""] = /```yaml\n(.+?)```/s.exec(read("walkthrough/change-rule.md")) ?? [];
    const own = await loadRuleSet({ text, file: "company.rules.yaml" });
    const ids = own.checkText(sample, { format }).flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
    expect(ids).toEqual(["status-approved", "date-required"]);
  });

  test("draw the life cycle with the names of the rule set", () => {
    const { states, lifecycle } = rules.definition;
    const labels = new Set([...Object.values(states), ...Object.values(lifecycle)].map(({ label }) => label));
    const drawn = [...read("walkthrough/run-event.svg").matchAll(/<text[^>]*>([^<]+)</g)].map(([, text = ""]) => text);
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((text) => !labels.has(text))).toEqual([]);
  });
});

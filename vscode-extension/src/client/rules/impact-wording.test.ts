import { describe, expect, test } from "vitest";
import type { ChangedPcco, RuleImpact } from "../../protocol.ts";
import { english } from "../testing.ts";
import { impactRows, wordCount, wordImpact } from "./impact-wording.ts";

const grouped = (count: number): string => count.toLocaleString("en");

const impact: RuleImpact = {
  against: { name: "saved", kind: "saved", label: "company/pcco 1.0.0" },
  documents: 2310,
  changed: 14,
  rules: [
    { ruleId: "title-length", documents: 13 },
    { ruleId: "status-approved", documents: 2 },
  ],
  changes: [],
};

describe("the status item", () => {
  test("says how many PCCOs change, and in place of what", () => {
    expect(wordImpact(impact, english, grouped)).toEqual({
      text: "$(git-compare) 14 of 2,310 PCCOs change",
      tooltip: "With the rules as they are edited, in place of those saved\ntitle-length: 13\nstatus-approved: 2",
    });
  });

  test.each([
    [0, "$(git-compare) No PCCO changes"],
    [1, "$(git-compare) 1 of 2,310 PCCOs changes"],
  ])("says so for %d", (changed, text) => {
    expect(wordImpact({ ...impact, changed, rules: [] }, english, grouped)?.text).toBe(text);
  });

  test("names what is not the saved file", () => {
    const to = (kind: RuleImpact["against"]["kind"]) =>
      wordImpact({ ...impact, against: { ...impact.against, kind }, rules: [] }, english, grouped)?.tooltip;
    expect(to("published")).toBe("With the rules as they are edited, in place of company/pcco 1.0.0 as published");
    expect(to("earlier")).toBe("With the rules as they are edited, in place of company/pcco 1.0.0");
  });

  test("has nothing to say of rules that apply to no PCCO", () => {
    expect(wordImpact({ ...impact, documents: 0, changed: 0 }, english, grouped)).toBeUndefined();
  });

  test("says what is counted so far", () => {
    expect(wordCount({ documents: 1200, changed: 3 }, english, grouped).text).toBe(
      "$(sync~spin) 3 of 1,200 PCCOs change so far",
    );
  });
});

describe("the list", () => {
  const changed = (label: string, ruleIds: readonly string[]): ChangedPcco => ({
    uri: `file:///job/${label}.pcco.yaml`,
    file: `${label}.pcco.yaml`,
    label,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    from: "exportable",
    to: ruleIds.length === 0 ? "unknown" : "blocked",
    ruleIds,
  });

  test("has each PCCO below every rule that makes the difference, and counts those that are not listed", () => {
    const changes = [
      changed("a", ["title-length", "status-approved"]),
      changed("b", ["title-length"]),
      changed("c", []),
    ];
    const rows = impactRows({ ...impact, changes }, english, grouped);
    expect(rows.map((row) => ("rule" in row ? row.rule : `  ${row.label}: ${row.description}, ${row.detail}`))).toEqual(
      [
        "title-length",
        "  a: nothing blocks it → blocked, a.pcco.yaml",
        "  b: nothing blocks it → blocked, b.pcco.yaml",
        "status-approved",
        "  a: nothing blocks it → blocked, a.pcco.yaml",
        "no single rule",
        "  c: nothing blocks it → can't be told, c.pcco.yaml",
        "and 11 more",
      ],
    );
  });
});

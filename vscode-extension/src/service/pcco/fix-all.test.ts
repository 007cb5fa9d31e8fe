import { loadRuleSet } from "@erp-export-rules/sdk";
import { parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { fixAll, wantsFixAll } from "./fix-all.ts";
import { after, at, opened, quickFixes, surroundingsWith } from "./testing.ts";

const surroundingsOf = surroundingsWith();

const clerk = `$rules: spectrum/pcco@1.1.0
contract_id: 901
number: 004 # the fourth
status: Approved # as people say
created_at: 2025-03-04T15:10:00Z
reviewed_at: 2025-03-11T18:22:00Z
grand_total: "$8,000.00"
line_items:
  - amount: 8000.00
    cost_code: { origin_id: 05120 }
    line_item_type: { origin_id: S }
    prime_line_item_id: 7002
`;

function fixed(text: string, format: TextFormat = "yaml"): string | undefined {
  const file = opened(text, format);
  const action = fixAll(file, surroundingsOf);
  return action && after(file, action);
}

test("writes all that has only one right answer, and nothing else", () => {
  expect(fixed(clerk)).toBe(
    clerk
      .replace("004 #", '"004" #')
      .replace("Approved", "approved")
      .replace("$8,000.00", "8000.00")
      .replace("amount: 8000.00", 'amount: "8000.00"')
      .replace("05120", '"05120"'),
  );
});

test("is one action of its own kind, with edits for this version that touch nothing but the values", () => {
  const file = opened(clerk);
  const action = fixAll(file, surroundingsOf);
  expect(action).toMatchObject({
    title: "Fix all that has only one right answer",
    kind: "source.fixAll.erpExportRules",
    edit: { documentChanges: [{ textDocument: { uri: file.uri, version: 3 } }] },
  });
  const [change] = action?.edit?.documentChanges ?? [];
  const edits = change !== undefined && "edits" in change ? change.edits : [];
  expect(edits).toHaveLength(5);
  expect(edits.every((edit) => "range" in edit && edit.range.start.line === edit.range.end.line)).toBe(true);
});

test("afterwards nothing safe is left, and it has nothing more to do", () => {
  const text = fixed(clerk) ?? "";
  expect(fixed(text)).toBeUndefined();
  expect(quickFixes(opened(text), surroundingsOf).filter(({ isPreferred }) => isPreferred)).toEqual([]);
});

test("what comes to light is fixed in the same go", async () => {
  // A bare TRUE is first put in quotes; only then can its spelling be judged.
  const rules = await loadRuleSet({
    text: `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
sources: { ours: { title: Our manual, url: "https://example.com/" } }
fields: { agreed: { label: Agreed, path: agreed, type: text } }
rules:
  agreed: { field: agreed, equals: "true", severity: error, stage: send, source: ours }
`,
  });
  const why = { rules: "a test", context: "a test", featuresSet: {} };
  const byOurs = () => ({ rules, context: {}, event: "send", at, why });
  const file = opened("agreed: TRUE # by phone\n");
  const [quoted] = quickFixes(file, byOurs);
  const action = fixAll(file, byOurs);
  expect(quoted && after(file, quoted)).toBe('agreed: "TRUE" # by phone\n');
  expect(action && after(file, action)).toBe('agreed: "true" # by phone\n');
});

test("a choice is left to a person", () => {
  const text = `$rules: spectrum/pcco@1.0.0\nstatus: draft\ncreated_at: ""\n`;
  expect(quickFixes(opened(text), surroundingsOf).length).toBeGreaterThan(0);
  expect(fixed(text)).toBeUndefined();
});

describe("several PCCOs", () => {
  const json = (number: string) =>
    `{"$rules": "spectrum/pcco@1.0.0", "status": "${number}", "created_at": "2025-03-04T15:10:00Z"}`;
  const all = ["Approved", "approved", " APPROVED"].map(json);

  test.each([
    ["ndjson" as const, `${all.join("\n")}\n`],
    ["json" as const, `[\n  ${all.join(",\n  ")}\n]\n`],
    ["json" as const, `[${all.join(", ")}]`],
    ["yaml" as const, `- ${all.join("\r\n- ")}\r\n`],
    ["yaml" as const, `---\n${all.join("\n---\n")}\n`],
  ])("as %s", (format, text) => {
    const result = fixed(text, format) ?? "";
    expect(result).toBe(text.replace('"Approved"', '"approved"').replace('" APPROVED"', '"approved"'));
    expect(parseText(result, { format }).documents).toHaveLength(3);
  });
});

describe("faults", () => {
  const good = '{"$rules": "spectrum/pcco@1.0.0", "status": "Approved", "created_at": "2025-03-04T15:10:00Z"}';

  test.each([
    ["a line that can't be read", `${good}\n{"status":\n`, "ndjson" as const],
    ["a bracket too few", `[${good}`, "json" as const],
    ["a list that is not closed", "status: Approved\nline_items: [\n", "yaml" as const],
  ])("nothing is written while the text has %s", (_fault, text, format) => expect(fixed(text, format)).toBeUndefined());

  test("a PCCO with a key given twice is fixed where that is not in the way", () => {
    expect(fixed(`title: a\ntitle: b\n${clerk}`)).toContain("status: approved #");
    expect(
      fixed(`$rules: spectrum/pcco@1.0.0\nstatus: draft\nstatus: Approved\ncreated_at: 2025-03-04T15:10:00Z\n`),
    ).toBeUndefined();
  });

  test("what an anchor shares is left alone, the rest is fixed", () => {
    const text = `$rules: spectrum/pcco@1.0.0
status: Approved
created_at: 2025-03-04T15:10:00Z
line_items:
  - &line { billing_item_code: 0520 }
  - *line
  - { billing_item_code: 0310 }
`;
    const result = fixed(text) ?? "";
    expect(result).toContain("status: approved\n");
    expect(result).toContain('- { billing_item_code: "0310" }\n');
    expect(result).toContain("- *line\n");
  });

  test("an empty text", () => expect(fixed("")).toBeUndefined());
});

test.each([
  [undefined, false],
  [[], false],
  [["quickfix"], false],
  [["source"], true],
  [["source.fixAll"], true],
  [["source.fixAll.erpExportRules"], true],
  [["source.fixAll.erpExportRules.more"], false],
])("an editor that asks for %j: %s", (only, wanted) => expect(wantsFixAll(only)).toBe(wanted));

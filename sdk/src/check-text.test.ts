import { describe, expect, test } from "vitest";
import { context, current, frozen, ids, only, seed } from "./check/testing.ts";
import type { TextVerdict } from "./check-document.ts";
import { checkText } from "./check-text.ts";
import type { TextFormat } from "./document/text.ts";
import type { Finding } from "./generated/types.ts";

function check(text: string, format: TextFormat = "yaml"): readonly TextVerdict[] {
  return checkText(seed, text, { format, context });
}

/** The part of the text that a finding is shown at, with the line it stands on. */
function shownAt(text: string, { range }: Finding): string | undefined {
  if (range === undefined || range.start.line !== range.end.line) return undefined;
  return `${range.start.line + 1}: ${text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character)}`;
}

const yaml = `number: "004"
status: approved
created_at: 2025-03-04
line_items:
  - id: 1
    amount: "1.00"
    prime_line_item_id: 7001
`;

describe("a text is judged as the PCCO it holds", () => {
  test("in YAML and JSON", () => {
    expect(check(yaml)).toEqual([{ index: 0, outcome: "exportable", findings: [] }]);
    expect(check('{ "status": "approved", "created_at": "2025-03-04" }', "json")).toEqual([
      { index: 0, outcome: "exportable", findings: [] },
    ]);
  });

  test("each of several by itself", () => {
    const text = '{ "status": "approved", "created_at": "2025-03-04" }\n{ "status": "draft" }\n5\n';
    expect(check(text, "ndjson").map(({ index, outcome, findings }) => [index, outcome, ids(findings)])).toEqual([
      [0, "exportable", []],
      [1, "blocked", ["date-required", "status-approved"]],
      [2, "unreadable", ["document/type"]],
    ]);
    expect(check(`${yaml}---\nstatus: draft\n`).map(({ index, outcome }) => [index, outcome])).toEqual([
      [0, "exportable"],
      [1, "blocked"],
    ]);
  });

  test("against the context it has inside, before the one that is given", () => {
    const off = "$context: { erp: { system: spectrum, features: {} } }\n";
    expect(only(check(`${off}${yaml}`)).outcome).toBe("blocked");
    expect(only(check(`$context: ./other.yaml\n${yaml}`)).outcome).toBe("exportable");
    expect(only(checkText(seed, yaml, { format: "yaml" })).outcome).toBe("unknown");
  });

  test("for the event and at the time that are given", () => {
    expect(ids(only(checkText(current, yaml, { format: "yaml", context, event: "accept" })).findings)).toContain(
      "transaction-date (unknown)",
    );
    expect(
      ids(only(checkText(current, yaml, { format: "yaml", context, event: "accept", at: "2025-03-12" })).findings),
    ).not.toContain("transaction-date (unknown)");
  });
});

describe("faults of the text are findings, never exceptions", () => {
  test.each<[string, TextFormat, string, string]>([
    ["", "yaml", "unreadable", "document/syntax"],
    ["a: [", "yaml", "unreadable", "document/syntax"],
    ["{", "json", "unreadable", "document/syntax"],
    ["just words", "yaml", "unreadable", "document/type"],
    ["[]", "json", "unreadable", "document/type"],
    ["\tstatus: approved", "yaml", "unreadable", "document/syntax"],
  ])("%j as %s", (text, format, outcome, ruleId) => {
    expect(only(check(text, format))).toMatchObject({
      outcome,
      findings: [{ ruleId, severity: "error", stage: "read", range: { start: { line: 0 } } }],
    });
  });

  test("a key given twice blocks even when nothing else is wrong", () => {
    expect(only(check(`${yaml}status: approved\n`))).toMatchObject({
      outcome: "blocked",
      findings: [{ ruleId: "document/duplicate-key" }],
    });
  });

  test("a key given twice is told at its second place, and the rest is judged", () => {
    const text = `${yaml}status: draft\n`;
    const verdict = only(check(text));
    expect(verdict.outcome).toBe("blocked");
    expect(ids(verdict.findings)).toEqual(["document/duplicate-key", "status-approved"]);
    expect(verdict.findings.map((finding) => shownAt(text, finding))).toEqual(["8: status", "8: draft"]);
  });
});

describe("a code that has lost its quotes is told as it was written, with its zeros", () => {
  const line = (code: string) => `${yaml}    billing_item_code: ${code}\n`;

  test.each([
    ["0520", 'Line 1: Billing Item Code 0520 is written without quotes, so it is read as 520; write "0520".'],
    ["520", 'Line 1: Billing Item Code 520 is written without quotes; write "520".'],
    ["5.20", 'Line 1: Billing Item Code 5.20 is written without quotes, so it is read as 5.2; write "5.20".'],
    ["0x1F", 'Line 1: Billing Item Code 0x1F is written without quotes, so it is read as 31; write "0x1F".'],
    ["1e3", 'Line 1: Billing Item Code 1e3 is written without quotes, so it is read as 1000; write "1e3".'],
    ["true", 'Line 1: Billing Item Code true is written without quotes; write "true".'],
    [
      "12345678901234567890",
      'Line 1: Billing Item Code 12345678901234567890 is written without quotes, so it is read as 12345678901234567000; write "12345678901234567890".',
    ],
  ])("%s", (code, message) => {
    const text = line(code);
    const finding = only(only(check(text)).findings);
    expect(finding).toMatchObject({
      ruleId: "document/unquoted-code",
      message,
      path: "/line_items/0/billing_item_code",
      fixes: [{ kind: "safe", edits: [{ op: "replace", path: "/line_items/0/billing_item_code", value: code }] }],
    });
    expect(shownAt(text, finding)).toBe(`8: ${code}`);
  });

  test("in JSON, where a number begins with no zero", () => {
    const text =
      '{ "status": "approved", "created_at": "2025-03-04",\n  "line_items": [{ "billing_item_code": 520 }] }';
    const finding = only(only(check(text, "json")).findings);
    expect(finding).toMatchObject({
      ruleId: "document/unquoted-code",
      message: 'Line 1: Billing Item Code 520 is written without quotes; write "520".',
    });
    expect(shownAt(text, finding)).toBe("2: 520");
  });

  test("within a wrapper, at its own place", () => {
    const text = `data:\n${yaml.replace('number: "004"', "number: 004").replaceAll(/^/gm, "  ")}`;
    const verdict = only(checkText(current, text, { format: "yaml", context })).findings.find(
      ({ ruleId }) => ruleId === "document/unquoted-code",
    );
    expect(verdict).toMatchObject({
      path: "/data/number",
      message: 'Number (#) 004 is written without quotes, so it is read as 4; write "004".',
    });
  });

  test("a code of the contract that has lost its quotes is not mended in the PCCO", () => {
    const inside = `$context: { erp: { system: spectrum, features: { export_prime_contract_change_orders: true } }, prime_contract: { line_items: [{ id: 7001, origin_code: 0010 }] } }\n`;
    const verdict = only(check(`${inside}${yaml}`));
    expect(verdict.outcome).toBe("unknown");
    expect(verdict.findings).toMatchObject([
      { ruleId: "billing-item-code-length", state: "unknown", received: 10, fixes: [] },
    ]);
  });

  test("quoted, or in a field that is no text, it is no fault", () => {
    expect(only(check(line('"0520"'))).outcome).toBe("exportable");
    expect(only(check(yaml.replace("7001", "07001"))).findings).not.toContainEqual(
      expect.objectContaining({ ruleId: "document/unquoted-code" }),
    );
  });
});

describe("a finding is shown", () => {
  const show = (text: string, rules = current) =>
    only(checkText(rules, text, { format: "yaml", context })).findings.map((finding) => [
      finding.ruleId,
      shownAt(text, finding),
    ]);

  test("at the value, when it is there", () => {
    expect(show(yaml.replace("approved", "draft"), seed)).toEqual([["status-approved", "2: draft"]]);
    expect(show(yaml.replace("7001", "9"), seed)).toEqual([["associated-line-item-known", "7: 9"]]);
  });

  test("at the first key, when a field of the PCCO is missing", () => {
    expect(show(yaml.replace(/created_at.*\n/, ""), seed)).toEqual([["date-required", "1: number"]]);
    expect(show(`$rules: spectrum/pcco\n${yaml.replace(/created_at.*\n/, "")}`, seed)).toEqual([
      ["date-required", "2: number"],
    ]);
  });

  test("at the line's first key, or that of the group, when it is missing on a line", () => {
    const text = yaml.replace("7001", "7001\n    cost_code: { code: A }");
    expect(show(text).filter(([id]) => id === "cost-code-and-type")).toEqual([
      ["cost-code-and-type", "5: id"],
      ["cost-code-and-type", "8: cost_code"],
    ]);
  });

  test("at the key of a list that is too short, or unknown as a whole", () => {
    expect(
      show(yaml.replace(/line_items:[\s\S]*/, "line_items: []\n")).filter(([id]) => id === "line-items-required"),
    ).toEqual([["line-items-required", "4: []"]]);
    const verdict = only(checkText(seed, yaml, { format: "yaml", context: frozen({ erp: context.erp }) }));
    expect(verdict.findings.map(({ path }) => path)).toContain("/line_items/0/prime_line_item_id");
  });

  test("at the first key, or the context's, when it is about the surroundings", () => {
    const off = frozen({ ...context, erp: { system: "spectrum", features: {} } });
    const [first] = only(checkText(seed, yaml, { format: "yaml", context: off })).findings;
    expect(first && shownAt(yaml, first)).toBe("1: number");
    const text = `${yaml}$context: { erp: { system: spectrum, features: {} } }\n`;
    const second = only(check(text)).findings.find(({ ruleId }) => ruleId === "export-switched-on");
    expect(second && shownAt(text, second)).toBe("8: $context");
  });

  test("in its rule file, too", () => {
    const [finding] = only(check(yaml.replace("approved", "draft"))).findings;
    expect(finding?.ruleRange).toEqual(finding?.rule?.range);
    expect(finding?.ruleRange?.start.character).toBe(2);
  });
});

import { libraryWith } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test } from "vitest";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Surroundings } from "../model.ts";
import { openPccoFile } from "../text/open-pcco-file.ts";
import { foundDiagnostics, mostDiagnostics, pccoDiagnostics } from "./diagnostics.ts";
import { furtherFindings } from "./expectations.ts";
import { covered, noLinks, opened, spectrumContext, surroundingsWith, switchedOff } from "./testing.ts";

const surroundingsOf = surroundingsWith();
const ruleLinks = { ruleUri: ({ file }: { readonly file: string }) => `erp-export-rules:/${file}` };

const draft = `$rules: spectrum/pcco@1.0.0
status: draft
created_at: 2025-03-04T15:10:00Z
line_items:
  - prime_line_item_id: 7001
`;

function diagnosticsOf(text: string, context = spectrumContext) {
  return pccoDiagnostics(opened(text), surroundingsWith(context), ruleLinks);
}

test("a finding tells what was found and what is allowed, where the rule stands, and on which page", () => {
  const [diagnostic, ...others] = diagnosticsOf(draft);
  expect(others).toEqual([]);
  expect(diagnostic).toEqual({
    range: { start: { line: 1, character: 8 }, end: { line: 1, character: 13 } },
    severity: DiagnosticSeverity.Error,
    code: "status-approved",
    codeDescription: {
      href: "https://support.procore.com/integrations/integration-by-procore/tutorials/send-a-pcco-to-erp-integrations-for-accounting-acceptance",
    },
    source: "erp-export-rules",
    message: "Status is Draft; it must be Approved.",
    relatedInformation: [
      {
        location: { uri: "erp-export-rules:/spectrum/pcco/1.0.0.yaml", range: expect.any(Object) },
        message: "Rule status-approved of spectrum/pcco 1.0.0",
      },
    ],
    data: { index: 0, path: "/status", ruleId: "status-approved" },
  });
});

test("the rule's own line is the one that is told", () => {
  const surroundings = surroundingsOf({ $rules: "spectrum/pcco@1.0.0" });
  const rules = "rules" in surroundings ? surroundings.rules : undefined;
  const place = rules?.definition.rules.find(({ id }) => id === "status-approved")?.place;
  expect(place?.range).toBeDefined();
  expect(diagnosticsOf(draft)[0]?.relatedInformation?.[0]?.location.range).toEqual(place?.range);
});

test("where the rule file can't be opened there is no link to it", () => {
  const asked: (readonly [string, Surroundings])[] = [];
  const ruleUri = (place: { readonly file: string }, judgedBy: Surroundings) => {
    asked.push([place.file, judgedBy]);
    return undefined;
  };
  const [diagnostic] = pccoDiagnostics(opened(draft), surroundingsOf, { ruleUri });
  expect(diagnostic).not.toHaveProperty("relatedInformation");
  expect(asked).toEqual([["spectrum/pcco/1.0.0.yaml", surroundingsOf({ $rules: "spectrum/pcco@1.0.0" })]]);
});

describe("severity", () => {
  test("a warning", () => {
    const three = draft
      .replace("draft", "approved")
      .concat("  - prime_line_item_id: 7002\n  - prime_line_item_id: 7001\n");
    expect(diagnosticsOf(three)).toMatchObject([{ severity: DiagnosticSeverity.Warning }]);
  });

  test("what is unknown is information, and says that it is unknown", () => {
    const found = diagnosticsOf(draft.replace("draft", "approved"), {});
    expect(found.map(({ code }) => code)).toContain("export-switched-on");
    for (const { severity, message } of found) {
      expect(severity).toBe(DiagnosticSeverity.Information);
      expect(message).toMatch(/^(Line \d+: c|C)an't tell whether this holds/);
    }
  });
});

test("a value that must not be there is shown as needless", () => {
  const found = diagnosticsOf(draft.replace("draft", "approved"), switchedOff);
  expect(found.map(({ code, tags }) => [code, tags])).toEqual([
    ["export-switched-on", undefined],
    ["associated-line-item-hidden", [DiagnosticTag.Unnecessary]],
  ]);
});

test("of a reference to nothing the allowed values are told", () => {
  const [diagnostic] = diagnosticsOf(draft.replace("draft", "approved").replace("7001", "7099"));
  expect(diagnostic?.message).toBe(
    "Line 1: Associated Line Item 7099 is no line of this PCCO's prime contract. Allowed: 7001, 7002, 7003, 7004, 7005 or 7006.",
  );
});

test("faults of the text have no rule and no page", () => {
  const [diagnostic] = diagnosticsOf("status: approved\nstatus: draft\ncreated_at: [\n");
  expect(diagnostic).toMatchObject({ code: expect.stringMatching(/^document\//), severity: DiagnosticSeverity.Error });
  expect(diagnostic).not.toHaveProperty("codeDescription");
  expect(diagnostic).not.toHaveProperty("relatedInformation");
});

test("a PCCO that can't be judged says why, at its pin", () => {
  const text = draft.replace("spectrum/pcco@1.0.0", "spectrum/pco@1");
  const [diagnostic, ...others] = diagnosticsOf(text);
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: "document/rules", severity: DiagnosticSeverity.Error });
  expect(diagnostic && covered(text, diagnostic.range)).toBe("spectrum/pco@1");
});

describe("$expect", () => {
  const expecting = (expected: string) => draft.replace("draft", "approved").concat(`$expect: ${expected}\n`);

  test.each([
    "[status-approved, document/syntax]",
    "{ broken: [date-required], outcome: blocked }",
    "{ event: accept, input: { transaction_date: 2026-11-05 }, events: { send: [state], accept: exporting } }",
    "",
  ])("%s names nothing that is not there", (expected) => expect(diagnosticsOf(expecting(expected))).toEqual([]));

  test.each([
    ["5", "$expect must be a list of rules, or a group of keys such as outcome, broken and unknown."],
    ["{ broken: 5 }", '"broken" and "unknown" of $expect are lists of rules.'],
    ["[5]", '"broken" and "unknown" of $expect are lists of rules.'],
    ["{ brokn: [] }", '$expect has no "brokn"; it has outcome, event, asOf, input, broken, unknown and events.'],
  ])("%s can't be tried", (expected, message) => {
    const text = expecting(expected);
    const found = diagnosticsOf(text);
    expect(found).toMatchObject([{ code: "document/expect", severity: DiagnosticSeverity.Warning, message }]);
    expect(found[0] && covered(text, found[0].range)).toBe(expected);
  });

  test("an event that the rules don't have", () => {
    const text = expecting("{ event: acept, events: { sned: [state] } }");
    const found = diagnosticsOf(text);
    expect(found.map(({ message }) => message)).toEqual([
      '$expect names "acept", which is no event of spectrum/pcco 1.0.0. Did you mean "accept"?',
      '$expect names "sned", which is no event of spectrum/pcco 1.0.0. Did you mean "send"?',
    ]);
    expect(found.map(({ range }) => covered(text, range))).toEqual(["acept", "sned"]);
  });

  test("an id that no rule has", () => {
    const text = expecting("{ unknown: [date-required, date-requird] }");
    const [diagnostic] = diagnosticsOf(text);
    expect(diagnostic).toMatchObject({
      code: "document/expect",
      severity: DiagnosticSeverity.Warning,
      message: '$expect names "date-requird", which is no rule of spectrum/pcco 1.0.0. Did you mean "date-required"?',
    });
    expect(diagnostic && covered(text, diagnostic.range)).toBe("date-requird");
  });

  test("a rule of another version is known where the rule sets are", () => {
    const file = opened(expecting("[contract-match]"));
    expect(pccoDiagnostics(file, surroundingsOf, noLinks)).toMatchObject([{ code: "document/expect" }]);
    expect(pccoDiagnostics(file, surroundingsOf, { ...noLinks, library: libraryWith([]) })).toEqual([]);
  });
});

describe("many findings", () => {
  const warning = "{ $rules: spectrum/pcco@1.1.0, $expect: [no-such-rule-at-all], status: approved }";
  const list = (count: number, line: string) => `${Array.from({ length: count }, () => `- ${line}`).join("\n")}\n`;

  test("are told errors first, and of each kind in the order of the text", () => {
    const found = pccoDiagnostics(opened(list(2, warning)), surroundingsOf, noLinks);
    const ranks = found.map(({ severity }) => severity ?? 0);
    expect(new Set(ranks).size).toBeGreaterThan(1);
    expect(ranks).toEqual(ranks.toSorted());
    const errors = found
      .filter(({ severity }) => severity === DiagnosticSeverity.Error)
      .map(({ range }) => range.start.line);
    expect(errors).toEqual(errors.toSorted());
    expect(new Set(errors)).toEqual(new Set([0, 1]));
  });

  test("past the limit only their number is told, on the first line", () => {
    const text = list(400, "{ $rules: spectrum/pcco@1.0.0, status: draft }");
    const found = pccoDiagnostics(opened(text), surroundingsOf, noLinks);
    expect(found).toHaveLength(mostDiagnostics + 1);
    expect(found.at(-1)).toEqual({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Information,
      code: "document/more",
      source: "erp-export-rules",
      message: "And 300 more findings in this file, which are shown once others are mended.",
    });
  });

  test("exactly at the limit nothing is left out", () => {
    const text = list(250, "{ $rules: spectrum/pcco@1.0.0, status: draft }");
    expect(pccoDiagnostics(opened(text), surroundingsOf, noLinks)).toHaveLength(mostDiagnostics);
  });

  test("an overview that knows the heaviest findings leads to the same", () => {
    const text = list(400, "{ $rules: spectrum/pcco@1.0.0, status: draft, $expect: [nothing-such] }");
    const file = openPccoFile("file:///a.pcco.yaml", "yaml", text);
    const library = libraryWith([]);
    const overview = file.overview(surroundingsOf, furtherFindings(library));
    const { error, warning: warnings, info } = overview.severities;
    const known = { first: overview.first(mostDiagnostics), total: error + warnings + info };
    expect(warnings).toBe(400);
    expect(foundDiagnostics(file, known, noLinks)).toEqual(
      pccoDiagnostics(file, surroundingsOf, { ...noLinks, library }),
    );
  });
});

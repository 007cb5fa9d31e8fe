import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { createJsonReporter } from "./json.ts";
import { jsonItems } from "./json-items.ts";
import { broken, checked, holdInMemory, print, printed, report, ruleSet, syntax, unknown } from "./testing.ts";

const ajv = new Ajv().addVocabulary(["tsType"]);
const schema: object = JSON.parse(
  readFileSync(new URL("../../../rules/schema/report.schema.json", import.meta.url), "utf8"),
);
const isReport = ajv.compile(schema);

const documents = [
  checked(report("a.json")),
  checked(report("b.yaml", { findings: [broken({ received: { "a\u2028\n": ["\ud800", 1] } })] })),
  checked(report("-", { index: 1, outcome: "unknown", findings: [unknown("contract-synced", ["prime_contract"])] })),
  checked(report("d.json", { outcome: "unreadable", findings: [syntax] })),
];

describe("json", () => {
  test("is one object, as the schema says, with two spaces of indent and a newline at the end", () => {
    const text = print("json", documents);
    const value: unknown = JSON.parse(text);
    isReport(value);
    expect(isReport.errors).toBeNull();
    expect(value).toMatchObject({
      schemaVersion: 1,
      summary: { documents: 4 },
      documents: documents.map((one) => one.report),
    });
    expect(text).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  test("without documents it is whole, too", () => {
    expect(print("json", [])).toBe(`{
  "schemaVersion": 1,
  "ruleSet": {
    "id": "spectrum/pcco",
    "version": "1.1.0",
    "sha256": "ab12"
  },
  "summary": {
    "documents": 0,
    "exportable": 0,
    "blocked": 0,
    "unknown": 0,
    "unreadable": 0,
    "errors": 0,
    "warnings": 0,
    "infos": 0
  },
  "documents": []
}
`);
    expect(isReport(JSON.parse(print("json", [])))).toBe(true);
  });
});

test("json is the same when its documents were written elsewhere, several at a time", () => {
  const one = createJsonReporter({ hold: holdInMemory });
  const reports = documents.map(({ report }) => report);
  for (const several of [reports.slice(0, 1), [], reports.slice(1)]) one.written?.(jsonItems(several));
  const end = { ruleSet, summary: JSON.parse(print("json", documents)).summary };
  expect(printed(one.end(end))).toBe(print("json", documents));
});

describe("ndjson", () => {
  test("is one document report a line", () => {
    const lines = print("ndjson", documents).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line))).toEqual(documents.map((one) => one.report));
    expect(lines[0]).toBe('{"file":"a.json","index":0,"outcome":"exportable","event":"send","findings":[]}');
  });

  test("without documents it is empty", () => {
    expect(print("ndjson", [])).toBe("");
  });
});

import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseText } from "../document/parse.ts";
import { kindOf, mistaken } from "./kind-of-file.ts";

const read = (file: string): unknown => parse(readFileSync(file, "utf8"));

test.each([
  ["samples/spectrum/approved-two-lines.pcco.yaml", "PCCO"],
  ["samples/spectrum/spectrum.context.yaml", "context"],
  ["rules/spectrum/pcco/1.1.0.yaml", "rule file"],
  ["samples/company-overlay/rules/company.yaml", "rule file"],
  ["samples/company-overlay/rules/company.test.yaml", "rule test file"],
])("%s is a %s", (file, kind) => {
  expect(kindOf(read(file))).toBe(kind);
});

test.each([
  [{ status: "approved", prime_contract: { id: 1 } }],
  [{ prime_change_order: {}, line_items: [], prime_contract: { id: 1 } }],
  [{ data: { status: "approved" }, erp: { system: "spectrum" } }],
  [{ prime_contract_change_order: { id: 1 }, prime_contract: { id: 1 } }],
  [{ request_data: { prime_contract_change_order: { id: 1 } }, prime_contract: { id: 1 } }],
  [{ title: "half written", prime_contract: { id: 1 } }],
  [{ erp: { status: "synced" } }],
  [{ number: "1", ruleSet: "a/b", format: 1 }],
  [{ ruleSet: "a/b" }],
  [{}],
  [[]],
  [null],
  ["status"],
])("what %j is can't be told, so nothing is said", (value) => {
  expect(kindOf(value)).toBeUndefined();
  expect(mistaken(value, "rule file")).toBeUndefined();
});

test.each(globSync("samples/**/*.pcco.{json,yaml}"))("no PCCO in %s is taken for another kind", (file) => {
  const format = file.endsWith(".json") ? "json" : "yaml";
  const { documents } = parseText(readFileSync(file, "utf8"), { format });
  expect(documents.map(({ value }) => mistaken(value, "PCCO")).filter((told) => told !== undefined)).toEqual([]);
});

test("what is taken for another kind is told with what to do with it", () => {
  expect(mistaken({ ruleSet: "a/b", cases: [] }, "PCCO")).toBe(
    "is a rule test file, not a PCCO: `erp-rules test FILE` runs it",
  );
  expect(mistaken({ ruleSet: "a/b", cases: [] }, "rule test file")).toBeUndefined();
});

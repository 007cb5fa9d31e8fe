import { expect, test } from "vitest";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { ruleSymbols } from "./symbols.ts";
import { companyRules, companyTests, northRules, projectOf, wordAt } from "./testing.ts";

function outline(symbols: readonly DocumentSymbol[], text: string): readonly string[] {
  return symbols.flatMap(({ name, detail, selectionRange, range, children = [] }) => {
    expect(range.start.line).toBeLessThanOrEqual(selectionRange.start.line);
    expect(range.end.line).toBeGreaterThanOrEqual(selectionRange.end.line);
    const own = `${name}${detail === undefined ? "" : ` (${detail})`} at ${wordAt(text, selectionRange)}`;
    return [own, ...outline(children, text).map((each) => `  ${each}`)];
  });
}

test("sections with their entries, and what people call these", async () => {
  const { rule } = await projectOf({ "company.yaml": companyRules });
  expect(outline(ruleSymbols(rule("company.yaml")), companyRules)).toEqual([
    "sources at sources",
    "  handbook (Handbook) at handbook",
    "features at features",
    "  night_work (Night work) at night_work",
    "fields at fields",
    "  title (Title) at title",
    "  number (Number) at number",
    "  total (Total) at total",
    "  lineAmount (Amount) at lineAmount",
    "  isAdmin (Admin) at isAdmin",
    "rules at rules",
    "  title-length (The Title is short) at title-length",
    "  sum-of-lines at sum-of-lines",
    "roles at roles",
    "  admin (an administrator) at admin",
    "states at states",
    "  fresh (Fresh) at fresh",
    "  sent (Sent) at sent",
    "lifecycle at lifecycle",
    "  send (Send) at send",
    "  take-back (Take back) at take-back",
  ]);
});

test("an entry reaches from its key to the end of what it says", async () => {
  const { rule } = await projectOf({ "company.yaml": companyRules });
  const rules = ruleSymbols(rule("company.yaml")).find(({ name }) => name === "rules");
  const first = rules?.children?.[0];
  expect(first).toMatchObject({
    kind: SymbolKind.Function,
    range: { start: { line: 15, character: 2 }, end: { line: 22 } },
  });
});

test("overrides tell why", async () => {
  const { rule } = await projectOf({ "company.yaml": companyRules, "north.yaml": northRules });
  expect(outline(ruleSymbols(rule("north.yaml")), northRules)).toContain(
    "  title-length (We write more.) at title-length",
  );
});

test("rule tests: documents, contexts, actors and cases", async () => {
  const { ruleTest } = await projectOf({ "t.test.yaml": companyTests });
  expect(outline(ruleSymbols(ruleTest("t.test.yaml")), companyTests)).toEqual([
    "documents at documents",
    "  canopy (Canopy) at canopy",
    "contexts at contexts",
    "  here at here",
    "actors at actors",
    "  someone at someone",
    "cases at cases",
    "  a long Title at name",
    "  sent at name",
  ]);
});

test("stays while a line is half typed", async () => {
  const half = companyRules.replace("  sum-of-lines:", "  half\n  sum-of-lines:");
  const { rule } = await projectOf({ "company.yaml": half });
  expect(outline(ruleSymbols(rule("company.yaml")), half)).toContain("  sum-of-lines at sum-of-lines");
});

test.each(["", "- a\n- b\n", "rules:\n", "rules: 7\nfields: []\n", "cases: [1, {}]\n"])(
  "%j has few or none, and no fault",
  async (text) => {
    const { rule } = await projectOf({ "company.yaml": text });
    expect(ruleSymbols(rule("company.yaml")).length).toBeLessThanOrEqual(2);
  },
);

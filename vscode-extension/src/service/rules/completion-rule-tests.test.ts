import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { ruleTestCompletion } from "./completion.ts";
import { accepted, at, companyRules, companyTests, projectOf } from "./testing.ts";

async function offered(marked: string, snippets = false): Promise<readonly CompletionItem[]> {
  const project = await projectOf({ "company.yaml": companyRules, "t.test.yaml": marked });
  return ruleTestCompletion(project.ruleTest("t.test.yaml"), project.cursor, project, { snippets }).items;
}

async function labels(marked: string): Promise<readonly string[]> {
  return (await offered(marked)).map(({ label }) => label);
}

describe("values of cases", () => {
  test.each<[string, string, readonly string[]]>([
    ["documents", "document: |canopy\n    context", ["canopy"]],
    ["contexts", "context: |here", ["here"]],
    ["actors", "actor: |someone", ["someone"]],
    ["events", "event: |send", ["send", "take-back"]],
    ["rules that are not listed yet", "broken: [title-length|]", ["title-length", "sum-of-lines"]],
    ["ERP statuses, or a refusal", "moves: |sent", ["fresh", "sent", "refused"]],
    ["ERP statuses of a document", "status: |fresh", ["fresh", "sent"]],
  ])("%s", async (_what, around, expected) => {
    expect(await labels(at(companyTests, around))).toEqual(expected);
  });

  test("outcomes and reasons", async () => {
    const outcome = companyTests.replace("    moves: sent\n", "    outcome: ‸\n");
    expect(await labels(outcome)).toEqual(["exportable", "blocked", "unknown"]);
    const reasons = companyTests.replace("    moves: sent\n", "    moves: refused\n    reasons: [role, ‸]\n");
    expect(await labels(reasons)).toEqual(["state", "rule", "input", "stale"]);
  });

  test("the rule set under test", async () => {
    expect(await labels(at(companyTests, "ruleSet: |company"))).toContain("company/pcco@1.0.0");
  });
});

describe("keys", () => {
  test("of a case", async () => {
    const found = await labels(companyTests.replace("    moves: sent\n", "    ‸\n"));
    expect(found).toEqual(expect.arrayContaining(["context", "change", "outcome", "broken", "moves", "reasons"]));
    expect(found).not.toContain("document");
  });

  test("of a document are those of a PCCO", async () => {
    expect(await labels(companyTests.replace("{ title: Canopy,", "{ ‸ title: Canopy,"))).toContain("line_items");
  });

  test("toggles of a context", async () => {
    expect(await labels(companyTests.replace("{ night_work: false }", "{ ‸ }"))).toEqual(["night_work"]);
  });

  test("what is entered for the event", async () => {
    const text = companyTests.replace("event: send\n", "event: take-back\n    input: { ‸ }\n");
    expect(await labels(text)).toEqual(["why"]);
  });

  test("of changes are pointers into the document of the case", async () => {
    const found = await labels(companyTests.replace("{ /title: A canopy over the dock }", "{ ‸ }"));
    expect(found.slice(0, 3)).toEqual(["/title", "/erp", "/erp/status"]);
    expect(found).toContain("/grand_total");
    expect(found).not.toContain("/$rules");
  });

  test("of changes of a context are pointers into it, and to the toggles", async () => {
    const found = await labels(companyTests.replace("{ /erp/features/night_work: true }", "{ ‸ }"));
    expect(found).toEqual(expect.arrayContaining(["/erp", "/erp/features/night_work", "/prime_contract"]));
    expect(found.filter((label) => label === "/erp/features/night_work")).toHaveLength(1);
  });
});

test("a new case begins with its name", async () => {
  const text = `${companyTests}  - ‸`;
  const items = await offered(text);
  expect(items.slice(0, 2).map(({ label }) => label)).toEqual(["name", "document"]);
  const name = items[0];
  expect(name && accepted(text, name)).toBe("  - name: ");
});

test("works while the file can't be read", async () => {
  const text = `${companyTests}  - name: [x\n    document: ‸\n`;
  expect(await labels(text)).toEqual(["canopy"]);
});

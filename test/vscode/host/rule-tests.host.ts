import * as vscode from "vscode";
import type { ExtensionApi } from "../../../vscode-extension/src/client/start.ts";
import type { TestOutcome } from "../../../vscode-extension/src/protocol.ts";
import { afterEach, beforeAll, describe, expect, test, until } from "../harness/in-host/testing.ts";
import { activated, closeAll, open, rangeOf, replace, sample, write } from "./support.ts";

const file = "rule-tests/matrix.test.yaml";
const text = `ruleSet: spectrum/pcco@1.1.0
at: 2026-11-05T09:00:00Z
documents:
  canopy: { status: approved, created_at: 2025-03-04T15:10:00Z }
variants:
  draft: { of: canopy, change: { /status: draft } }
matrix:
  - name: what is sent
    documents: [canopy, draft]
    events: [approve]
    default: refused
cases:
  - name: without lines
    document: draft
    broken: [status-approved, line-items-required]
`;

let api: ExtensionApi;
beforeAll(async () => {
  api = await activated();
  await write(sample(file), text);
});
afterEach(closeAll);

interface Ran {
  readonly ok: boolean;
  readonly outcomes: readonly TestOutcome[];
}

function run(document: vscode.TextDocument, ids?: readonly string[]): Thenable<Ran> {
  return vscode.commands.executeCommand<Ran>("erpExportRules.runTests", document.uri.toString(), ids);
}

/** The page that is shown in place of the last one. */
function shownPage(): vscode.TextDocument | undefined {
  const { input } = vscode.window.tabGroups.all.at(-1)?.activeTab ?? {};
  if (!(input instanceof vscode.TabInputText) || input.uri.scheme !== "erp-export-rules-why") return undefined;
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.uri.toString());
}

describe("a rule test file", () => {
  test("has code lenses that run a test and tell why", async () => {
    const document = await open(file);
    const lenses = await until("the lenses", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      return found.length > 0 && found;
    });
    const over = (name: string): readonly (string | undefined)[] => {
      const range = rangeOf(document, name);
      return lenses.filter((lens) => lens.range.isEqual(range)).map(({ command }) => command?.title);
    };
    expect(over("what is sent")).toEqual(["Run", "Why?"]);
    expect(over("without lines")).toEqual(["Run", "Why?"]);
  });

  test("runs a matrix document by document, and is right about each", async () => {
    const document = await open(file);
    const ran = await until("the tests", async () => {
      const found = await run(document, ["matrix: what is sent"]);
      return found.outcomes.length > 0 && found;
    });
    expect(ran.outcomes.map(({ id, passed }) => [id, passed])).toEqual([
      ["what is sent: canopy", true],
      ["what is sent: draft", true],
    ]);
    await replace(document, "default: refused", "default: synced");
    const changed = await until("the changed tests", async () => {
      const { outcomes } = await run(document);
      return outcomes.some(({ passed }) => !passed) && outcomes;
    });
    expect(changed.map(({ passed }) => passed)).toEqual([false, false, true]);
    expect(changed[0]).toMatchObject({
      message: expect.stringContaining("noisy: approve is refused, but should lead to synced"),
      expected: "moves: synced\n",
      range: { start: { line: 10 } },
    });
  });

  test("tells why, on a page beside that follows every change", async () => {
    const document = await open(file);
    const done = await vscode.commands.executeCommand<{ ok: boolean }>(
      "erpExportRules.why",
      document.uri.toString(),
      "without lines",
    );
    expect(done).toMatchObject({ ok: true });
    const page = await until("the page", shownPage);
    expect(page.languageId).toBe("markdown");
    expect(page.getText()).toContain("# Why: test without lines\n");
    expect(page.getText()).toContain("The test has passed");
    expect(page.getText()).toContain("- Status is Draft; it must be Approved.\n- Status = Draft (`/status`)\n");
    await replace(document, "/status: draft", "/status: void");
    await until("the page of the change", () => page.getText().includes("Status = Void (`/status`)"));
  });
});

test("a PCCO tells why it is blocked", async () => {
  const document = await open("spectrum/status/draft.pcco.yaml");
  const done = await vscode.commands.executeCommand<{ ok: boolean }>("erpExportRules.why", document.uri.toString(), 0);
  expect(done).toMatchObject({ ok: true });
  const page = await until("the page", shownPage);
  expect(page.getText()).toContain("# Why: PCCO 100 Relocated floor drain\n");
  expect(page.getText()).toContain("The outcome is **blocked**: of the rules 1 broken");
});

test("the Test Explorer runs every test of the folder, those with matrices too", async () => {
  const outcomes = await api.runTests();
  expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
  expect(outcomes.map(({ id }) => id)).toEqual(expect.arrayContaining(["what is sent: draft", "without lines"]));
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
  CodeLens,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import type {
  ActionsResult,
  BlockedFile,
  LifecycleResult,
  TransitionAnswer,
} from "../../vscode-extension/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { context, overlay, pcco, rangeOf } from "./texts.ts";

const text = pcco({ status: "draft", code: "05-120-000-99" });
const rules = overlay(4);
const file = "job/a.pcco.yaml";
const rulesFile = "job/rules/company.yaml";

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start({
    folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": rules, "closed.pcco.yaml": text } },
  });
  await editor.open(file, text);
  await editor.open(rulesFile, rules, "erp-rules");
});
afterEach(() => editor.stop());

const at = (piece: string, within = text) => rangeOf(within, piece).start;

describe("answers about a PCCO", () => {
  test("hover says what a value means", async () => {
    const hover = await editor.at<Hover>("textDocument/hover", file, at("draft"));
    expect(JSON.stringify(hover.contents)).toContain("Draft");
  });

  test("completion offers the statuses", async () => {
    const { items } = await editor.at<CompletionList>("textDocument/completion", file, at("draft"));
    expect(items.map(({ label }) => label)).toContain("approved");
  });

  test("a fix changes the text it was made for, and mends the finding", async () => {
    const range = rangeOf(text, '"05-120-000-99"');
    const [fix] = await editor.actions(file, range, ["quickfix"]);
    const change = fix?.edit?.documentChanges?.[0];
    if (change === undefined || !("edits" in change)) throw new Error("the fix has no edit of a document");
    expect(change.textDocument).toEqual({ uri: editor.uri(file), version: 1 });
    for (const edit of change.edits)
      if ("newText" in edit) await editor.change(file, { range: edit.range, text: edit.newText });
    expect(await editor.codes(file)).not.toContain("billing-item-code-length");
  });

  test("lenses, hints, symbols and folds", async () => {
    const lenses = await editor.ask<CodeLens[]>("textDocument/codeLens", file);
    expect(lenses.map(({ command }) => command?.title)).toContain("2 blockers");
    const hints = await editor.ask<InlayHint[]>("textDocument/inlayHint", file, {
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
    expect(JSON.stringify(hints)).toContain("13/10");
    const [symbol] = await editor.ask<DocumentSymbol[]>("textDocument/documentSymbol", file);
    expect(symbol?.name).toContain("004");
    expect((await editor.ask<FoldingRange[]>("textDocument/foldingRange", file)).length).toBeGreaterThan(0);
  });

  test("the events, what one makes of the text, and the reasons why not", async () => {
    const { actions, erpStatus } = await editor.ask<ActionsResult>("erpExportRules/actions", file);
    expect(erpStatus).toBe("not_in_erp");
    expect(actions.filter(({ enabled }) => enabled).map(({ event }) => event)).toEqual(["approve"]);
    const refused = await editor.ask<TransitionAnswer>("erpExportRules/transition", file, { event: "send", input: {} });
    expect(refused.ok).toBe(false);
    const moved = await editor.ask<TransitionAnswer>("erpExportRules/transition", file, {
      event: "approve",
      input: {},
    });
    expect(moved.ok && moved.newText).toContain("status: approved");
  });

  test("the life cycle with the PCCO in it", async () => {
    const shown = await editor.ask<LifecycleResult>("erpExportRules/lifecycle", file);
    expect(shown.states.find(({ isCurrent }) => isCurrent)?.name).toBe("not_in_erp");
    expect(shown.events.find(({ name }) => name === "send")).toMatchObject({ enabled: false });
  });

  test("every PCCO of the workspace that is blocked", async () => {
    const blocked = await editor.connection.sendRequest<BlockedFile[]>("erpExportRules/blocked");
    expect(blocked.map(({ file }) => file).toSorted()).toEqual(["a.pcco.yaml", "closed.pcco.yaml"]);
  });

  test("a rule is turned off with a reason, in a rule file of the company", async () => {
    const edit = await editor.ask<WorkspaceEdit>("erpExportRules/turnOff", file, {
      ruleId: "billing-item-code-length",
      because: "Our ERP takes longer codes.",
    });
    expect(JSON.stringify(edit)).toContain("Our ERP takes longer codes.");
  });
});

describe("answers about a rule file", () => {
  test("a name leads to where it is used, and is renamed there", async () => {
    const places = await editor.ask<Location[]>("textDocument/references", rulesFile, {
      position: at("company/pcco", rules),
      context: { includeDeclaration: true },
    });
    expect(Array.isArray(places)).toBe(true);
    const hover = await editor.at<Hover>("textDocument/hover", rulesFile, at("billing-item-code-length", rules));
    expect(JSON.stringify(hover.contents)).toContain("billing-item-code-length");
  });

  test("completion offers rules to override", async () => {
    const half = `${rules}  `;
    await editor.change(rulesFile, { text: half });
    const line = half.split("\n").length - 1;
    const { items } = await editor.at<CompletionList>("textDocument/completion", rulesFile, { line, character: 2 });
    expect(items.map(({ label }) => label)).toContain("status-approved");
  });
});

describe("answers about a rule test", () => {
  const tests = `ruleSet: company/pcco@1.0.0
at: 2026-11-20T09:00:00Z
documents:
  ready: { status: approved }
cases:
  - name: too long
    document: ready
    broken: [billing-item-code-length]
`;

  const definition = (of: Editor) =>
    of.at<Location[]>(
      "textDocument/definition",
      "job/rules/company.test.yaml",
      rangeOf(tests, "billing-item-code-length").start,
    );

  test("a rule id leads to the rule, also in a rule file that ships where the editor can open that", async () => {
    await editor.open("job/rules/company.test.yaml", tests);
    expect(await definition(editor)).toEqual([]);
    const other = await Editor.start({ folders: { job: { "rules/company.yaml": rules } }, isVsCode: true });
    await other.open("job/rules/company.test.yaml", tests);
    expect(await definition(other)).toMatchObject([{ uri: "erp-export-rules:/spectrum/pcco/1.1.0.yaml" }]);
    await other.stop();
  });

  test("a rule id that is none is told", async () => {
    await editor.open("job/rules/company.test.yaml", tests);
    await editor.change("job/rules/company.test.yaml", { range: rangeOf(tests, "code-length"), text: "code-lenght" });
    const [found] = await editor.findings("job/rules/company.test.yaml");
    expect(found?.message).toContain("billing-item-code-length");
  });
});

describe("positions in the editor's own counting", () => {
  test("UTF-8: a finding behind an emoji", async () => {
    const other = await Editor.start({ folders: { job: { "pcco.context.yaml": context } }, encodings: ["utf-8"] });
    expect(other.initialized?.capabilities.positionEncoding).toBe("utf-8");
    await other.open("job/a.pcco.json", '{"title": "🏗", "status": "draft"}');
    const found = (await other.findings("job/a.pcco.json")).find(({ code }) => code === "status-approved");
    expect(found?.range).toEqual({ start: { line: 0, character: 28 }, end: { line: 0, character: 35 } });
    await other.change("job/a.pcco.json", { range: found?.range ?? rangeOf("", ""), text: '"approved"' });
    expect(await other.codes("job/a.pcco.json")).not.toContain("status-approved");
    await other.stop();
  });
});

import * as vscode from "vscode";
import type { ExtensionApi } from "../../../vscode-extension/src/client/start.ts";
import { afterEach, beforeAll, describe, expect, test, until } from "../harness/in-host/testing.ts";
import { activated, closeAll, codes, found, gone, open, rangeOf, replace } from "./support.ts";

const rulesFile = "company-overlay/rules/company.yaml";
let api: ExtensionApi;

beforeAll(async () => {
  api = await activated();
});
afterEach(closeAll);

interface Outcome {
  readonly ok: boolean;
  readonly uri?: string;
  readonly page?: string;
}

const run = (command: string, ...given: unknown[]) =>
  vscode.commands.executeCommand<Outcome>(`erpExportRules.${command}`, ...given);

/** The document that a command has opened. */
async function opened(uri: string | undefined): Promise<vscode.TextDocument> {
  return until(
    `the document ${uri}`,
    () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri)?.document,
  );
}

async function lensesOf({ uri }: vscode.TextDocument, title: string): Promise<readonly vscode.Command[]> {
  return until(`the lens ${title}`, async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
    const own = lenses.flatMap(({ command }) => (command?.title === title ? [command] : []));
    return own.length > 0 && own;
  });
}

describe("a rule file that is edited", () => {
  test("is compared with the saved one on a page beside it, and a PCCO of the page opens with its findings", async () => {
    const rules = await open(rulesFile);
    await replace(rules, "maxLength: 60", "maxLength: 50");
    const shown = await run("compareRules", rules.uri.toString(), "saved");
    const page = await opened(shown.page);
    expect(page.languageId).toBe("markdown");
    expect(page.getText()).toContain("## company/pcco 1.0.0 as saved → company/pcco 1.0.0 as edited");
    expect(page.getText()).toContain("exportable → blocked by title-length");

    await replace(rules, "maxLength: 50", "maxLength: 49");
    await until("the page to follow the edit", () => page.getText().includes("has room for 49"));

    const [lens] = await lensesOf(page, "Open this PCCO");
    if (lens === undefined) throw new Error("the page has no lens");
    const witness = await vscode.commands.executeCommand<Outcome>(lens.command, ...(lens.arguments ?? []));
    const pcco = await opened(witness.uri);
    expect(pcco.isUntitled).toBe(true);
    await found(pcco.uri, "title-length");
  });

  test("can be compared by its lens, with what it extends", async () => {
    const rules = await open(rulesFile);
    const [lens] = await lensesOf(rules, "Compare with published version");
    if (lens === undefined) throw new Error("the rule file has no lens");
    const shown = await vscode.commands.executeCommand<Outcome>(lens.command, ...(lens.arguments ?? []));
    expect((await opened(shown.page)).getText()).toContain("## spectrum/pcco 1.1.0 → company/pcco 1.0.0");
  });

  test("has a PCCO that breaks the rule at the cursor, whose finding goes when the rule lets it pass", async () => {
    const rules = await open(rulesFile);
    const editor = await vscode.window.showTextDocument(rules);
    const { start } = rangeOf(rules, "maxLength: 60");
    editor.selection = new vscode.Selection(start, start);
    const pcco = await opened((await run("breakRule")).uri);
    await found(pcco.uri, "title-length");
    expect(codes(pcco.uri)).toContain("title-length");
    await replace(rules, "maxLength: 60", "maxLength: 61");
    await gone(pcco.uri, "title-length");
  });

  test("tells at the foot of the window how many PCCOs change", async () => {
    const rules = await open(rulesFile);
    await replace(rules, "maxLength: 60", "maxLength: 61");
    await until("the impact", () => api.impact() === "$(git-compare) 2 of 10 PCCOs change");
    await replace(rules, "maxLength: 61", "maxLength: 60 # as saved");
    await until("no impact", () => api.impact() === "$(git-compare) No PCCO changes");
  });
});

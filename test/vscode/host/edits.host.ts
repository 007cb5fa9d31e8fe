import * as vscode from "vscode";
import { afterAll, afterEach, beforeAll, describe, expect, test, until } from "../harness/in-host/testing.ts";
import { activated, closeAll, found, gone, open, rangeOf, read, replace, sample, write } from "./support.ts";

beforeAll(activated);
afterEach(closeAll);

describe("what is saved", () => {
  const unquoted = "spectrum/text-faults/number-without-quotes.pcco.yaml";
  const copy = "spectrum/mended-on-save.pcco.yaml";
  const settings = () => vscode.workspace.getConfiguration("editor");

  afterAll(async () => {
    await settings().update("codeActionsOnSave", undefined);
    await vscode.workspace.fs.delete(sample(copy));
  });

  test("is mended on the way, where the settings ask for it", async () => {
    await write(sample(copy), (await read(sample(unquoted))).replace(/^\$expect: .*\n/m, ""));
    await settings().update("codeActionsOnSave", { "source.fixAll.erpExportRules": "explicit" });
    const document = await open(copy);
    await found(document.uri, "document/unquoted-code");
    // VS Code takes back code actions that it asks for in a host's first seconds.
    await until("a save that mends", async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), "# looked at\n");
      await vscode.workspace.applyEdit(edit);
      await document.save();
      return document.getText().includes('number: "004"');
    });
    expect(await read(document.uri)).toMatch(/^number: "004"$/m);
    await gone(document.uri, "document/unquoted-code");
  });
});

describe("names", () => {
  const rulesFile = "company-overlay/rules/company.yaml";
  const pccoFile = "company-overlay/number-of-another-form.pcco.yaml";

  const definitions = async (document: vscode.TextDocument, piece: string): Promise<vscode.Location> =>
    until(`the definition of ${piece}`, async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        rangeOf(document, piece).start.translate(0, 2),
      );
      const [first] = found;
      if (first === undefined) return undefined;
      return "uri" in first ? first : new vscode.Location(first.targetUri, first.targetRange);
    });

  test("that a PCCO expects lead to the rule, in the workspace and among those that ship", async () => {
    const own = await open(pccoFile);
    const place = await definitions(own, "our-number-form");
    expect(place.uri.toString()).toBe(sample(rulesFile).toString());
    const shipped = await definitions(await open("spectrum/status/draft.pcco.yaml"), "status-approved");
    const rules = await vscode.workspace.openTextDocument(shipped.uri);
    expect(rules.getText(shipped.range)).toContain("status-approved");
    expect(rules.languageId).toBe("erp-rules");
  });

  test("of rules are renamed in the rule file and in the samples", async () => {
    const rules = await open(rulesFile);
    const renamed = await until("the edits", () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        "vscode.executeDocumentRenameProvider",
        rules.uri,
        rangeOf(rules, "our-number-form:").start,
        "our-number-shape",
      ),
    );
    const files = renamed.entries().map(([uri]) => uri.path);
    expect(files.some((path) => path.endsWith(rulesFile))).toBe(true);
    expect(files.some((path) => path.endsWith(pccoFile))).toBe(true);
    expect(renamed.entries().flatMap(([, edits]) => edits.map(({ newText }) => newText))).toContain("our-number-shape");
  });
});

describe("a rule file that is edited", () => {
  test("changes the findings of PCCOs that are not open, without being saved", async () => {
    const pcco = sample("company-overlay/title-of-61-characters.pcco.yaml");
    await found(pcco, "title-length");
    const rules = await open("company-overlay/rules/company.yaml");
    await replace(rules, "maxLength: 60", "maxLength: 61");
    await gone(pcco, "title-length");
    await closeAll();
    await found(pcco, "title-length");
  });
});

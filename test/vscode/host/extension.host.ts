import * as vscode from "vscode";
import { afterEach, beforeAll, describe, expect, test, until } from "../harness/in-host/testing.ts";
import { actionsAt, activated, closeAll, findings, found, gone, open, replace, sample } from "./support.ts";

const draft = "spectrum/from-draft-to-synced.pcco.yaml";

beforeAll(activated);
afterEach(closeAll);

describe("a PCCO in the editor", () => {
  test("has its findings at the values, with a link to the page of the rule", async () => {
    const document = await open(draft);
    const status = await found(document.uri, "status-approved");
    expect(document.getText(status.range)).toBe("draft");
    expect(typeof status.code === "object" ? status.code.target.scheme : "").toBe("https");
    expect(status.relatedInformation?.[0]?.location.uri.path).toContain("1.1.0.yaml");
  });

  test("is mended by a quick fix", async () => {
    const document = await open(draft);
    const { range } = await found(document.uri, "document/unquoted-code");
    const fix = await until("the fix", async () => {
      const actions = await actionsAt(document, range, vscode.CodeActionKind.QuickFix);
      return actions.find(({ title }) => title.includes("in quotes"));
    });
    if (fix.edit === undefined) throw new Error("the fix has no edit");
    expect(await vscode.workspace.applyEdit(fix.edit)).toBe(true);
    await gone(document.uri, "document/unquoted-code");
    expect(document.getText()).toContain('number: "7" # the quotes are missing');
  });

  test("is mended in all places at once by the kind that runs on save", async () => {
    const document = await open(draft);
    await found(document.uri, "document/unquoted-code");
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append("erpExportRules");
    const action = await until("fix all", async () =>
      (await actionsAt(document, all, kind)).find((each) => each.kind?.value === kind.value),
    );
    if (action.edit === undefined) throw new Error("the action has no edit");
    expect(await vscode.workspace.applyEdit(action.edit)).toBe(true);
    expect(document.getText()).toContain('number: "7"');
  });

  test("completes statuses, and explains them", async () => {
    const document = await open(draft);
    const at = document.positionAt(document.getText().indexOf("status: draft") + "status: ".length);
    const offered = await until("statuses", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        at,
      );
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      // VS Code itself offers the words of the text, and those that no text has come from us alone.
      return labels.includes("pending_billable") && labels;
    });
    expect(offered).toContain("approved");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      at,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === "string" ? each : each.value)),
    );
    expect(texts.join("\n")).toContain("Draft");
  });

  test("moves through its life cycle by a command", async () => {
    const document = await open(draft);
    await found(document.uri, "status-approved");
    const refused = await vscode.commands.executeCommand(
      "erpExportRules.runEvent",
      document.uri.toString(),
      0,
      "send",
      {
        write: true,
      },
    );
    expect(refused).toMatchObject({ ok: false });
    expect(document.getText()).toContain("status: draft");
  });

  test("in JSON has the same findings as in YAML", async () => {
    const yaml = await open("spectrum/codes/billing-item-code-of-11-characters.pcco.yaml");
    const inYaml = await found(yaml.uri, "billing-item-code-length");
    const json = await open("spectrum/codes/billing-item-code-of-11-characters.pcco.json");
    const inJson = await found(json.uri, "billing-item-code-length");
    expect(inJson.message).toBe(inYaml.message);
    expect(json.getText(inJson.range)).toBe(`"${yaml.getText(inYaml.range)}"`);
  });
});

describe("the workspace", () => {
  test("files that are not open have their findings too", async () => {
    await found(sample("spectrum/codes/billing-item-code-of-11-characters.pcco.json"), "billing-item-code-length");
  });

  test("names in a rule file lead to what they stand for, and its faults are told as it is typed", async () => {
    const rules = await open("company-overlay/rules/company.yaml");
    expect(rules.languageId).toBe("erp-rules");
    const override = /^ {2}([a-z-]+):$/m.exec(rules.getText().slice(rules.getText().indexOf("overrides:")));
    const name = override?.[1] ?? "";
    const at = rules.positionAt(rules.getText().indexOf(`  ${name}:`) + 2);
    const places = await until("the rule", async () => {
      const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        rules.uri,
        at,
      );
      return links.length > 0 && links;
    });
    const [place] = places;
    expect(place !== undefined && ("uri" in place ? place.uri : place.targetUri).path).toMatch(/\.yaml$/);
    await replace(rules, "overrides:", "overides:");
    await until("the fault", () => findings(rules.uri).some(({ message }) => message.includes("overrides")));
  });

  test("the server, started again, judges on", async () => {
    const document = await open(draft);
    await found(document.uri, "status-approved");
    await vscode.commands.executeCommand("erpExportRules.restart");
    await found(document.uri, "status-approved");
  });
});

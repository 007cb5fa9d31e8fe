import * as vscode from "vscode";
import type { ExtensionApi } from "../../../vscode-extension/src/client/start.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, test, until } from "../harness/in-host/testing.ts";
import { activated, closeAll, codes, found, gone, open, read, sample, write } from "./support.ts";

let own = "";
let count = 0;
let api: ExtensionApi;

beforeAll(async () => {
  api = await activated();
});

const run = (command: string, ...given: unknown[]) =>
  vscode.commands.executeCommand(`erpExportRules.${command}`, ...given);

/** A PCCO that can be sent, in a file of its own. */
const ready = async (): Promise<string> =>
  (await read(sample("spectrum/approved-two-lines.pcco.yaml"))).replace(/^\$(?:rules|expect): .*\n/gm, "");

beforeEach(async () => {
  // VS Code keeps texts for minutes, also of files that are gone.
  own = `spectrum/of-the-tests-${++count}.pcco.yaml`;
  await write(sample(own), await ready());
});
afterEach(async () => {
  await closeAll();
  await vscode.workspace.fs.delete(sample(own));
});

describe("an event", () => {
  test("is written at once where the caller has answered", async () => {
    const { uri } = await open(own);
    const outcome = await run("runEvent", uri.toString(), 0, "send", { write: true });
    expect(outcome).toMatchObject({ ok: true, event: "send", isWritten: true });
    expect(await read(uri)).toContain("status: ready_to_export");
  });

  test("takes what is entered", async () => {
    const context = (await read(sample("spectrum/pcco.context.yaml")))
      .replace("erp_integrations: none", "erp_integrations: standard")
      .replace("can_push_to_accounting: false", "can_push_to_accounting: true");
    const sent = (await ready()).replace("status: not_in_erp", "status: ready_to_export, last_event: send");
    const pcco = sent.replace(/^\$context: .*\n/m, `$context:\n${context.replaceAll(/^/gm, "  ")}\n`);
    await write(sample(own), pcco);
    const { uri } = await open(own);
    const answers = { input: { transaction_date: "2026-11-30" }, write: true };
    expect(await run("runEvent", uri.toString(), 0, "accept", answers)).toMatchObject({ ok: true, isWritten: true });
    expect(await read(uri)).toMatch(/status: exporting.*transaction_date: "?2026-11-30/);
  });

  test("is refused to who may not run it, with the reason", async () => {
    const { uri } = await open("spectrum/states/exporting.pcco.yaml");
    const refused = await run("runEvent", uri.toString(), 0, "export-succeeded", { input: { origin_id: "CR-1" } });
    expect(refused).toMatchObject({ ok: false });
    expect(JSON.stringify(refused)).toContain("needs the integration's service account");
  });

  test("shows its difference where it is not to be written", async () => {
    const { uri } = await open(own);
    const outcome = await run("runEvent", uri.toString(), 0, "send", { write: false });
    expect(outcome).toMatchObject({ ok: true, isWritten: false });
    const input = await until("the difference", () => vscode.window.tabGroups.activeTabGroup.activeTab?.input);
    expect(input).toBeInstanceOf(vscode.TabInputTextDiff);
    expect(await read(uri)).toBe(await ready());
  });
});

describe("what a PCCO is judged by", () => {
  test("is another version of the rules, by a setting", async () => {
    const { uri } = await open(own);
    expect(await run("switchRuleSet", uri.toString(), "spectrum/pcco@1.0.0")).toMatchObject({ where: "setting" });
    await until("the status", () => api.status().rules?.text === "Rules spectrum/pcco 1.0.0");
    await run("switchRuleSet", uri.toString(), "");
    await until("the status", () => api.status().rules?.text !== "Rules spectrum/pcco 1.0.0");
  });

  test("is another version of the rules, by its own pin", async () => {
    const document = await open("spectrum/status/draft.pcco.yaml");
    const chosen = await run("switchRuleSet", document.uri.toString(), "spectrum/pcco@1.0.0");
    expect(chosen).toMatchObject({ where: "pin" });
    expect(document.getText()).toContain("$rules: spectrum/pcco@1.0.0\n");
  });

  test("is a toggle that is set for the workspace", async () => {
    const { uri } = await open(own);
    const feature = "export_prime_contract_change_orders";
    await run("toggleFeature", uri.toString(), feature, "off");
    await found(uri, "export-switched-on");
    await run("toggleFeature", uri.toString(), feature, "context");
    await gone(uri, "export-switched-on");
  });

  test("is a rule less, with a reason", async () => {
    await write(sample(own), (await ready()).replace('"0520"', "0520-STEEL-A"));
    const { uri } = await open(own);
    await found(uri, "billing-item-code-length");
    const outcome = await run("turnOffRule", uri.toString(), 0, "billing-item-code-length", "Our codes are longer.");
    expect(outcome).toMatchObject({ ok: true });
    await gone(uri, "billing-item-code-length");
    const changed = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map((each) => each.getText());
    expect(changed.join("\n")).toContain("Our codes are longer.");
  });
});

test("the sample of the walkthrough has three findings", async () => {
  const outcome = await run("openSample");
  const uri = sample("three-breaks.pcco.yaml");
  expect(outcome).toEqual({ ok: true, uri: uri.toString() });
  await found(uri, "billing-item-code-length");
  expect(codes(uri)).toEqual(["status-approved", "date-required", "billing-item-code-length"]);
  await vscode.workspace.fs.delete(uri);
});

test("the diagram shows the PCCO, and leads to the rule file", async () => {
  const { uri } = await open(own);
  expect(await run("showLifecycle", uri.toString(), 0)).toMatchObject({ ok: true });
  const shown = api.lifecycle.shown();
  expect(shown?.diagram.states.filter(({ isCurrent }) => isCurrent).map(({ name }) => name)).toEqual(["not_in_erp"]);
  const possible = shown?.diagram.events.filter(({ standing }) => standing === "possible");
  expect(possible?.map(({ name }) => name)).toEqual(["send"]);
  expect(await api.lifecycle.jump("event", "send")).toBe(true);
  const rules = await until("the rule file", () => vscode.window.activeTextEditor);
  expect(rules.document.uri.scheme).toBe("erp-export-rules");
  expect(rules.document.lineAt(rules.selection.active.line).text).toBe("  send:");
});

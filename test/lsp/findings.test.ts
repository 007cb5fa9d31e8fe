import { afterEach, describe, expect, test } from "vitest";
import type { StatusResult } from "../../vscode-extension/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";
import { context, overlay, pcco, rangeOf } from "./texts.ts";

let editor: Editor;
const start = async (options: EditorOptions): Promise<void> => {
  editor = await Editor.start(options);
};
afterEach(() => editor.stop());

describe("the findings of an open PCCO", () => {
  test("stand where the rule is broken, with the rule, its page and a plain sentence", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context } } });
    const text = pcco({ code: "05-120-000-99" });
    await editor.open("job/a.pcco.yaml", text);
    const [found, ...others] = await editor.findings("job/a.pcco.yaml");
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "billing-item-code-length",
      severity: 1,
      source: "erp-export-rules",
      range: rangeOf(text, '"05-120-000-99"'),
    });
    expect(found?.message).toContain("13 characters");
    expect(found?.codeDescription?.href).toMatch(/^https:/);
  });

  test("follow every keystroke, and are the same answer as long as nothing changes", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context } } });
    const text = pcco({ status: "draft" });
    await editor.open("job/a.pcco.yaml", text);
    const first = await editor.pull("job/a.pcco.yaml");
    expect(first.kind === "full" && first.items.map(({ code }) => code)).toEqual(["status-approved"]);
    expect(await editor.pull("job/a.pcco.yaml", first.resultId)).toEqual({
      kind: "unchanged",
      resultId: first.resultId,
    });
    await editor.change("job/a.pcco.yaml", { range: rangeOf(text, "draft"), text: "approved" });
    const second = await editor.pull("job/a.pcco.yaml", first.resultId);
    expect(second).toMatchObject({ kind: "full", items: [] });
    expect(second.resultId).not.toBe(first.resultId);
  });

  test("are the same in a document that was never saved", async () => {
    await start({});
    await editor.open("untitled:Untitled-1", pcco({ status: "draft" }), "yaml");
    expect(await editor.codes("untitled:Untitled-1")).toContain("status-approved");
  });

  test("tell of broken syntax, duplicate keys and codes without quotes", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context } } });
    await editor.open("job/a.pcco.json", '{ "status": "approved", ');
    expect(await editor.codes("job/a.pcco.json")).toEqual(["document/syntax"]);
    await editor.open("job/b.pcco.yaml", `${pcco()}title: Twice\n`);
    expect(await editor.codes("job/b.pcco.yaml")).toContain("document/duplicate-key");
    await editor.open("job/c.pcco.yaml", pcco().replace('"0520"', "0520"));
    expect(await editor.codes("job/c.pcco.yaml")).toContain("document/unquoted-code");
  });

  test("are none for a document that is none of our business", async () => {
    await start({ folders: { job: {} } });
    await editor.open("job/values.yaml", "status: draft\n");
    expect(await editor.findings("job/values.yaml")).toEqual([]);
    expect(await editor.at("textDocument/hover", "job/values.yaml", { line: 0, character: 1 })).toBeNull();
  });
});

describe("what a PCCO is judged by", () => {
  test("the nearest context, and a nearer one as soon as there is one", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context } } });
    await editor.open("job/deep/a.pcco.yaml", pcco());
    expect(await editor.codes("job/deep/a.pcco.yaml")).toEqual([]);
    editor.write("job/deep/pcco.context.yaml", context.replace("true }", "false }"));
    await editor.touched({ "job/deep/pcco.context.yaml": true });
    await editor.until(() => editor.refreshes.includes("diagnostic"));
    expect(await editor.codes("job/deep/a.pcco.yaml")).toContain("export-switched-on");
  });

  test("a context that is edited, though not saved yet; unknown when it is gone", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context } } });
    await editor.open("job/a.pcco.yaml", pcco());
    expect(await editor.codes("job/a.pcco.yaml")).toEqual([]);
    await editor.open("job/pcco.context.yaml", context);
    await editor.change("job/pcco.context.yaml", { range: rangeOf(context, "Approved"), text: "Draft" });
    expect(await editor.codes("job/a.pcco.yaml")).toContain("contract-approved");
    await editor.close("job/pcco.context.yaml");
    editor.remove("job/pcco.context.yaml");
    await editor.touched({ "job/pcco.context.yaml": false });
    await editor.until(() => editor.refreshes.filter((name) => name === "diagnostic").length >= 3);
    const left = await editor.findings("job/a.pcco.yaml");
    expect(left.map(({ code }) => code)).toContain("contract-synced");
    expect(left.every(({ severity }) => severity === 3)).toBe(true);
  });

  test("the rule set it pins, by version or by the path of a rule file", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context, "ours/company.yaml": overlay(4) } } });
    const code = pcco({ head: "$rules: spectrum/pcco@1.0.0\n", code: "05-120" });
    await editor.open("job/a.pcco.yaml", code);
    expect(await editor.codes("job/a.pcco.yaml")).toEqual([]);
    const pin = { range: rangeOf(code, "spectrum/pcco@1.0.0"), text: "./ours/company.yaml" };
    await editor.change("job/a.pcco.yaml", pin);
    expect(await editor.codes("job/a.pcco.yaml")).toContain("billing-item-code-length");
  });

  test("without a pin, the rules for the ERP system of the context", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context.replace("spectrum", "netsuite") } } });
    await editor.open("job/a.pcco.yaml", pcco());
    const { ruleSet } = await editor.ask<StatusResult>("erpExportRules/status", "job/a.pcco.yaml");
    expect(ruleSet?.id).toBe("netsuite/pcco");
    expect((await editor.findings("job/a.pcco.yaml")).some(({ severity }) => severity === 1)).toBe(true);
  });

  test("of an ERP system without rules it is told that those for Spectrum are asked, until there are some", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context.replace("spectrum", "spectrumm") } } });
    await editor.open("job/a.pcco.yaml", pcco());
    const findings = await editor.findings("job/a.pcco.yaml");
    const found = findings.find(({ code }) => code === "document/erp-system");
    expect(found?.severity).toBe(3);
    expect(findings.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(found?.message).toContain('unknown. Did you mean "spectrum"?');
    const status = await editor.ask<StatusResult>("erpExportRules/status", "job/a.pcco.yaml");
    expect(status).toMatchObject({
      ruleSet: { id: "spectrum/pcco" },
      whyRules: "there are none for the ERP system of the context",
    });
    await editor.open("job/pcco.context.yaml", context);
    expect(await editor.codes("job/a.pcco.yaml")).toEqual([]);
  });

  test("a rule set that is not there is said at the pin", async () => {
    await start({ folders: { job: { "pcco.context.yaml": context } } });
    const text = pcco({ head: "$rules: spectrum/pco\n" });
    await editor.open("job/a.pcco.yaml", text);
    const [found] = await editor.findings("job/a.pcco.yaml");
    expect(found).toMatchObject({ code: "document/rules", range: rangeOf(text, "spectrum/pco") });
    expect(found?.message).toContain('Did you mean "spectrum/pcco"?');
  });

  test("settings: rules, toggles and event; a setting of the wrong type is as good as none", async () => {
    await start({
      folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": overlay(4) } },
      settings: { rules: "rules/company.yaml", features: "all", event: 7 },
    });
    await editor.open("job/a.pcco.yaml", pcco({ code: "05-120" }));
    expect(await editor.codes("job/a.pcco.yaml")).toEqual(["billing-item-code-length"]);
    await editor.settings({ features: { export_prime_contract_change_orders: false } });
    await editor.until(() => editor.refreshes.filter((name) => name === "diagnostic").length >= 2);
    expect(await editor.codes("job/a.pcco.yaml")).toContain("export-switched-on");
  });

  test.each([
    [
      { features: { book_reversals: true, export_prime_contract_change_order: true } },
      'There is no feature "export_prime_contract_change_order", which the setting erpExportRules.features names. Did you mean "export_prime_contract_change_orders"? Features are export_prime_contract_change_orders, book_reversals.',
    ],
    [
      { event: "sned" },
      'The rule set spectrum/pcco 1.1.0 has no event "sned", which the setting erpExportRules.event names. Did you mean "send"?',
    ],
    [{ event: "send", features: { book_reversals: true } }, undefined],
  ])("settings that name what no rule set has are told: %j", async (settings, message) => {
    const own = `${overlay(4)}features: { book_reversals: { title: Reversals, default: off, source: send } }\n`;
    await start({ folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": own } }, settings });
    await editor.open("job/a.pcco.yaml", pcco());
    const found = await editor.findings("job/a.pcco.yaml");
    expect(found.map(({ code, message }) => [code, message])).toEqual(
      message === undefined ? [] : [["document/rules", message]],
    );
  });
});

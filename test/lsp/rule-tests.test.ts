import { afterEach, beforeEach, expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-types";
import type { TestFile, TestOutcome, WhyResult } from "../../vscode-extension/src/protocol.ts";
import { companyRules } from "../../vscode-extension/src/service/rules/testing.ts";
import { matrixTests } from "../../vscode-extension/src/service/rules/testing-matrix.ts";
import { Editor } from "./support/editor.ts";
import { context, pcco } from "./texts.ts";

const file = "job/rules/company.test.yaml";
const failing = matrixTests.replace("default: refused", "default: sent");
const sample = `$rules: company/pcco@1
$context: { erp: { features: {} }, actor: { prime_contracts: admin } }
$expect: { event: take-back, input: { why: Dock }, events: { take-back: sent } }
title: Canopy
erp: { status: sent, last_event: send }
`;

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start({
    folders: {
      job: {
        "pcco.context.yaml": context,
        "rules/company.yaml": companyRules,
        "rules/company.test.yaml": failing,
        "a.pcco.yaml": pcco({ status: "draft" }),
        "b.pcco.yaml": sample,
      },
    },
    isVsCode: true,
  });
  await editor.open(file, failing, "yaml");
});
afterEach(() => editor.stop());

const why = (name: string, more: object): Promise<WhyResult | null> =>
  editor.ask<WhyResult | null>("erpExportRules/why", name, more);

test("matrices are listed with their documents, and run with a message for each case that has not passed", async () => {
  const files = await editor.connection.sendRequest<readonly TestFile[]>("erpExportRules/tests");
  const listed = files.find(({ uri }) => uri === editor.uri(file));
  expect(listed?.tests[0]?.children?.map(({ id }) => id)).toEqual([
    "who sends: canopy",
    "who sends: gone",
    "who sends: long",
  ]);
  const [gone] = await editor.connection.sendRequest<readonly TestOutcome[]>("erpExportRules/runTests", {
    uri: editor.uri(file),
    ids: ["who sends: gone"],
  });
  expect(gone).toMatchObject({ passed: false, expected: "moves: sent\n", actual: "moves: refused\n" });
  expect(gone?.further).toHaveLength(2);
});

test("code lenses run a test and tell why, for the test as it is edited", async () => {
  const lenses = await editor.ask<readonly CodeLens[]>("textDocument/codeLens", file);
  expect(lenses.map(({ command }) => command?.title).slice(0, 3)).toEqual(["Run all", "Run", "Why?"]);
  const [uri, id] = lenses[2]?.command?.arguments ?? [];
  expect([uri, id]).toEqual([editor.uri(file), "matrix: who sends"]);
  expect(await why(file, { test: id })).toMatchObject({
    title: "test who sends",
    page: expect.stringContaining("One of 12 cases, of which 9 have not passed."),
  });
  await editor.change(file, { range: undefined, text: matrixTests });
  expect((await why(file, { test: id }))?.page).toContain("One of 12 cases, of which all have passed.");
  expect(await why(file, { test: "no such test" })).toBeNull();
});

test("a PCCO tells why, by its line or by the test that it is", async () => {
  const byLine = await why("job/a.pcco.yaml", { line: 0 });
  expect(byLine?.page).toContain("### `status-approved` The PCCO is Approved");
  expect(await why("job/a.pcco.yaml", { test: "0" })).toEqual(byLine);
  expect(await why("job/rules/company.yaml", {})).toBeNull();
});

test("what is expected of the events of a PCCO is tried", async () => {
  const [outcome] = await editor.connection.sendRequest<readonly TestOutcome[]>("erpExportRules/runTests", {
    uri: editor.uri("job/b.pcco.yaml"),
  });
  expect(outcome?.message).toContain("missing: take-back leads to fresh, not to sent.");
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CancellationTokenSource, LSPErrorCodes, ProgressType } from "vscode-languageserver/node";
import type { ImpactCount, RuleImpact } from "../../vscode-extension/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { context, overlay, pcco, rangeOf } from "./texts.ts";

const rules = overlay(9);
const file = "job/rules/company.yaml";
const north = overlay(8)
  .replace("company/pcco", "company/north")
  .replace("spectrum/pcco@1.1.0", "company/pcco@1.0.0")
  .replace(/billing-item-code-length:\n.*\n/, "title-length:\n    maxLength: 50\n");

const code = (length: number, rule = "company/pcco") => pcco({ head: `$rules: ${rule}\n`, code: "1".repeat(length) });

/** So many PCCOs, one a line, that they are not counted at once. */
const many = 3000;
const line = JSON.stringify({
  $rules: "company/pcco",
  id: 1,
  status: "approved",
  line_items: [{ billing_item_code: "123456" }],
});

const folders = {
  job: {
    "pcco.context.yaml": context,
    "rules/company.yaml": rules,
    "rules/north.yaml": north,
    "four.pcco.yaml": code(4),
    "six.pcco.yaml": code(6),
    "eight.pcco.yaml": code(8),
    "north.pcco.yaml": code(8, "company/north"),
    "ships.pcco.yaml": code(8, "spectrum/pcco"),
    "broken.pcco.yaml": `${code(8)}"`,
  },
};

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start({ folders });
  await editor.open(file, rules, "erp-rules");
});
afterEach(() => editor.stop());

const progress = new ProgressType<ImpactCount>();

/** Asks which PCCOs change. */
function ask() {
  const source = new CancellationTokenSource();
  const partialResultToken = `token-${Math.random()}`;
  const params = { textDocument: { uri: editor.uri(file) }, partialResultToken };
  const told = new Promise<ImpactCount>((resolve) =>
    editor.connection.onProgress(progress, partialResultToken, resolve),
  );
  const answer = editor.connection.sendRequest<RuleImpact>("erpExportRules/impact", params, source.token);
  const refused = answer.then(
    () => "answered",
    ({ code }: { readonly code: unknown }) => code,
  );
  return { answer, refused, told, cancel: () => source.cancel() };
}

async function limit(from: number, to: number): Promise<void> {
  await editor.change(file, { range: rangeOf(overlay(from), `maxLength: ${from}`), text: `maxLength: ${to}` });
}

const changed = ({ changes }: RuleImpact) => changes.map(({ file, from, to }) => `${file} ${from} → ${to}`).sort();

describe("an edit of a rule file", () => {
  test("tells the PCCOs that change outcome, those judged by a file that extends it too", async () => {
    await limit(9, 5);
    const impact = await ask().answer;
    expect(changed(impact)).toEqual([
      "eight.pcco.yaml exportable → blocked",
      "north.pcco.yaml exportable → blocked",
      "six.pcco.yaml exportable → blocked",
    ]);
    expect(impact).toMatchObject({
      against: { kind: "saved", label: "company/pcco 1.0.0" },
      documents: 4,
      changed: 3,
      rules: [{ ruleId: "billing-item-code-length", documents: 3 }],
    });
    expect(impact.changes[0]).toMatchObject({
      label: "PCCO 004 Added loading dock canopy",
      range: { start: { line: 0 } },
    });
  });

  test("is counted anew at the next edit, and for PCCOs as they are edited", async () => {
    await limit(9, 5);
    expect((await ask().answer).changed).toBe(3);
    await limit(5, 7);
    expect((await ask().answer).changed).toBe(2);
    await editor.open("job/four.pcco.yaml", code(8));
    expect(changed(await ask().answer)).toContain("four.pcco.yaml exportable → blocked");
  });

  test("changes nothing while it only says the same in other words", async () => {
    await editor.change(file, { range: rangeOf(rules, "longer"), text: "a bit longer" });
    expect(await ask().answer).toMatchObject({ documents: 4, changed: 0, changes: [] });
  });

  test("is compared with what the file extends once it is saved", async () => {
    await limit(9, 7);
    editor.write(file, overlay(7));
    expect(await ask().answer).toMatchObject({ against: { kind: "extended" }, documents: 3, changed: 1 });
  });

  test("is compared with what was saved last", async () => {
    // The answer comes when every PCCO has been read, from then on they stay as they were read.
    await editor.ask("textDocument/codeLens", file);
    await limit(9, 5);
    expect((await ask().answer).changed).toBe(3);
    editor.write(file, overlay(5));
    await limit(5, 7);
    expect(changed(await ask().answer)).toEqual(["six.pcco.yaml blocked → exportable"]);
  });

  test("with faults has the impact of its last good text", async () => {
    await limit(9, 5);
    expect((await ask().answer).changed).toBe(3);
    await editor.change(file, { range: rangeOf(overlay(5), "maxLength: 5"), text: "maxLenth: 5" });
    expect((await ask().answer).changed).toBe(3);
  });
});

describe("a count in a large workspace", () => {
  beforeEach(async () => {
    editor.write("job/many.pcco.ndjson", `${line}\n`.repeat(many));
    await editor.touched({ "job/many.pcco.ndjson": true });
    await limit(9, 5);
  });

  test("is told as it rises, and given up when the rules are edited again", async () => {
    const first = ask();
    expect((await first.told).documents).toBeLessThan(many);
    await limit(5, 7);
    expect(await first.refused).toBe(LSPErrorCodes.RequestCancelled);
    expect(await ask().answer).toMatchObject({ documents: many + 4, changed: 2 });
  });

  test("is given up when the editor says so, and when it asks again", async () => {
    const first = ask();
    await first.told;
    first.cancel();
    expect(await first.refused).toBe(LSPErrorCodes.RequestCancelled);
    const second = ask();
    await second.told;
    const third = ask();
    expect(await second.refused).toBe(LSPErrorCodes.RequestCancelled);
    expect((await third.answer).documents).toBe(many + 4);
  });
});

test("a count that can't be told as it rises leaves no error that nobody handles", async () => {
  await editor.stop();
  const unhandled: unknown[] = [];
  const keep = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", keep);
  try {
    const job = { ...folders.job, "many.pcco.ndjson": `${line}\n`.repeat(many) };
    editor = await Editor.start({ folders: { job }, deafTo: "$/progress" });
    await editor.open(file, rules, "erp-rules");
    await limit(9, 5);
    expect((await ask().answer).documents).toBe(many + 4);
    expect(editor.failures).toBeGreaterThan(0);
    expect(unhandled).toEqual([]);
  } finally {
    process.off("unhandledRejection", keep);
  }
});

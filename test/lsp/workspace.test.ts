import { afterEach, describe, expect, test } from "vitest";
import { Editor } from "./support/editor.ts";
import { context, overlay, pcco, rangeOf } from "./texts.ts";

let editor: Editor;
afterEach(() => editor.stop());

const draft = pcco({ status: "draft" });
const codesOf = (report: { kind: string; items?: readonly { code?: unknown }[] }) =>
  report.items?.map(({ code }) => code);

describe("the findings of files that are not open", () => {
  test("are streamed, and the question then waits until something changes", async () => {
    editor = await Editor.start({
      folders: { job: { "pcco.context.yaml": context, "a.pcco.yaml": draft, "b.pcco.yaml": pcco() } },
    });
    const first = editor.pullWorkspace();
    const report = await first.reportOf(editor.uri("job/a.pcco.yaml"));
    expect(codesOf(report)).toEqual(["status-approved"]);
    await first.answer;
    // What has nothing to tell is not told of.
    expect(first.streamed.map(({ uri }) => uri)).toEqual([editor.uri("job/a.pcco.yaml")]);
    const known = first.streamed.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
    const second = editor.pullWorkspace(known);
    // Whatever the server has to say to the second question it says before it answers a later one.
    await editor.findings("job/a.pcco.yaml");
    expect(second.isAnswered).toBe(false);
    expect(second.streamed).toEqual([]);
    editor.write("job/a.pcco.yaml", pcco());
    await editor.touched({ "job/a.pcco.yaml": true });
    expect(codesOf(await second.reportOf(editor.uri("job/a.pcco.yaml")))).toEqual([]);
    await second.answer;
  });

  test("end when the editor gives the question up, or asks a newer one", async () => {
    editor = await Editor.start({ folders: { job: { "a.pcco.yaml": draft } } });
    const first = editor.pullWorkspace();
    await first.answer;
    const known = first.streamed.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
    const second = editor.pullWorkspace(known);
    const third = editor.pullWorkspace(known);
    await expect(second.answer).resolves.toEqual({ items: [] });
    third.cancel();
    await third.answer.catch(() => {});
    expect(third.isAnswered).toBe(true);
  });

  test("are taken back when the file is deleted or renamed", async () => {
    editor = await Editor.start({ folders: { job: { "pcco.context.yaml": context, "a.pcco.yaml": draft } } });
    const first = editor.pullWorkspace();
    await first.answer;
    const known = first.streamed.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
    const second = editor.pullWorkspace(known);
    editor.remove("job/a.pcco.yaml");
    editor.write("job/renamed.pcco.yaml", draft);
    await editor.touched({ "job/a.pcco.yaml": false, "job/renamed.pcco.yaml": true });
    expect(codesOf(await second.reportOf(editor.uri("job/a.pcco.yaml")))).toEqual([]);
    const third = editor.pullWorkspace(second.streamed.map(({ uri, resultId = "" }) => ({ uri, value: resultId })));
    const all = [...second.streamed, ...third.streamed];
    if (!all.some(({ uri }) => uri.endsWith("renamed.pcco.yaml")))
      await third.reportOf(editor.uri("job/renamed.pcco.yaml"));
    third.cancel();
    await third.answer.catch(() => {});
  });

  test("follow an edit of the rules", async () => {
    const rules = overlay(4);
    const pinned = pcco({ head: "$rules: company/pcco\n", code: "05-120" });
    editor = await Editor.start({
      folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": rules, "a.pcco.yaml": pinned } },
    });
    const first = editor.pullWorkspace();
    expect(codesOf(await first.reportOf(editor.uri("job/a.pcco.yaml")))).toEqual(["billing-item-code-length"]);
    await first.answer;
    const second = editor.pullWorkspace(first.streamed.map(({ uri, resultId = "" }) => ({ uri, value: resultId })));
    await editor.open("job/rules/company.yaml", rules, "erp-rules");
    await editor.change("job/rules/company.yaml", { range: rangeOf(rules, "4"), text: "12" });
    expect(codesOf(await second.reportOf(editor.uri("job/a.pcco.yaml")))).toEqual([]);
  });

  test("fifty files changed at once are all told of", async () => {
    const names = Array.from({ length: 50 }, (_, index) => `job/${index}.pcco.yaml`);
    editor = await Editor.start({ folders: { job: { "pcco.context.yaml": context } } });
    const pull = editor.pullWorkspace();
    await editor.findings("job/pcco.context.yaml");
    for (const name of names) editor.write(name, draft);
    await editor.touched(Object.fromEntries(names.map((name) => [name, true])));
    const seen = new Set<string>();
    let asked = pull;
    while (seen.size < 50) {
      await asked.answer;
      for (const { uri } of asked.streamed) seen.add(uri);
      if (seen.size < 50)
        asked = editor.pullWorkspace(asked.streamed.map(({ uri, resultId = "" }) => ({ uri, value: resultId })));
    }
    expect(seen.size).toBe(50);
  });

  test("a file that is no text, however it is called, is told of plainly", async () => {
    editor = await Editor.start({ folders: { job: {} } });
    editor.write("job/picture.pcco.json", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe]));
    const pull = editor.pullWorkspace();
    await editor.touched({ "job/picture.pcco.json": true });
    const report = await pull.reportOf(editor.uri("job/picture.pcco.json"));
    expect(report.kind === "full" && report.items.length).toBe(1);
  });
});

describe("several folders", () => {
  test("each has its own rules, contexts and settings; a file belongs to the innermost", async () => {
    editor = await Editor.start({
      folders: {
        east: { "pcco.context.yaml": context, "rules/company.yaml": overlay(4) },
        west: { "pcco.context.yaml": context, "rules/company.yaml": overlay(40) },
      },
    });
    const text = pcco({ head: "$rules: company/pcco\n", code: "05-120-000" });
    await editor.open("east/a.pcco.yaml", text);
    await editor.open("west/a.pcco.yaml", text);
    expect(await editor.codes("east/a.pcco.yaml")).toEqual(["billing-item-code-length"]);
    expect(await editor.codes("west/a.pcco.yaml")).toEqual([]);
  });

  test("come and go", async () => {
    editor = await Editor.start({ folders: { east: { "pcco.context.yaml": context } } });
    editor.write("west/pcco.context.yaml", context);
    editor.write("west/rules/company.yaml", overlay(4));
    const text = pcco({ head: "$rules: company/pcco\n", code: "05-120" });
    await editor.open("west/a.pcco.yaml", text);
    expect(await editor.codes("west/a.pcco.yaml")).toEqual(["document/rules"]);
    const added = [{ uri: editor.uri("west"), name: "west" }];
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added, removed: [] } });
    await editor.until(() => editor.refreshes.filter((name) => name === "diagnostic").length >= 2);
    expect(await editor.codes("west/a.pcco.yaml")).toEqual(["billing-item-code-length"]);
  });
});

describe("what the server asks to be told", () => {
  test("changes of its settings, and of files of ours alone, in each folder", async () => {
    editor = await Editor.start({ folders: { east: {}, west: {} } });
    await editor.until(() => editor.watched.length >= 2);
    expect(editor.watched).toContainEqual(
      expect.objectContaining({
        method: "workspace/didChangeConfiguration",
        registerOptions: { section: "erpExportRules" },
      }),
    );
    const files = JSON.stringify(editor.watched);
    for (const folder of ["east", "west"]) expect(files).toContain(JSON.stringify(editor.uri(folder)));
    expect(files).not.toContain('"**/*"');
  });
});

describe("an editor that can't ask", () => {
  test("is sent the findings of open documents after every change, and none for closed ones", async () => {
    editor = await Editor.start({ folders: { job: { "pcco.context.yaml": context } }, cannotPull: true });
    expect(editor.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    const uri = editor.uri("job/a.pcco.yaml");
    await editor.open("job/a.pcco.yaml", draft);
    await editor.until(() => editor.sent.get(uri)?.[0]?.code === "status-approved");
    await editor.change("job/a.pcco.yaml", { range: rangeOf(draft, "draft"), text: "approved" });
    await editor.until(() => editor.sent.get(uri)?.length === 0);
    await editor.change("job/a.pcco.yaml", { text: draft });
    await editor.until(() => editor.sent.get(uri)?.length === 1);
    await editor.close("job/a.pcco.yaml");
    await editor.until(() => editor.sent.get(uri)?.length === 0);
    expect(editor.sent.get(uri)).toEqual([]);
  });
});

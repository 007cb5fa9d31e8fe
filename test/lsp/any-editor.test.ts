import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CompletionList, DocumentLink, Hover, Location, WorkspaceEdit } from "vscode-languageserver/node";
import { Editor } from "./support/editor.ts";
import { context, overlay, pcco, rangeOf } from "./texts.ts";

const rules = `${overlay(4)}rules:
  title-there:
    title: It has a title
    field: title
    required: true
    severity: error
    stage: send
    source: send
`;
const tests = `ruleSet: company/pcco@1.0.0
at: 2026-11-20T09:00:00Z
documents:
  ready: { status: approved }
cases:
  - name: no title
    document: ready
    broken: [title-there, billing-item-code-length]
`;
const shipped = /^erp-export-rules:/;

const files = {
  "pcco.context.yaml": context,
  "rules/company.yaml": rules,
  "rules/company.test.yaml": tests,
  "a.pcco.yaml": pcco({ head: "$rules: ./rules/company.yaml\n$expect: { broken: [title-there] }\n" }),
};

describe("an editor without the extension's own client", () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start({ folders: { job: files } });
    await editor.open("job/rules/company.yaml", rules);
    await editor.open("job/rules/company.test.yaml", tests);
  });
  afterEach(() => editor.stop());

  test("is led to no rule file that ships, which it can't open", async () => {
    const position = rangeOf(rules, "billing-item-code-length").start;
    const more = { position, context: { includeDeclaration: true } };
    const places = await editor.ask<Location[]>("textDocument/references", "job/rules/company.yaml", more);
    expect(places.map(({ uri }) => uri)).toContain(editor.uri("job/rules/company.test.yaml"));
    const links = await editor.ask<DocumentLink[]>("textDocument/documentLink", "job/rules/company.yaml");
    const others = await editor.ask<DocumentLink[]>("textDocument/documentLink", "job/rules/company.test.yaml");
    expect(others.map(({ target }) => target)).toEqual([editor.uri("job/rules/company.yaml")]);
    for (const uri of [...places.map((place) => place.uri), ...links.map(({ target }) => target)])
      expect(uri).not.toMatch(shipped);
  });

  test("renames in the texts that it has, each by its number; a file that is not open has none", async () => {
    await editor.change("job/rules/company.test.yaml", { text: `# Ours\n${tests}` });
    const edit = await editor.ask<WorkspaceEdit>("textDocument/rename", "job/rules/company.yaml", {
      position: rangeOf(rules, "title-there").start,
      newName: "has-title",
    });
    const versions = edit.documentChanges?.map((change) =>
      "textDocument" in change ? [change.textDocument.uri, change.textDocument.version] : [],
    );
    expect(versions).toEqual([
      [editor.uri("job/rules/company.yaml"), 1],
      [editor.uri("job/rules/company.test.yaml"), 2],
      [editor.uri("job/a.pcco.yaml"), null],
    ]);
  });

  test("finds a name in PCCOs that nobody has opened, from the start and however long they are", async () => {
    const expecting = "$rules: ./rules/company.yaml\n$expect: { broken: [title-there] }\n";
    const long = await Editor.start({
      folders: { job: { ...files, "long.pcco.yaml": `${expecting}note: ${"long ".repeat(50_000)}\n` } },
    });
    await long.open("job/rules/company.yaml", rules);
    const places = await long.ask<Location[]>("textDocument/references", "job/rules/company.yaml", {
      position: rangeOf(rules, "title-there").start,
      context: { includeDeclaration: false },
    });
    const inSamples = places.filter(({ range }) => range.start.line === 1).map(({ uri }) => uri);
    expect(inSamples.toSorted()).toEqual([long.uri("job/a.pcco.yaml"), long.uri("job/long.pcco.yaml")]);
    await long.stop();
  });

  test("renames in closed PCCOs, and finds names there, even when settings say to check only open ones", async () => {
    const quiet = await Editor.start({ folders: { job: files }, settings: { checkWorkspace: false } });
    await quiet.open("job/rules/company.yaml", rules);
    const { start: position } = rangeOf(rules, "title-there");
    const edit = await quiet.ask<WorkspaceEdit>("textDocument/rename", "job/rules/company.yaml", {
      position,
      newName: "title-is-there",
    });
    const changed = edit.documentChanges?.flatMap((change) =>
      "textDocument" in change ? [change.textDocument.uri] : [],
    );
    expect(changed).toContain(quiet.uri("job/a.pcco.yaml"));
    const places = await quiet.ask<Location[]>("textDocument/references", "job/rules/company.yaml", {
      position,
      context: { includeDeclaration: false },
    });
    expect(places.map(({ uri }) => uri)).toContain(quiet.uri("job/a.pcco.yaml"));
    const hover = async () =>
      JSON.stringify(await quiet.at<Hover>("textDocument/hover", "job/rules/company.yaml", position));
    expect(await hover()).not.toContain("Breaks");
    await quiet.open("job/b.pcco.yaml", files["a.pcco.yaml"]);
    expect(await hover()).toContain("Breaks 0 of 1 open PCCOs of this folder");
    await quiet.stop();
  });

  const offered = async (path: string, text: string): Promise<readonly string[]> => {
    await editor.open(path, text);
    const lines = text.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const answer = await editor.at<CompletionList | null>("textDocument/completion", path, position);
    return answer?.items.map(({ label }) => label) ?? [];
  };

  test.each(["", "# Our own\n\n", "f", "format: 1\r\n", "format: 1\nruleSet: company/pcco\nv"])(
    "is offered the keys of a rule file from its first letter on: %j",
    async (text) => {
      expect(await offered("job/new.rules.yaml", text)).toContain("version");
    },
  );

  test("is told nothing of the rules of other tools", async () => {
    const alerts = "groups:\n  - name: alerts\n    rules: []\n";
    expect(await offered("job/alerts.rules.yaml", alerts)).toEqual([]);
    expect(await editor.findings("job/alerts.rules.yaml")).toEqual([]);
  });

  test("is offered the keys of a test file before there are cases", async () => {
    expect(await offered("job/rules/new.test.yaml", "ruleSet: company/pcco@1.0.0\ndocuments: {}\n")).toContain("cases");
  });
});

test("the server tells its version", async () => {
  const editor = await Editor.start({ folders: { job: {} }, spawned: true });
  const { version } = JSON.parse(readFileSync("vscode-extension/package.json", "utf8"));
  expect(editor.initialized?.serverInfo).toEqual({ name: "ERP Export Rules", version });
  await editor.stop();
});

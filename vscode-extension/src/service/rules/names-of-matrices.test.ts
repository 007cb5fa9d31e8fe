import { describe, expect, test } from "vitest";
import { ruleTestCompletion } from "./completion.ts";
import { ruleDefinition } from "./definition.ts";
import { ruleHover } from "./hover.ts";
import { ruleReferences } from "./references.ts";
import { ruleRename } from "./rename.ts";
import { ruleSymbols } from "./symbols.ts";
import { at, companyRules, projectOf, type TestProject, uriOf, wordAt } from "./testing.ts";
import { matrixTests } from "./testing-matrix.ts";

const uri = uriOf("t.test.yaml");

async function opened(marked: string) {
  const project = await projectOf({ "company.yaml": companyRules, "t.test.yaml": marked });
  return { project, file: project.ruleTest("t.test.yaml") };
}

async function labels(marked: string): Promise<readonly string[]> {
  const { project, file } = await opened(marked);
  return ruleTestCompletion(file, project.cursor, project).items.map(({ label }) => label);
}

describe("completion offers", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["documents and variants", "document: |long", "document: ‸", ["canopy", "gone", "long"]],
    ["what stands above a variant", "of: |gone", "of: ‸", ["canopy", "gone"]],
    ["documents that are not listed yet", "documents: [long, |canopy]", "documents: [long, ‸]", ["canopy", "gone"]],
    ["contexts", "context: |here", "context: ‸", ["here"]],
    ["actors", "actors: [someone, |nobody]", "actors: [someone, ‸]", ["nobody"]],
    ["events", "events: [send, |take-back]", "events: [send, ‸]", ["take-back"]],
    ["ERP statuses, or a refusal, as default", "default: |refused", "default: ‸", ["fresh", "sent", "refused"]],
    ["where an exception leads", "moves: |fresh", "moves: ‸", ["fresh", "sent", "refused"]],
    ["the documents of the matrix in an exception", "documents: [|long]", "documents: [‸]", ["long", "canopy"]],
    ["rules", "broken: [|title-length]\ncases", "broken: [‸]\ncases", ["title-length", "sum-of-lines"]],
    ["what an event takes", "{ |why: Dock }", "{ ‸ }", ["why"]],
    ["events that take something", "input: { |take-back: { why: Dock } }", "input: { ‸ }", ["take-back"]],
  ])("%s", async (_what, around, written, expected) => {
    const bare = around.replace("|", "");
    expect(matrixTests).toContain(bare);
    expect(await labels(matrixTests.replace(bare, written))).toEqual(expected);
  });

  test("pointers into the document behind a variant", async () => {
    expect((await labels(matrixTests.replace("{ /title: A canopy over the dock }", "{ ‸ }"))).slice(0, 3)).toEqual([
      "/title",
      "/erp",
      "/erp/status",
    ]);
    expect(await labels(matrixTests.replace("/erp/status: sent", "/erp/status: ‸"))).toEqual(["fresh", "sent"]);
  });

  test("the keys of matrices and exceptions", async () => {
    const found = await labels(matrixTests.replace("    context: here\n    default:", "    ‸\n    default:"));
    expect(found).toEqual(expect.arrayContaining(["context", "actors", "events", "input"]));
    expect(await labels(matrixTests.replace("- documents: [long]\n", "- documents: [long]\n        ‸\n"))).toEqual(
      expect.arrayContaining(["actors", "events", "outcome", "moves"]),
    );
  });

  test("reasons in an exception", async () => {
    const text = matrixTests.replace("moves: sent }", "moves: refused, reasons: [role, ‸] }");
    expect(await labels(text)).toEqual(["state", "rule", "input", "stale"]);
  });
});

/** What is found at a place. */
async function atPlace<T>(
  around: string,
  ask: (found: { project: TestProject; file: ReturnType<TestProject["ruleTest"]> }) => T,
) {
  return ask(await opened(at(matrixTests, around)));
}

const textOf = (): string | undefined => undefined;

describe("names lead to what they mean", () => {
  test.each([
    ["a variant in a matrix", "documents: [canopy, go|ne", "gone", 5],
    ["a variant in an exception", "documents: [lo|ng]", "long", 6],
    ["what a variant is of", "of: go|ne", "gone", 5],
    ["an actor", "actors: [someone, no|body]", "nobody", 11],
    ["a context", "context: he|re", "here", 8],
  ])("%s", async (_what, around, name, line) => {
    const found = await atPlace(around, ({ project, file }) => ruleDefinition(file, project.cursor, project, textOf));
    expect(found).toMatchObject({ uri, range: { start: { line } } });
    expect(found && wordAt(matrixTests, found.range)).toBe(name);
  });

  test.each([
    ["a rule in an exception", "broken: [title-|length]\ncases", "title-length"],
    ["an event", "events: [send, take|-back]\n    input", "take-back"],
    ["the event of what is entered", "input: { take|-back", "take-back"],
    ["what is entered", "{ wh|y: Dock }", "why"],
    ["a default", "default: ref|used", undefined],
    ["an ERP status", "moves: fre|sh", "fresh"],
  ])("%s", async (_what, around, name) => {
    const found = await atPlace(around, ({ project, file }) => ruleDefinition(file, project.cursor, project, textOf));
    expect(found && wordAt(companyRules, found.range)).toBe(name);
  });

  test("in a hover: the lines that say it", async () => {
    const hover = (around: string) =>
      atPlace(around, ({ project, file }) => ruleHover(file, project.cursor, project)?.contents);
    expect(await hover("documents: [canopy, go|ne")).toEqual({
      kind: "markdown",
      value:
        "**`gone`** A variant of `canopy`\n\n```yaml\ngone: { of: canopy, change: { /erp/status: sent, /erp/last_event: send } }\n```",
    });
    expect(await hover("context: he|re")).toMatchObject({
      value: "**`here`** A context of these tests\n\n```yaml\nhere: { erp: { features: { night_work: false } } }\n```",
    });
    expect(await hover("no|body: {")).toMatchObject({ value: expect.stringContaining("An actor of these tests") });
    expect(await hover("events: [se|nd")).toMatchObject({ value: expect.stringContaining("**`send`** Send") });
  });

  test("in a hover over blocks, long ones cut", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `    key${index}: 1\n`).join("");
    const text = matrixTests
      .replace("documents:\n", `documents:\n  big:\n${lines}`)
      .replace("document: long", "document: b‸ig");
    const { project, file } = await opened(text);
    const shown = ruleHover(file, project.cursor, project)?.contents;
    expect(shown).toMatchObject({ value: expect.stringMatching(/yaml\nbig:\n {2}key0: 1\n.*key28: 1\n…\n```$/s) });
  });
});

describe("references and rename see them all", () => {
  test("a variant", async () => {
    const found = await atPlace("documents: [lo|ng]", ({ project, file }) =>
      ruleReferences(file, project.cursor, project, textOf),
    );
    expect(found.map(({ range }) => range.start.line)).toEqual([6, 14, 21, 23, 28, 32]);
    expect(found.every(({ range }) => wordAt(matrixTests, range) === "long")).toBe(true);
  });

  test("an actor, in matrices and exceptions", async () => {
    const { project, file } = await opened(at(matrixTests, "  some|one: {"));
    const renamed = ruleRename(file, project.cursor, "boss", project, textOf);
    const edits = "edit" in renamed ? (renamed.edit.documentChanges ?? []) : [];
    expect(
      edits.flatMap((each) =>
        "edits" in each ? each.edits.map((edit) => "range" in edit && edit.range.start.line) : [],
      ),
    ).toEqual([10, 15, 20, 21]);
  });

  test("a rule of the rule set, in matrices too", async () => {
    const project = await projectOf({
      "company.yaml": at(companyRules, "  title-|length:\n    title"),
      "t.test.yaml": matrixTests,
    });
    const renamed = ruleRename(project.rule("company.yaml"), project.cursor, "short-title", project, project.textOf);
    const edits = "edit" in renamed ? (renamed.edit.documentChanges ?? []) : [];
    const inTests = edits.flatMap((each) => ("edits" in each && each.textDocument.uri === uri ? each.edits : []));
    expect(inTests).toHaveLength(2);
  });

  test("and no two documents get one name", async () => {
    const { project, file } = await opened(at(matrixTests, "  can|opy: {"));
    expect(ruleRename(file, project.cursor, "long", project, textOf)).toEqual({
      refusal: 'There is a document "long" already.',
    });
  });
});

test("the outline has variants and matrices", async () => {
  const { file } = await opened(matrixTests);
  const outline = ruleSymbols(file).map(({ name, children }) => [name, children?.map((each) => each.name)]);
  expect(outline).toContainEqual(["variants", ["gone", "long"]]);
  expect(outline).toContainEqual(["matrix", ["who sends", "what is long"]]);
});

test("events in the $expect of PCCOs are references, too", async () => {
  const project = await projectOf({
    "company.yaml": at(companyRules, "  take-|back:"),
    "a.pcco.yaml": "$rules: company/pcco@1\n$expect: { events: { take-back: [state], send: sent } }\n",
  });
  const found = ruleReferences(project.rule("company.yaml"), project.cursor, project, project.textOf);
  expect(found.filter((each) => each.uri === uriOf("a.pcco.yaml"))).toHaveLength(1);
});

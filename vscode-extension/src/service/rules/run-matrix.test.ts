import { readFileSync } from "node:fs";
import { join } from "node:path";
import { libraryWith } from "@erp-export-rules/sdk/authoring";
import { parseText } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { repository } from "../../../../test/support/samples.ts";
import type { TestOutcome } from "../../protocol.ts";
import type { Project } from "../model.ts";
import { mostTold } from "./run-rule-tests.ts";
import { listTests, runTests } from "./run-tests.ts";
import { companyRules, projectOf, uriOf, wordAt } from "./testing.ts";
import { matrixTests } from "./testing-matrix.ts";

const uri = uriOf("t.test.yaml");

async function run(text: string, ids?: readonly string[]): Promise<readonly TestOutcome[]> {
  const project = await projectOf({ "company.yaml": companyRules, "t.test.yaml": text });
  return runTests(project, { uri, ...(ids === undefined ? {} : { ids }) });
}

describe("a matrix is listed", () => {
  test("with its documents, each where it is named, before the cases", async () => {
    const project = await projectOf({ "company.yaml": companyRules, "t.test.yaml": matrixTests });
    const [file] = listTests(project);
    expect(file?.tests.map(({ id, label, children }) => [id, label, children?.map((each) => each.id)])).toEqual([
      ["matrix: who sends", "who sends", ["who sends: canopy", "who sends: gone", "who sends: long"]],
      ["matrix: what is long", "what is long", ["what is long: long", "what is long: canopy"]],
      ["a variant", "a variant", undefined],
    ]);
    const [matrix] = file?.tests ?? [];
    expect([matrix, ...(matrix?.children ?? [])].map((each) => each && wordAt(matrixTests, each.range))).toEqual([
      "who sends",
      "canopy",
      "gone",
      "long",
    ]);
  });

  test("while it is half typed", async () => {
    const text = "matrix:\n  - documents: [a, 7, a]\n  - name: x\n    docum\ncases: []\n";
    const project = await projectOf({ "t.test.yaml": text });
    const [file] = listTests(project);
    expect(file?.tests.map(({ id, children }) => [id, children?.map((each) => each.id)])).toEqual([
      ["matrix: matrix 1", ["matrix 1: a", "matrix 1: a (2)"]],
      ["matrix: x", []],
    ]);
  });
});

describe("a matrix is run", () => {
  test("document by document, all or those asked for; cases may be about variants", async () => {
    const ids = [
      "who sends: canopy",
      "who sends: gone",
      "who sends: long",
      "what is long: long",
      "what is long: canopy",
    ];
    expect((await run(matrixTests)).map(({ id, passed }) => [id, passed])).toEqual(
      [...ids, "a variant"].map((id) => [id, true]),
    );
    expect((await run(matrixTests, ["who sends: gone"])).map(({ id }) => id)).toEqual(["who sends: gone"]);
  });

  test("and tells each case that has not passed at what it is expected by: the default, or an exception", async () => {
    const text = matrixTests
      .replace("default: refused", "default: sent")
      .replace("events: [take-back], moves: fresh", "events: [take-back], moves: sent");
    const [gone] = await run(text, ["who sends: gone"]);
    const failures = gone === undefined ? [] : [gone, ...(gone.further ?? [])];
    expect(failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^who sends: gone, someone, send\nnoisy: send is refused, but should lead to sent: /),
      "who sends: gone, someone, take-back\nmissing: take-back leads to fresh, not to sent.",
      expect.stringMatching(/^who sends: gone, nobody, send\nnoisy: /),
      expect.stringMatching(/^who sends: gone, nobody, take-back\nnoisy: /),
    ]);
    expect(failures.map(({ range }) => range && wordAt(text, range))).toEqual(["sent", "sent", "sent", "sent"]);
    expect(failures.map(({ range }) => range?.start.line)).toEqual([18, 21, 18, 18]);
    expect(failures[1]).toMatchObject({ expected: "moves: sent\n", actual: "moves: fresh\n" });
  });

  test("and tells what is different side by side, at the list that is wrong", async () => {
    const text = matrixTests.replace("        broken: [title-length]", "        broken: [sum-of-lines]");
    const [long] = await run(text, ["what is long: long"]);
    expect(long).toMatchObject({
      message: expect.stringMatching(/\nnoisy: title-length .*\nmissing: sum-of-lines is expected to be broken, but /),
      expected: "broken:\n  - sum-of-lines\n",
      actual: "broken:\n  - title-length\n",
    });
    expect(long?.range && wordAt(text, long.range)).toBe("[sum-of-lines]");
  });

  test("and a fault in it keeps it from being run, and no other", async () => {
    const outcomes = await run(matrixTests.replace("documents: [gone, long]", "documents: [gone, lang]"));
    expect(outcomes.map(({ id, passed }) => [id, passed])).toEqual([
      ["who sends: canopy", false],
      ["who sends: gone", false],
      ["who sends: long", false],
      ["what is long: long", true],
      ["what is long: canopy", true],
      ["a variant", true],
    ]);
    expect(outcomes[0]?.message).toMatch(/^line 22: unknown document "lang"\. Did you mean "long"\?/);
  });

  test("and of very many that fail, the rest is counted", async () => {
    const people = Array.from({ length: 30 }, (_, index) => `person${index}`);
    const text = matrixTests
      .replace("actors:\n", `actors:\n${people.map((name) => `  ${name}: { prime_contracts: none }\n`).join("")}`)
      .replace("actors: [someone, nobody]", `actors: [someone, nobody, ${people.join(", ")}]`)
      .replace("default: refused", "default: sent");
    const [canopy] = await run(text, ["who sends: canopy"]);
    expect(canopy?.further?.length).toBe(mostTold);
    expect(canopy?.further?.at(-1)?.message).toBe("43 more cases have not passed.");
  });
});

describe("the rule tests that ship", () => {
  const library = libraryWith([]);
  const files = library.files.map(({ file }) => file.replace(/\.yaml$/, ".test.yaml"));
  const project: Project = {
    folder: "file:///rules",
    ruleTexts: [],
    ruleTests: files.flatMap((file) => {
      const text = readFileSync(join(repository, "rules", file), "utf8");
      const [document] = parseText(text, { format: "yaml" }).documents;
      return document === undefined ? [] : [{ uri: `file:///rules/${file}`, file, text, document }];
    }),
    samples: [],
    library,
  };

  test.each(files)("%s", (file) => {
    const outcomes = runTests(project, { uri: `file:///rules/${file}` });
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
  });
});

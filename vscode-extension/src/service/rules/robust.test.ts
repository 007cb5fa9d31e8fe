import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Position } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { ruleCodeActions, ruleTestCodeActions } from "./code-actions.ts";
import { ruleCodeLenses } from "./code-lens.ts";
import { ruleCompletion, ruleTestCompletion } from "./completion.ts";
import { ruleDefinition } from "./definition.ts";
import { ruleDiagnostics, ruleTestDiagnostics } from "./diagnostics.ts";
import { ruleDocumentLinks } from "./document-links.ts";
import { ruleFoldingRanges } from "./folding.ts";
import { ruleHover } from "./hover.ts";
import { isRuleText } from "./occurrences.ts";
import { readProjectRules } from "./read-rule-text.ts";
import { ruleReferences } from "./references.ts";
import { ruleRename } from "./rename.ts";
import { listTests, runTests } from "./run-tests.ts";
import { ruleSelectionRanges } from "./selection-ranges.ts";
import { ruleSemanticTokens } from "./semantic-tokens.ts";
import { ruleSignatureHelp } from "./signature-help.ts";
import { ruleSymbols } from "./symbols.ts";
import { ruleTestCodeLenses } from "./test-lenses.ts";
import { companyRules, companySample, companyTests, northRules, projectOf, uriOf } from "./testing.ts";
import { matrixTests } from "./testing-matrix.ts";
import { whyTest } from "./why-test.ts";

const everywhere = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const textOf = (): string | undefined => companySample;

/** Everything that can be asked of a file at a position, by name. */
function questions(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
): Readonly<Record<string, () => unknown>> {
  const request = { range: everywhere, diagnostics: [] };
  const both = {
    symbols: () => ruleSymbols(file),
    folding: () => ruleFoldingRanges(file),
    selection: () => ruleSelectionRanges(file, [position]),
    tokens: () => ruleSemanticTokens(file, project),
    links: () => ruleDocumentLinks(file, project),
    hover: () => ruleHover(file, position, project),
    definition: () => ruleDefinition(file, position, project, textOf),
    references: () => ruleReferences(file, position, project, textOf),
    rename: () => ruleRename(file, position, "another-name", project, textOf),
  };
  if (!isRuleText(file))
    return {
      ...both,
      diagnostics: () => ruleTestDiagnostics(file, project),
      completion: () => ruleTestCompletion(file, position, project, { snippets: true }),
      actions: () => ruleTestCodeActions(file, request, project),
      tests: () => [listTests(project), runTests(project, { uri: file.uri })],
      testLenses: () => ruleTestCodeLenses(file, true),
      why: () => whyTest(file, project, { line: position.line }),
    };
  return {
    ...both,
    diagnostics: () => ruleDiagnostics(file),
    completion: () => ruleCompletion(file, position, project, { snippets: true }),
    actions: () => ruleCodeActions(file, request, project),
    signature: () => ruleSignatureHelp(file, position),
    lenses: () => ruleCodeLenses(file, project, true),
  };
}

/** A text as it is while somebody types, pastes and deletes: cut off, with lines gone, doubled, moved in, or full of signs. */
function* halfTyped(text: string): Generator<string> {
  for (let length = 0; length < text.length; length += 83) yield text.slice(0, length);
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 4) {
    const line = lines[at] ?? "";
    for (const other of [[], [line, line], [`  ${line}`], [`${line} {`], [`${line}: "`], ["\t", line], [`- ${line}`]])
      yield [...lines.slice(0, at), ...other, ...lines.slice(at + 1)].join("\n");
  }
}

const oddities = [
  "",
  "\u{feff}format: 1\n",
  "format: 1\r\nruleSet: a/b\r\nrules:\r\n  a:\r\n",
  "format: 1\rruleSet: a/b\rrules:\r",
  "rules: { a: { field: 😀, message: '{😀' } }\n",
  `rules:\n${"  ".repeat(400)}a: 1\n`,
  `${"[".repeat(3000)}`,
  "a: &a { b: *a }\n",
  "rules: null\nfields: [1]\nlifecycle: 7\nstates: { a: [] }\nextends: {}\n",
  "? [a, b]\n: c\n",
  "__proto__: { constructor: 1 }\nrules: { __proto__: { field: __proto__ }, constructor: { field: toString, source: valueOf } }\n",
  "ruleSet: 1\ncases: { a: 1 }\n",
  "ruleSet: company/pcco@1.0.0\nvariants: { a: { of: a }, b: { of: c }, c: { of: b, change: 1 } }\nmatrix: [1, { documents: [a, b] }, { documents: {}, except: [{}] }]\ncases: [{ document: b }]\n",
  "ruleSet: a\ncases: [1, null, { change: { '': 1, /: 2 }, event: {} }]\n",
  "a: 1\n---\nb: 2\n",
];

async function askAll(name: string, text: string, whole: Readonly<Record<string, string>>): Promise<void> {
  const project = await projectOf({ ...whole, [name]: text });
  const file = name.endsWith(".test.yaml") ? project.ruleTest(name) : project.rule(name);
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines.length - 1;
  const places = [
    { line, character: lines[line]?.length ?? 0 },
    { line: line >> 1, character: (lines[line >> 1]?.length ?? 0) >> 1 },
  ];
  for (const position of places) {
    for (const [question, ask] of Object.entries(questions(file, position, project))) {
      expect(ask, `${question} of ${JSON.stringify(text)} at ${position.line}:${position.character}`).not.toThrow();
    }
  }
}

const whole = {
  "company.yaml": companyRules,
  "north.yaml": northRules,
  "t.test.yaml": companyTests,
  "matrix.test.yaml": matrixTests,
  "a.pcco.yaml": companySample,
};

test.each(Object.keys(whole).filter((name) => !name.includes("pcco")))(
  "no state of %s while it is typed is a reason to fail",
  async (name) => {
    const text = Object.entries(whole).find(([each]) => each === name)?.[1] ?? "";
    let count = 0;
    for (const half of halfTyped(text)) {
      await askAll(name, half, whole);
      count++;
    }
    expect(count).toBeGreaterThan(20);
  },
  30_000,
);

test.each(oddities)("%j is no reason to fail", async (text) => {
  await askAll("company.yaml", text, whole);
  await askAll("t.test.yaml", text, whole);
});

test("each question of a rule file of 20 kB is answered in less than 50 ms, whole and half typed", async () => {
  const text = readFileSync(join(import.meta.dirname, "../../../../rules/spectrum/pcco/1.1.0.yaml"), "utf8");
  const half = text.replace("  title-length:\n", "  half\n  title-length:\n");
  const slow: string[] = [];
  for (const each of [text, half]) {
    const file = { uri: uriOf("a.yaml"), file: "a.yaml", version: 1, text: each };
    const position = { line: each.split("\n").findIndex((line) => line.includes("maxLength: 255")), character: 7 };
    // Each time the text is read anew: nothing is remembered of it.
    const ask = async (name: string | undefined) => {
      const { ruleTexts, library } = await readProjectRules([file], new Map());
      const [rule] = ruleTexts;
      if (rule === undefined) throw new Error("there is one");
      const asked = questions(rule, position, { folder: "", ruleTexts, ruleTests: [], samples: [], library });
      const start = performance.now();
      if (name !== undefined) asked[name]?.();
      return { names: Object.keys(asked), time: performance.now() - start };
    };
    for (const name of (await ask(undefined)).names) {
      const times = [await ask(name), await ask(name), await ask(name), await ask(name)].map(({ time }) => time);
      const best = Math.min(...times);
      if (best > 50) slow.push(`${name}: ${best.toFixed(0)} ms`);
    }
  }
  expect(slow).toEqual([]);
}, 30_000);

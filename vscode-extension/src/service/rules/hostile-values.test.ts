import { type Path, parseText } from "@erp-export-rules/sdk/text";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { companyRules, companyTests, northRules, projectOf } from "./testing.ts";
import { matrixTests } from "./testing-matrix.ts";
import { questions } from "./testing-questions.ts";

const whole = {
  "company.yaml": companyRules,
  "north.yaml": northRules,
  "t.test.yaml": companyTests,
  "matrix.test.yaml": matrixTests,
};

/** What stands in place of any value: neither can be made text. */
const hostile: readonly unknown[] = [{ toString: null, valueOf: null }, [{ toString: null }]];

/** Copies of a value in each of which one more of its parts, or the whole, is another; with the place of that. */
function* withPart(value: unknown, part: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  yield [path, part];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    for (const [place, changed] of withPart(inner, part, [...path, step])) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      Object.defineProperty(copy, key, { value: changed, enumerable: true });
      yield [place, copy];
    }
  }
}

test.each(Object.entries(whole))("no value in any place of %s is a reason to fail", async (name, text) => {
  const [document] = parseText(text, { format: "yaml" }).documents;
  let count = 0;
  for (const part of hostile) {
    for (const [path, value] of withPart(document?.value, part)) {
      const project = await projectOf({ ...whole, [name]: stringify(value) });
      const file = name.endsWith(".test.yaml") ? project.ruleTest(name) : project.rule(name);
      const { start } = file.document.valueRange(path) ?? { start: { line: 0, character: 0 } };
      for (const [question, ask] of Object.entries(questions(file, start, project)))
        expect(ask, `${question} with ${JSON.stringify(part)} at /${path.join("/")}`).not.toThrow();
      count++;
    }
  }
  expect(count).toBeGreaterThan(30);
});

/** Entries that others are completed from, none of which is what it should be. */
const entries = `format: 1
ruleSet: company/pcco
version: 2.0.0
fields:
  listed: { label: { toString: null }, path: { toString: null }, type: { toString: null } }
  typed: { label: Typed, path: typed, type: { toString: null }, in: [{ toString: null }] }
  chosen: { label: Chosen, path: chosen, type: choice, choices: { open: { toString: null } } }
  other: { otherwise: { from: { toString: null }, matching: { : 1 } } }
rules:
  a-rule: { field: chosen, equals: , title: { toString: null } }
  b-rule: { field: chosen, refersTo: }
  c-rule: { field: { toString: null }, notBefore: }
lifecycle:
  send: { label: { toString: null }, set: { : 1 } }
`;
const tests = `ruleSet: company/pcco@2.0.0
documents: { one: { chosen: , typed: { toString: null } } }
contexts: { c: { title: { toString: null } } }
matrix:
  - { name: { toString: null }, documents: [{ toString: null }, one], events: [{ toString: null }], except: [{ documents: [ ], events: [ ] }] }
cases:
  - { name: { toString: null }, document: one, context: { toString: null }, changeContext: { : 1 }, event: { toString: null }, input: { : 1 } }
`;

test.each(["company.yaml", "t.test.yaml"])("names in %s are completed from whatever is there", async (name) => {
  const project = await projectOf({ "company.yaml": entries, "t.test.yaml": tests });
  const file = name.endsWith(".test.yaml") ? project.ruleTest(name) : project.rule(name);
  let count = 0;
  for (const [line, { length }] of file.text.split("\n").entries()) {
    for (let character = 0; character <= length; character++) {
      for (const [question, ask] of Object.entries(questions(file, { line, character }, project)))
        if (character === 0 || /completion|hover|rename|signature/.test(question))
          expect(ask, `${question} at ${line}:${character}`).not.toThrow();
      count++;
    }
  }
  expect(count).toBeGreaterThan(400);
});

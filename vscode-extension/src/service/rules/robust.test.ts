import { expect, test } from "vitest";
import { companyRules, companySample, companyTests, northRules, projectOf } from "./testing.ts";
import { matrixTests } from "./testing-matrix.ts";
import { questions } from "./testing-questions.ts";

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
);

test.each(oddities)("%j is no reason to fail", async (text) => {
  await askAll("company.yaml", text, whole);
  await askAll("t.test.yaml", text, whole);
});

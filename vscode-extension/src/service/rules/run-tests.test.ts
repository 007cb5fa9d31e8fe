import { libraryWith } from "@erp-export-rules/sdk/authoring";
import { checkDocument, valueAt } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { readExpectations, readSampleFiles, samplesOf } from "../../../../test/support/samples.ts";
import type { Sample } from "../model.ts";
import { listTests, runTests } from "./run-tests.ts";
import { companyRules, companySample, companyTests, projectOf, uriOf, wordAt } from "./testing.ts";

const files = { "company.yaml": companyRules, "t.test.yaml": companyTests, "a.pcco.yaml": companySample };
const uri = uriOf("t.test.yaml");

describe("what is listed", () => {
  test("cases at their names, and PCCOs that say what is expected", async () => {
    const project = await projectOf({ ...files, "b.pcco.yaml": "title: expects nothing\n" });
    const listed = listTests(project);
    expect(
      listed.map(({ file, kind, tests }) => [file, kind, tests.map(({ id, label }) => `${id}: ${label}`)]),
    ).toEqual([
      ["t.test.yaml", "rule tests", ["a long Title: a long Title", "sent: sent"]],
      ["a.pcco.yaml", "samples", ["0: 1"]],
    ]);
    expect(listed[0]?.tests.map(({ range }) => wordAt(companyTests, range))).toEqual(["a long Title", "sent"]);
  });

  test("two cases of one name, one without any, and one in a file that can't be read whole", async () => {
    const text = `${companyTests}  - { name: sent, document: canopy }\n  - { document: canopy }\n  - half`;
    const project = await projectOf({ ...files, "t.test.yaml": `${text}\n   x` });
    expect(listTests(project)[0]?.tests.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["a long Title", "sent", "sent (2)", "case 4"]),
    );
  });
});

describe("cases", () => {
  test("pass, all or those asked for", async () => {
    const project = await projectOf(files);
    expect(runTests(project, { uri })).toEqual([
      { id: "a long Title", passed: true, message: "", range: expect.anything() },
      { id: "sent", passed: true, message: "", range: expect.anything() },
    ]);
    expect(runTests(project, { uri, ids: ["sent"] }).map(({ id }) => id)).toEqual(["sent"]);
  });

  test("fail with what is different, in words and side by side", async () => {
    const text = companyTests.replace("broken: [title-length]", "outcome: exportable\n    broken: []\n    unknown: []");
    const project = await projectOf({ ...files, "t.test.yaml": text });
    expect(runTests(project, { uri, ids: ["a long Title"] })).toEqual([
      {
        id: "a long Title",
        passed: false,
        message:
          "noisy: The outcome is blocked, not exportable.\nnoisy: title-length is broken, which is not expected: Title has 22 characters; 9 fit.",
        expected: "outcome: exportable\nbroken: []\nunknown: []\n",
        actual: "outcome: blocked\nbroken:\n  - title-length\nunknown: []\n",
        range: { start: { line: 14, character: 13 }, end: { line: 14, character: 23 } },
      },
    ]);
  });

  test("are run with the rules as they are edited", async () => {
    const project = await projectOf({
      ...files,
      "company.yaml": companyRules.replace("maxLength: 9", "maxLength: 99"),
    });
    expect(runTests(project, { uri, ids: ["a long Title"] })[0]).toMatchObject({
      passed: false,
      message: expect.stringContaining("title-length is expected to be broken"),
    });
  });

  test.each([
    ["the file can't be read", { "t.test.yaml": `${companyTests}half` }, /^line 21: /],
    [
      "the file has faults of shape",
      { "t.test.yaml": companyTests.replace("broken:", "brokn:") },
      /^line 15: unknown key "brokn"/,
    ],
    [
      "the rule set is not there",
      { "t.test.yaml": companyTests.replace("company/pcco", "none/pcco") },
      /there is no rule set "none\/pcco"/,
    ],
    [
      "the case names what is not there",
      { "t.test.yaml": companyTests.replace("[title-length]", "[titel-length]") },
      /^line 15: unknown rule "titel-length"/,
    ],
  ])("fail, and say why, when %s", async (_why, changed, message) => {
    const project = await projectOf({ ...files, ...changed });
    const [first] = runTests(project, { uri, ids: ["a long Title"] });
    expect(first).toMatchObject({ passed: false, message: expect.stringMatching(message) });
  });

  test("fail while their rule file has faults: what was last good is not what stands there", async () => {
    const before = await projectOf(files);
    const half = await projectOf({ ...files, "company.yaml": `${companyRules}half` }, before);
    expect(runTests(half, { uri })).toEqual([
      expect.objectContaining({ passed: false, message: "company.yaml has faults. Mend these first." }),
      expect.objectContaining({ passed: false }),
    ]);
  });

  test("of which one has a fault leave the others alone", async () => {
    const project = await projectOf({
      ...files,
      "t.test.yaml": companyTests.replace("[title-length]", "[titel-length]"),
    });
    expect(runTests(project, { uri }).map(({ passed }) => passed)).toEqual([false, true]);
  });
});

describe("PCCOs", () => {
  const run = async (sample: string) => {
    const project = await projectOf({ ...files, "a.pcco.yaml": sample });
    return runTests(project, { uri: uriOf("a.pcco.yaml") })[0];
  };

  test("pass when they break just what they expect", async () => {
    expect(
      await run(companySample.replace("[title-length]", "{ broken: [title-length], unknown: [sum-of-lines] }")),
    ).toMatchObject({ id: "0", passed: true });
  });

  test("fail with what is different", async () => {
    expect(
      await run(
        companySample.replace("[title-length]", "{ outcome: exportable, broken: [], unknown: [sum-of-lines] }"),
      ),
    ).toEqual({
      id: "0",
      passed: false,
      message:
        "noisy: The outcome is blocked, not exportable.\nnoisy: title-length is broken, which is not expected: Title has 22 characters; 9 fit.",
      expected: "outcome: exportable\nbroken: []\nunknown:\n  - sum-of-lines\n",
      actual: "outcome: blocked\nbroken:\n  - title-length\nunknown:\n  - sum-of-lines\n",
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
  });

  test("pass when what is entered and what comes of events is as expected", async () => {
    const expecting = (events: string): string =>
      companySample
        .replace("$expect: [title-length]", `$expect: { event: take-back, input: { why: Dock }, events: ${events} }`)
        .replace("status: fresh", "status: sent, last_event: send")
        .concat("$context: { actor: { prime_contracts: admin } }\n");
    expect(await run(expecting("{ take-back: fresh, send: [state, rule] }"))).toMatchObject({ passed: true });
    expect(await run(expecting("{ take-back: [role], send: [rule] }"))).toMatchObject({
      passed: false,
      message: expect.stringContaining("take-back leads to fresh, but should be refused."),
      expected: expect.stringContaining("events:\n  take-back:\n    - role\n  send:\n    - rule\n"),
      actual: expect.stringContaining("events:\n  take-back: fresh\n  send:\n    - rule\n    - state\n"),
    });
  });

  test.each([
    ["7", "$expect must be a list of rules"],
    ["{ brokn: [] }", '$expect has no "brokn"'],
    ["{ broken: title-length }", '"broken" and "unknown" of $expect are lists of rules.'],
    ["{ event: sned }", '$expect names the event "sned"'],
    ["{ asOf: 2001-01-01 }", "2001-01-01"],
  ])("fail when $expect is %s", async (written, message) => {
    expect(await run(companySample.replace("[title-length]", written))).toMatchObject({
      passed: false,
      message: expect.stringContaining(message),
    });
  });
});

describe("the samples of the repository", () => {
  const library = libraryWith([]);
  const listed = readExpectations();
  const samples = readSampleFiles().map((file): Sample => {
    const records = samplesOf(file, listed).map(({ document, rules, context = {} }) => ({
      index: document.index,
      startLine: 0,
      label: file.path,
      verdict: checkDocument(rules, document, context),
      rules,
      expect: valueAt(document.value, ["$expect"]),
      given: { document: () => document, context, library },
    }));
    return { uri: `file:///samples/${file.path}`, file: file.path, records };
  });
  const project = { folder: "file:///samples", ruleTexts: [], ruleTests: [], samples, library };
  const tests = listTests(project);

  test("there are many", () => {
    expect(tests.length).toBeGreaterThan(100);
  });

  test.each(tests.map(({ file, uri: at }) => [file, at] as const))("%s", (_file, at) => {
    expect(runTests(project, { uri: at }).filter(({ passed }) => !passed)).toEqual([]);
  });
});

test("a file that is not there has no outcomes", async () => {
  expect(runTests(await projectOf(files), { uri: "file:///elsewhere.test.yaml" })).toEqual([]);
});

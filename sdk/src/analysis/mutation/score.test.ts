import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { RuleTestFile } from "../../generated/types.ts";
import { runTests } from "../run-tests.ts";
import { basics, type Made, shipped, tested, withRule, written } from "../testing.ts";
import { type MutationScore, mutationScore } from "./score.ts";

const rulesFolder = fileURLToPath(new URL("../../../../rules/", import.meta.url));

function scoreOf(made: Made, file: RuleTestFile): MutationScore {
  return mutationScore({ ...made, file, runs: runTests(made.rules, file) });
}

/** The same file with the cases that were told to kill the survivors. */
function withKillers(file: RuleTestFile, { survivors }: MutationScore): RuleTestFile {
  const killers = survivors.flatMap(({ killer }) => (killer === undefined ? [] : [killer]));
  return {
    ...file,
    documents: Object.assign({}, file.documents, ...killers.map(({ documents }) => documents)),
    contexts: Object.assign({}, file.contexts, ...killers.map(({ contexts }) => contexts)),
    cases: [...file.cases, ...killers.map((killer) => killer.case)],
  };
}

describe("the cases that are printed for survivors", () => {
  const rest = ["acumatica", "cmic", "netsuite", "procore", "sage-300-cre", "sage-intacct", "vista"];

  test.each(["spectrum/pcco@1.0.0", "procore/pcco-life-cycle@1.0.0", ...rest.map((erp) => `${erp}/pcco@1.0.0`)])(
    "%s: pasted beside one case, they pass and kill all that survived",
    (reference) => {
      const made = shipped(reference);
      const name = made.source.file.replace(/\.yaml$/, ".test.yaml");
      const { file } = tested(made, readFileSync(`${rulesFolder}${name}`, "utf8"));
      const { matrix: _, ...others } = file;
      const bare = { ...others, cases: file.cases.slice(0, 1) };
      const before = scoreOf(made, bare);
      expect(before.survivors.length).toBeGreaterThan(0);
      expect(before.survivors.filter(({ killer }) => killer === undefined)).toEqual([]);
      const pasted = withKillers(bare, before);
      expect(runTests(made.rules, pasted).filter(({ result }) => !result.passed)).toEqual([]);
      const after = scoreOf(made, pasted);
      expect(after.survivors).toEqual([]);
      expect(after.killed).toBe(before.killed + before.survivors.length);
      expect(after.equivalent).toEqual(before.equivalent);
    },
  );

  test("change little of a case that is there, and say only what tells the two apart", async () => {
    const made = await written(withRule("field: title, maxLength: 5"));
    const { file } = tested(
      made,
      `ruleSet: acme/pcco@1.0.0
documents: { canopy: { title: Dock, number: "1" } }
cases:
  - { name: a short title, document: canopy, broken: [] }
`,
    );
    const { killed, survivors, equivalent } = scoreOf(made, file);
    expect({ killed, equivalent: equivalent.map(({ change }) => change) }).toEqual({
      killed: 0,
      // No rule asks the toggle.
      equivalent: [
        "it is on instead of off where the context leaves it open",
        'the condition (System equals: "acme") is dropped',
        'the condition (System equals: "acme") is negated',
      ],
    });
    expect(survivors.map(({ mutant, killer }) => [mutant.change, killer])).toEqual([
      [
        "the rule is dropped",
        {
          case: {
            name: "a-rule: it is not so that the rule is dropped",
            document: "canopy",
            change: { "/title": "AAAAAA" },
            broken: ["a-rule"],
          },
        },
      ],
      [
        "severity is warning instead of error",
        {
          case: {
            name: "a-rule: it is not so that severity is warning instead of error",
            document: "canopy",
            change: { "/title": "AAAAAA" },
            outcome: "blocked",
          },
        },
      ],
      [
        "maxLength is 4 instead of 5",
        {
          case: {
            name: "a-rule: it is not so that maxLength is 4 instead of 5",
            document: "canopy",
            change: { "/title": "AAAAA" },
            broken: [],
          },
        },
      ],
      [
        "maxLength is 6 instead of 5",
        {
          case: {
            name: "a-rule: it is not so that maxLength is 6 instead of 5",
            document: "canopy",
            change: { "/title": "AAAAAA" },
            broken: ["a-rule"],
          },
        },
      ],
      [
        "its other source is dropped",
        {
          case: {
            name: "title: it is not so that its other source is dropped",
            document: "canopy",
            change: { "/title": null, "/name": "AAAAAA" },
            broken: ["a-rule"],
          },
        },
      ],
    ]);
  });
});

describe("mutants that make no difference are left out", () => {
  const changes = ({ equivalent }: MutationScore): readonly string[] =>
    equivalent.map(({ entry, change }) => `${entry}: ${change}`);

  test("those of a rule that others outdo: proved over all PCCOs", () => {
    const made = shipped("spectrum/pcco@1.1.0");
    const { file } = tested(made, readFileSync(`${rulesFolder}spectrum/pcco/1.1.0.test.yaml`, "utf8"));
    const score = scoreOf(made, file);
    expect(score.survivors).toEqual([]);
    expect(changes(score)).toEqual([
      // While the export is off, that it is off blocks already; an unknown status is none that is approved.
      "associated-line-item-hidden: severity is warning instead of error",
      "status-known: severity is warning instead of error",
      // Who may unlink has every right that accounting and a project's admin have.
      "approve: unsyncer may do it, too",
      "send: unsyncer may do it, too",
      "retrieve: unsyncer may do it, too",
      "accept: unsyncer may do it, too",
      "reject: unsyncer may do it, too",
      "resend: unsyncer may do it, too",
      "retry-export: unsyncer may do it, too",
      // The one rule of that stage looks at a value that is not entered for this event.
      "retry-export: rules of the stage export are not asked",
    ]);
  });

  test("limits of a condition that is met whenever the rule can be broken, and a rule that nothing asks", async () => {
    const made = await written(`${basics}rules:
  long: { severity: error, stage: send, source: page, field: title, maxLength: 5, when: { field: title, minLength: 3 } }
  later: { severity: error, stage: export, source: page, field: day, required: true }
`);
    const { file } = tested(made, "ruleSet: acme/pcco@1.0.0\ncases: []\n");
    const score = scoreOf(made, file);
    expect(changes(score)).toEqual([
      "long: minLength is 2 instead of 3",
      "long: minLength is 4 instead of 3",
      "later: the rule is dropped",
      "later: severity is warning instead of error",
      "later: it asks for absent instead of required",
      "export: it is on instead of off where the context leaves it open",
      'export: the condition (System equals: "acme") is dropped',
      'export: the condition (System equals: "acme") is negated',
    ]);
  });
});

test("a case that fails can't kill", async () => {
  const made = await written(withRule("field: title, required: true"));
  const text = (broken: string): string =>
    `ruleSet: acme/pcco@1.0.0\ndocuments: { a: { number: "1" } }\ncases:\n  - { name: a, document: a, broken: ${broken} }\n`;
  const [right, wrong] = ["[a-rule]", "[]"].map((broken) => scoreOf(made, tested(made, text(broken)).file));
  expect(right?.killed).toBeGreaterThan(0);
  expect(wrong?.killed).toBe(0);
});

test.each([
  [
    "field: title, maxLength: 9007199254740991",
    "title can't be split into classes for sure: it asks for texts that are too long to try",
  ],
  ["field: lines, minItems: 5000", "line_items can't be split into classes for sure: it asks for more than 100 items"],
])("a survivor of which nothing can be told is a survivor: %s", async (rule, why) => {
  const made = await written(withRule(rule));
  const { file } = tested(made, "ruleSet: acme/pcco@1.0.0\ncases: []\n");
  const open = scoreOf(made, file).survivors.filter(({ killer }) => killer === undefined);
  expect(open.map((each) => each.why)).toContain(why);
});

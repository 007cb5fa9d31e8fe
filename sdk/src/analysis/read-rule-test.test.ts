import { describe, expect, test } from "vitest";
import { parseText } from "../document/parse.ts";
import { loadSource } from "../load.ts";
import { libraryWith } from "../load-text.ts";
import { describeProblem } from "../rules/rule-file.ts";
import { readRuleTest } from "./read-rule-test.ts";

const library = libraryWith([]);
const rulesFor = (reference: string) => loadSource(library.find(reference), library);

/** The problems of a rule test file, as `line:column message`. */
function problemsOf(text: string): readonly string[] {
  const [document] = parseText(text, { format: "yaml" }).documents;
  if (document === undefined) throw new Error("there is always a document");
  return readRuleTest(document, "t.test.yaml", rulesFor).problems.map((each) =>
    describeProblem(each).replace("t.test.yaml:", ""),
  );
}

/** A file that is right but for what is put in. */
function file(cases: string, more = ""): string {
  return `ruleSet: spectrum/pcco@1.1.0
at: 2026-11-05T09:00:00Z
documents: { canopy: { title: Canopy, status: approved } }
contexts: { spectrum: { erp: { system: spectrum } } }
actors: { admin: { prime_contracts: admin } }
${more}cases:
  - name: first
    document: canopy
${cases.replace(/^/gm, "    ")}
`;
}

test("a file without faults has no problems, and gives its content and its rule set", () => {
  const text = file(
    "context: spectrum\nactor: admin\nevent: accept\ninput: { transaction_date: 2026-11-05 }\nbroken: []",
  );
  expect(problemsOf(text)).toEqual([]);
  const [document] = parseText(text, { format: "yaml" }).documents;
  const read = document && readRuleTest(document, "t.test.yaml", rulesFor);
  expect(read?.content?.cases).toHaveLength(1);
  expect(read?.rules?.reference.version).toBe("1.1.0");
});

describe("each name that is not known is told at its place, with the one probably meant", () => {
  test.each([
    ["document: canpoy\nbroken: []", 'unknown document "canpoy". Did you mean "canopy"?'],
    ["context: spectrm\nbroken: []", 'unknown context "spectrm". Did you mean "spectrum"?'],
    ["actor: admn\nbroken: []", 'unknown actor "admn". Did you mean "admin"?'],
    ["event: sned\nbroken: []", 'unknown event "sned". Did you mean "send"?'],
    ["broken: [titel-length]", 'unknown rule "titel-length". Did you mean "title-length"?'],
    ["unknown: [titel-length]", 'unknown rule "titel-length". Did you mean "title-length"?'],
    ["moves: refuse", 'unknown state "refuse". Did you mean "refused"?'],
    ["moves: syncd", 'unknown state "syncd". Did you mean "synced"?'],
    [
      "event: accept\ninput: { transaction_dat: 1 }\nbroken: []",
      'unknown input "transaction_dat". Did you mean "transaction_date"?',
    ],
    [
      "change: { /line_items/0/ammount: 1 }\nbroken: []",
      'no PCCO and no context has "ammount". Did you mean "amount"?',
    ],
    ["change: { /erp: { histroy: [] } }\nbroken: []", 'no PCCO and no context has "histroy". Did you mean "history"?'],
    [
      "changeContext: { /erp/features/export_prime_contract: true }\nbroken: []",
      'unknown feature "export_prime_contract".',
    ],
    ["outcom: blocked", 'unknown key "outcom". Did you mean "outcome"?'],
    [
      "outcome: exportible",
      '"outcome" is "exportible"; it can be exportable, blocked or unknown. Did you mean "exportable"?',
    ],
    [
      "reasons: [rolle]\nmoves: refused",
      'entry 1 of "reasons" is "rolle"; it can be state, role, rule, input or stale. Did you mean "role"?',
    ],
  ])("%s", (cases, message) => {
    const problems = problemsOf(file(cases).replace("    document: canopy\n    document:", "    document:"));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  test("at their lines and columns", () => {
    expect(problemsOf(file("broken:\n  - title-length\n  - titel-length"))).toEqual([
      '11:9 unknown rule "titel-length". Did you mean "title-length"?',
    ]);
  });

  test("in documents, contexts and actors", () => {
    const problems = problemsOf(
      file("broken: []")
        .replace("title: Canopy", "titel: x, tittle: Canopy")
        .replace("system: spectrum", "features: { exprot: true }")
        .replace("{ prime_contracts", "{ prime_contrcats"),
    );
    expect(problems.map((each) => each.replace(/^\S+ /, ""))).toEqual([
      'no PCCO and no context has "tittle". Did you mean "title"?',
      'no PCCO and no context has "prime_contrcats". Did you mean "prime_contracts"?',
      'unknown feature "exprot". Known is export_prime_contract_change_orders.',
    ]);
  });

  test("the rule set", () => {
    expect(problemsOf(file("broken: []").replace("pcco@1.1.0", "pco@1.1.0"))).toEqual([
      '1:1 there is no rule set "spectrum/pco". Did you mean "spectrum/pcco"?',
    ]);
  });
});

describe("a case that can't be meant", () => {
  test.each([
    ["actor: admin", "this case expects nothing"],
    ["moves: synced\nreasons: [role]", '"reasons" are those of a refusal'],
    ["change: { title: x }\nbroken: []", "write a JSON Pointer, which begins with a slash"],
  ])("%s", (cases, message) => {
    expect(problemsOf(file(cases)).join("\n")).toContain(message);
  });

  test("two cases of one name", () => {
    expect(problemsOf(`${file("broken: []")}  - { name: first, document: canopy, broken: [] }\n`)).toEqual([
      '10:7 another case is named "first", too',
    ]);
  });

  test("a move without a time", () => {
    const text = file("moves: synced").replace(/^at: .*\n/m, "");
    expect(problemsOf(text).join("\n")).toContain('an event needs a time: write "at" at the top of the file');
  });

  test("a time that is none", () => {
    expect(problemsOf(file("broken: []").replace("2026-11-05T", "2026-13-05T")).join()).toContain(
      '"at" is "2026-13-05T09:00:00Z"; write a date and time',
    );
  });
});

test.each(["", "- a\n- b\n", "cases: [", "cases: 5", "a: &a [*a]\n", "ruleSet: 7\ncases: [7]\n"])(
  "broken text %j has problems and no content",
  (text) => {
    const [document] = parseText(text, { format: "yaml" }).documents;
    const read = document && readRuleTest(document, "t.test.yaml", rulesFor);
    expect(read?.content).toBeUndefined();
    expect(read?.problems.length).toBeGreaterThan(0);
  },
);

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

test("below custom_fields names are the company's own, however near they are to others", () => {
  const text = file("change: { /custom_fields/titles/value: x }\nbroken: []").replace(
    "title: Canopy",
    "title: Canopy, custom_fields: { tittle: { value: x } }",
  );
  expect(problemsOf(text)).toEqual([]);
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

describe("variants and matrices", () => {
  const sections = (variants: string, matrix: string): readonly string[] =>
    problemsOf(
      file(
        "broken: []",
        `variants:\n  sent: ${variants}\nmatrix:\n  - { name: who, documents: [canopy, sent], ${matrix} }\n`,
      ),
    );
  const right = "{ of: canopy, change: { /erp/status: ready_to_export } }";

  test("without faults have no problems", () => {
    expect(sections(right, "context: spectrum, actors: [admin], events: [send, accept], default: refused")).toEqual([]);
    expect(
      sections(
        right,
        "events: [reject], input: { reject: { comment: No. } }, default: { broken: [] }, except: [{ documents: [sent], events: [reject], moves: refused, reasons: [role] }]",
      ),
    ).toEqual([]);
  });

  test.each([
    ["{ of: canpoy, change: {} }", "", 'unknown document "canpoy". Did you mean "canopy"?'],
    ["{ of: sent, change: {} }", "", 'unknown document "sent". Known is canopy.'],
    ["{ of: canopy }", "", '"sent" needs "change"'],
    ["{ of: canopy, chnage: {}, change: {} }", "", 'unknown key "chnage". Did you mean "change"?'],
    ["{ of: canopy, change: { /tittle: x } }", "", 'no PCCO and no context has "tittle". Did you mean "title"?'],
    [right, "actors: [admn]", 'unknown actor "admn". Did you mean "admin"?'],
    [right, "context: spectrm", 'unknown context "spectrm". Did you mean "spectrum"?'],
    [right, "events: [sned]", 'unknown event "sned". Did you mean "send"?'],
    [right, "events: [reject], input: { rejct: {} }", 'unknown event "rejct". Did you mean "reject"?'],
    [right, "events: [reject], input: { reject: { coment: x } }", 'unknown input "coment". Did you mean "comment"?'],
    [right, "except: [{ documents: [snet], moves: synced }]", 'unknown document "snet". Did you mean "sent"?'],
    [right, "actors: [admin], except: [{ actors: [amdin], moves: synced }]", 'unknown actor "amdin". Did you mean'],
    [right, "except: [{ documents: [sent], movs: synced }]", 'unknown key "movs". Did you mean "moves"?'],
    [right, "except: [{ documents: [sent], moves: snyced }]", 'unknown state "snyced". Did you mean "synced"?'],
    [right, "except: [{ documents: [sent] }]", "this case expects nothing"],
    [right, "documets: [x]", 'unknown key "documets". Did you mean "documents"?'],
    [
      right,
      "except: [{ events: [send], moves: synced }, { documents: [sent], moves: synced }]",
      'exception 1 speaks of "sent", "send" already',
    ],
  ])("%s %s", (variants, matrix, message) => {
    const rest = matrix === "" ? "" : `, ${matrix}`;
    const problems = sections(variants, `default: refused${rest}`);
    expect(problems.join("\n")).toContain(message);
  });

  test.each([
    ["default: refsued", 'unknown state "refsued". Did you mean "refused"?'],
    ["default: { brokn: [] }", 'unknown key "brokn". Did you mean "broken"?'],
    ["default: { broken: [titel-length] }", 'unknown rule "titel-length". Did you mean "title-length"?'],
    ["default: {}", "this case expects nothing"],
    ["default: 7", '"default" must be a text or a group of keys; found 7'],
    ["events: [send]", 'needs "default"'],
  ])("%s", (matrix, message) => {
    expect(sections(right, matrix).join("\n")).toContain(message);
  });

  test("a matrix of too many cases", () => {
    const names = Array.from({ length: 400 }, (_, index) => `v${index}`);
    const variants = names.map((name) => `${name}: { of: canopy, change: {} }`).join(", ");
    const actors = names.map((name) => `${name}: {}`).join(", ");
    const text = `ruleSet: spectrum/pcco@1.1.0
documents: { canopy: {} }
variants: { ${variants} }
actors: { ${actors} }
matrix: [{ name: all, documents: [${names}], actors: [${names}], default: refused }]
cases: []
`;
    expect(problemsOf(text)).toEqual([
      expect.stringContaining("this matrix makes 160000 cases; at most 100000 are allowed"),
    ]);
  });

  test("a variant named like a document, a document listed twice, and two matrices of one name", () => {
    expect(problemsOf(file("broken: []", "variants: { canopy: { of: canopy, change: {} } }\n")).join()).toContain(
      'a document is named "canopy", too',
    );
    const twice = "{ name: who, documents: [canopy, canopy], default: refused }";
    expect(problemsOf(file("broken: []", `matrix: [${twice}]\n`)).join()).toContain('"documents" lists an entry twice');
    const one = "{ name: who, documents: [canopy], default: refused }";
    expect(problemsOf(file("broken: []", `matrix: [${one}, ${one}]\n`)).join()).toContain(
      'another matrix is named "who", too',
    );
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

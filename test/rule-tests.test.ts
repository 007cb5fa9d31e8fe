import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { casesOf } from "../sdk/src/analysis/cases.ts";
import { coverageOf } from "../sdk/src/analysis/covered/coverage.ts";
import { givenTo } from "../sdk/src/analysis/given.ts";
import { readRuleTest } from "../sdk/src/analysis/read-rule-test.ts";
import { runCase } from "../sdk/src/analysis/run-case.ts";
import { runTests } from "../sdk/src/analysis/run-tests.ts";
import { compileNames } from "../sdk/src/check/names.ts";
import { compileRule } from "../sdk/src/check/rule.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../sdk/src/context/judgement.ts";
import { parseText } from "../sdk/src/document/parse.ts";
import type { RuleTestCase, RuleTestFile } from "../sdk/src/generated/types.ts";
import { loadSource } from "../sdk/src/load.ts";
import { libraryWith } from "../sdk/src/load-text.ts";
import { readRuleDirectory } from "../sdk/src/node.ts";
import type { RuleSet } from "../sdk/src/rule-set.ts";

const rules = join(fileURLToPath(new URL("..", import.meta.url)), "rules");
const library = libraryWith([]);
const rulesFor = (reference: string) => loadSource(library.find(reference), library);

describe.each(library.files.map(({ file }) => file.replace(/\.yaml$/, ".test.yaml")))("%s", (file) => {
  const [document] = parseText(readFileSync(join(rules, file), "utf8"), { format: "yaml" }).documents;
  if (document === undefined) throw new Error(`${file} is empty`);
  const { content, rules: ruleSet, problems } = readRuleTest(document, file, rulesFor);

  test("has no faults", () => {
    expect(problems).toEqual([]);
  });

  if (content === undefined || ruleSet === undefined) return;
  const cases = casesOf(content);
  const runs = runTests(ruleSet, content);
  const coverage = coverageOf(ruleSet, library.find(content.ruleSet), runs, content.at);

  test.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => {
    const { message, expected, actual } = runCase(ruleSet, content, each);
    expect(message).toBe("");
    expect(actual).toMatchObject(expected);
  });

  test("every rule is seen to say everything it can say", () => {
    const said = new Map<string, Set<string>>();
    for (const each of cases) {
      for (const [id, word] of judgements(ruleSet, content, each)) said.set(id, (said.get(id) ?? new Set()).add(word));
    }
    const wanted = Object.fromEntries(ruleSet.ruleIds.map((id) => [id, canSay[id]]));
    expect(Object.fromEntries([...said].map(([id, words]) => [id, [...words].sort().join(" ")]))).toEqual(wanted);
  });

  test("coverage is 100 %, and what it asks of its own rules is all they can say", () => {
    expect(
      coverage.entries.flatMap(({ name, items }) => items.filter(({ seen }) => !seen).map((each) => [name, each.name])),
    ).toEqual([]);
    for (const { kind, name, items } of coverage.entries) {
      const words = items.flatMap((item) => (states[item.name] === undefined ? [] : [states[item.name]]));
      if (kind === "rule") expect(words.sort().join(" "), name).toBe(canSay[name]);
    }
  });

  test("every event is seen taken, and seen refused", () => {
    const refusesAll = ruleSet.ruleIds.includes("export-supported");
    const seen = new Map(ruleSet.events.map((event) => [event, new Set<string>()]));
    for (const { event = "send", moves } of cases) {
      if (moves !== undefined) seen.get(event)?.add(moves === "refused" ? "refused" : "taken");
    }
    for (const [event, ways] of seen) {
      const isNeverTaken = refusesAll && ruleSet.definition.lifecycle[event]?.checks !== undefined;
      expect([...ways].sort(), event).toEqual(isNeverTaken ? ["refused"] : ["refused", "taken"]);
    }
  });
});

/** What coverage calls what a rule can say. */
const states: Readonly<Record<string, string>> = {
  holds: "holds",
  broken: "broken",
  unknown: "unknown",
  "does not apply": "applies-not",
};

/** Everything each rule can say while the time of the event is known. One that asks for a value always applies; one that needs no context always knows. */
const canSay: Readonly<Record<string, string>> = {
  "export-switched-on": "broken holds unknown",
  "status-approved": "broken holds",
  "date-required": "broken holds",
  "billing-item-code-length": "applies-not broken holds unknown",
  "associated-line-item-hidden": "applies-not broken holds unknown",
  "associated-line-item-known": "applies-not broken holds unknown",
  "associated-line-item-pattern": "applies-not broken holds unknown",
  "status-known": "broken holds",
  "amount-format": "applies-not broken holds",
  "title-length": "applies-not broken holds",
  "number-length": "applies-not broken holds",
  "contract-approved": "broken holds unknown",
  "contract-match": "applies-not broken holds unknown",
  "contract-synced": "broken holds unknown",
  "amount-based-contract": "broken holds unknown",
  "approved-date-required": "applies-not broken holds",
  "line-items-required": "broken holds",
  "cost-code-and-type": "applies-not broken holds",
  "unique-phase-cost-type": "applies-not broken holds",
  "billing-item-present": "applies-not broken holds unknown",
  "associated-line-item-set": "applies-not broken holds unknown",
  "total-matches": "applies-not broken holds",
  "transaction-date": "broken holds",
  "erp-system": "broken holds unknown",
  // It applies only where it is broken: in the ERP systems that PCCOs can't be exported to.
  "export-supported": "applies-not broken unknown",
  "description-length": "applies-not broken holds",
  "due-date-set": "broken holds",
  "budget-synced": "broken holds unknown",
  "revenue-budget-level": "broken holds unknown",
  "contract-number-length": "applies-not broken holds unknown",
  "contract-number-characters": "applies-not broken holds unknown",
  "vertical-markup-item": "applies-not broken holds",
  "horizontal-markup": "applies-not broken holds",
};

/** What the rules say of a case. That one is broken or unknown counts only where the case expects just that. */
function judgements(ruleSet: RuleSet, file: RuleTestFile, each: RuleTestCase): ReadonlyMap<string, string> {
  const { document, context } = givenTo(file, each);
  const facts = {
    document,
    context,
    input: { ...(each.event === "accept" ? { transaction_date: "2026-11-05" } : {}), ...each.input },
  };
  const names = compileNames(ruleSet.definition);
  const said = new Map<string, string>();
  for (const rule of ruleSet.definition.rules) {
    const compiled = compileRule(rule, ruleSet.definition, names);
    const judgement = compiled?.judge(facts);
    if (judgement === HOLDS) said.set(rule.id, "holds");
    if (judgement === DOES_NOT_APPLY) said.set(rule.id, "applies-not");
    if (judgement === BROKEN && each.broken?.includes(rule.id)) said.set(rule.id, "broken");
    if (judgement === UNKNOWN && each.unknown?.includes(rule.id)) said.set(rule.id, "unknown");
  }
  return said;
}

test("a folder of rule files is read without its tests", async () => {
  const { files } = await readRuleDirectory(rules);
  expect(files.map(({ file }) => file)).toEqual(library.files.map(({ file }) => file).sort());
});

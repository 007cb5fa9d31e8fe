import { describe, expect, test } from "vitest";
import { isList, isObject } from "../document/value.ts";
import { bundledRuleFiles } from "../generated/rule-sets.ts";
import { loadShipped } from "../load-shipped.ts";
import type { RuleSet } from "../rule-set.ts";
import { at, context, current, pcco } from "./testing.ts";

/** What can stand in place of any value, and has in it what every object has, otherwise. */
const hostile: readonly (readonly [string, unknown])[] = [
  ["a group without a text of its own", JSON.parse('{"toString":null,"valueOf":null}')],
  ["a list of such groups", JSON.parse('[{"toString":null},{"toString":"x","length":-1}]')],
  ["a group with the keys that every object has", JSON.parse('{"__proto__":{"length":1},"constructor":"x"}')],
  ["a list of nothing", [null]],
  ["a list in a list, 20,000 times", Array.from({ length: 20_000 }).reduce((inner: unknown) => [inner], [])],
  ["a text of half a character", "\ud800"],
  ["a number of 20,000 digits", "9".repeat(20_000)],
];

/** A PCCO that has been through the life cycle, too. */
const full = {
  ...pcco,
  origin_id: null,
  erp: { status: "not_in_erp", origin_id: null, revision: 1, last_event: "retrieve", history: [{ event: "retrieve" }] },
};

const input = { transaction_date: "2025-03-12", messages: ["no"] };

/** What no message for people has in it: a value that was made text without looking at it. */
const careless = /\[object |undefined|NaN/;

/** Where an answer gives back what it was given, as it is. */
const keptAsGiven = ["document", "value", "received", "record"];

/** Copies of a value in each of which one more of its parts, or the whole, is another. */
function* withPart(value: unknown, part: unknown): Generator<unknown> {
  yield part;
  const keys = isObject(value) ? Object.keys(value) : isList(value) ? [...value.keys()] : [];
  for (const key of keys) {
    const inner: unknown = Reflect.get(Object(value), key);
    for (const changed of withPart(inner, part)) {
      const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
      copy[key] = changed;
      yield copy;
    }
  }
}

/** Asks a rule set everything, and gives all that it says. */
function answers(rules: RuleSet, document: unknown, surroundings: unknown, entered: unknown = input): string {
  const asked = { at, input: entered };
  const events = rules.events.length === 0 ? [] : ["send", "export-failed"];
  return JSON.stringify(
    [
      Reflect.apply(rules.check, rules, [document, surroundings]),
      Reflect.apply(rules.check, rules, [document, surroundings, { event: "send", ...asked }]),
      Reflect.apply(rules.actions, rules, [document, surroundings, { at }]),
      Reflect.apply(rules.toggles, rules, [surroundings]),
      Reflect.apply(rules.statusOf, rules, [document]),
      ...events.flatMap((event) => [
        Reflect.apply(rules.repair, rules, [document, surroundings, event, asked]),
        Reflect.apply(rules.transition, rules, [document, event, { context: surroundings, ...asked }]),
      ]),
    ],
    (key, value: unknown) => (keptAsGiven.includes(key) ? null : value),
  );
}

describe.each(hostile)("%s in any place is judged as any other value", (_, part) => {
  test("of the PCCO", () => {
    for (const document of withPart(full, part)) expect(answers(current, document, context)).not.toMatch(careless);
    // Without lines of its own a PCCO is offered those of the contract.
    const bare = { ...pcco, line_items: [{ id: 1, amount: "1.00" }] };
    for (const document of withPart(bare, part)) expect(answers(current, document, context)).not.toMatch(careless);
  });

  test("of what surrounds it", () => {
    const bare = {
      ...pcco,
      number: undefined,
      line_items: [
        { id: 1, amount: "1.00" },
        { id: 2, prime_line_item_id: 9 },
      ],
    };
    for (const surroundings of withPart(context, part)) {
      expect(answers(current, full, surroundings)).not.toMatch(careless);
      expect(answers(current, bare, surroundings)).not.toMatch(careless);
    }
  });

  test("of what is entered for an event", () => {
    for (const entered of withPart(input, part)) expect(answers(current, full, context, entered)).not.toMatch(careless);
  });
});

test.each(bundledRuleFiles.map(({ content }) => `${content.ruleSet}@${content.version}`))(
  "%s takes any value in any place",
  async (reference) => {
    const rules = await loadShipped(reference);
    const lines = full.line_items.map((line) => ({ ...line, billing_item_code: "0520", tax_code: { origin_id: "T" } }));
    const surroundings = { ...context, project: { is_budget_synced: true, revenue_budget_level: "task" } };
    for (const [, part] of hostile.slice(0, 4)) {
      for (const document of withPart({ ...full, line_items: lines, markups: [{ id: 1, amount: "1.00" }] }, part))
        expect(answers(rules, document, surroundings)).not.toMatch(careless);
      for (const each of withPart(surroundings, part)) expect(answers(rules, full, each)).not.toMatch(careless);
    }
  },
);

test("as many reasons as there are of them are told", () => {
  const entered = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`v${index}`, 1]));
  const result = current.transition(full, "send", { context, at, input: entered });
  expect(result.ok ? [] : result.reasons.filter(({ kind }) => kind === "input")).toHaveLength(200_000);
});

test.each([
  ["2025-03-12", '"2025-03-12"'],
  [["2025-03-12"], "a list of 1"],
  [7, "7"],
])("what is entered must have names: %j is refused", (entered, found) => {
  const result = Reflect.apply(current.transition, current, [full, "send", { context, at, input: entered }]);
  const message = `What is entered must be a group of values; found ${found}.`;
  expect(result).toMatchObject({ ok: false, reasons: [{ kind: "input", message }] });
});

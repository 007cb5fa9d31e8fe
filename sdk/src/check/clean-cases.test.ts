import { describe, expect, test } from "vitest";
import { compiledRules, ruleOf, setOf } from "../ahead/testing.ts";
import type { JsonObject } from "../document/value.ts";
import { doubtful } from "./clean/testing.ts";
import { compileCleanTest } from "./clean.ts";

// Places where the quick test that is made at run time could be too quick.

const takes = { from: "prime_contract.line_items", take: "origin_code" };
const fields = {
  status: { label: "Status", path: "status", type: "choice", choices: { s: "S", t: "T" } },
  title: { label: "Title", path: "title", type: "text" },
  total: { label: "Total", path: "grand_total", type: "money" },
  ownId: { label: "Id", path: "id", type: "id" },
  size: { label: "Size", path: "line_items.length", type: "integer" },
  lone: { label: "Lone", path: "billing_item_code", type: "text", otherwise: { ...takes, matching: { id: "item" } } },
  lineId: { label: "Id", path: "line_items[].id", type: "id" },
  item: { label: "Item", path: "line_items[].prime_line_item_id", type: "id" },
  day: { label: "Day", path: "line_items[].due_date", type: "date" },
  time: { label: "Time", path: "line_items[].created_at", type: "dateTime" },
  flag: { label: "Flag", path: "line_items[].private", type: "boolean" },
  count: { label: "Count", path: "line_items[].quantity", type: "integer" },
  parts: { label: "Parts", path: "line_items[].parts", type: "list" },
  note: { label: "Note", path: "line_items[].note", type: "text" },
  amount: { label: "Amount", path: "line_items[].amount", type: "money" },
  amountInWords: { label: "Amount", path: "line_items[].amount", type: "text" },
  markup: { label: "Markup", path: "markups[].amount", type: "money" },
  code: { label: "Code", path: "line_items[].code", type: "text", otherwise: { ...takes, matching: { id: "item" } } },
  codeOfOwn: {
    label: "Code",
    path: "line_items[].none",
    type: "text",
    otherwise: { ...takes, matching: { id: "ownId" } },
  },
  known: { label: "Lines", in: "context", path: "prime_contract.line_items[].id", type: "id" },
  system: { label: "System", in: "context", path: "erp.system", type: "text" },
};

function ask(rules: readonly object[], document: JsonObject, context: JsonObject) {
  const named = Object.fromEntries(rules.map((rule, index) => [`r${index}`, ruleOf(rule)]));
  const compiled = compiledRules(setOf({ fields, rules: named }));
  const given = { document, context, input: {} };
  const isClean = compileCleanTest(compiled);
  return { isClean: isClean(given), again: isClean(given), doubtful: doubtful(compiled, given) };
}

const lines = (...items: readonly unknown[]): JsonObject => ({ line_items: items });
const contract = (...items: readonly unknown[]): JsonObject => ({ prime_contract: { line_items: items } });

describe("is never called clean", () => {
  test.each<[string, object, JsonObject, JsonObject]>([
    ["half an id on a line", { field: "item", required: true }, lines({ prime_line_item_id: 1.5 }), {}],
    ["a day that does not exist on a line", { field: "day", required: true }, lines({ due_date: "2025-02-30" }), {}],
    [
      "a time that does not exist",
      { field: "time", required: true },
      lines({ created_at: "2025-02-28T24:00:00Z" }),
      {},
    ],
    ["a word for true or false", { field: "flag", required: true }, lines({ private: "true" }), {}],
    ["half a number", { field: "count", required: true }, lines({ quantity: 1.5 }), {}],
    ["a word for a list", { field: "parts", required: true }, lines({ parts: "x" }), {}],
    ["a number for a text", { field: "note", required: true }, lines({ note: 5 }), {}],
    ["a number for an amount", { field: "amount", required: true }, lines({ amount: 5 }), {}],
    ["a line that is none", { field: "note", maxLength: 5 }, lines({ note: "a" }, "x"), {}],
    ["a list that is none", { field: "note", maxLength: 5 }, { line_items: {} }, {}],
    ["a long id in digits", { field: "item", maxLength: 3 }, lines({ prime_line_item_id: 12345 }), {}],
    [
      "a value of a line that the condition can't ask",
      { field: "note", maxLength: 5, when: { field: "count", equals: 1 } },
      lines({ note: "a", quantity: "1" }),
      {},
    ],
    [
      "a condition that is not known",
      { field: "note", maxLength: 5, when: { field: "system", equals: "x" } },
      lines({ note: "a" }),
      {},
    ],
    [
      "a condition on a value of the wrong type",
      { field: "note", maxLength: 5, when: { field: "title", required: true } },
      { title: 5, ...lines({ note: "a" }) },
      {},
    ],
    ["a value of the wrong type", { field: "title", required: true }, { title: 5 }, {}],
    ["a repeated letter", { field: "note", distinct: true }, lines({ note: "S" }, { note: "S" }), {}],
    [
      "a repeated id, written otherwise",
      { field: "item", distinct: true },
      lines({ prime_line_item_id: 7 }, { prime_line_item_id: "7" }),
      {},
    ],
    [
      "two alike of three",
      { field: "note", distinctOrSame: true },
      lines({ note: "a" }, { note: "a" }, { note: "b" }),
      {},
    ],
    [
      "the code of the first line of an id",
      { field: "code", maxLength: 4 },
      lines({ prime_line_item_id: 7 }),
      contract({ id: "7", origin_code: "too long" }, { id: 7, origin_code: "0010" }),
    ],
    [
      "a code that is looked up by the PCCO's own id",
      { field: "codeOfOwn", maxLength: 4 },
      { id: 7, ...lines({ id: 8 }) },
      contract({ id: 7, origin_code: "too long" }, { id: 8, origin_code: "0010" }),
    ],
    [
      "an id that is not known",
      { field: "item", refersTo: "known" },
      lines({ prime_line_item_id: 9 }),
      contract({ id: 7 }),
    ],
    ["a property that every list has", { field: "size", required: true }, lines({}, {}), {}],
    [
      "a sum on each line",
      { field: "amount", sumEquals: ["markup"] },
      { ...lines({ amount: "1.00" }, { amount: "2.00" }), markups: [{ amount: "1.00" }] },
      {},
    ],
  ])("%s", (_name, rule, document, context) => {
    expect(ask([rule], document, context)).toEqual({ isClean: false, again: false, doubtful: ["r0"] });
  });

  test("a field that another one of the same place is asked with", () => {
    const rules = [
      { field: "amount", maxDecimals: 2 },
      { field: "amountInWords", maxLength: 20 },
    ];
    for (const each of [rules, rules.toReversed()]) {
      const { isClean, doubtful: doubted } = ask(each, lines({ amount: "1.234" }), {});
      expect([isClean, doubted.length]).toEqual([false, 1]);
    }
  });

  test("an id that an earlier contract had", () => {
    const compiled = compiledRules(setOf({ fields, rules: { known: ruleOf({ field: "item", refersTo: "known" }) } }));
    const isClean = compileCleanTest(compiled);
    const given = (...ids: readonly number[]) => ({
      document: lines({ prime_line_item_id: 9 }),
      context: contract(...ids.map((id) => ({ id }))),
      input: {},
    });
    expect(isClean(given(7, 8, 9))).toBe(true);
    expect(isClean(given(7))).toBe(false);
  });

  test("a code that an earlier contract had", () => {
    const compiled = compiledRules(setOf({ fields, rules: { code: ruleOf({ field: "code", required: true }) } }));
    const isClean = compileCleanTest(compiled);
    const given = (...ids: readonly number[]) => ({
      document: lines({ prime_line_item_id: 9 }),
      context: contract(...ids.map((id) => ({ id, origin_code: "0010" }))),
      input: {},
    });
    expect(isClean(given(7, 8, 9))).toBe(true);
    expect(isClean(given(7))).toBe(false);
    expect(isClean({ ...given(7), context: {} })).toBe(false);
  });
});

describe("is called clean", () => {
  test.each<[string, object, JsonObject, JsonObject]>([
    ["no lines", { field: "note", required: true }, {}, {}],
    ["a missing list", { field: "note", required: true }, { line_items: null }, {}],
    [
      "values of every kind",
      { fields: ["item", "day", "time", "flag", "count", "parts"], required: true },
      lines({
        prime_line_item_id: "7",
        due_date: "2025-03-04",
        created_at: "2025-03-04",
        private: false,
        quantity: 0,
        parts: [],
      }),
      {},
    ],
    [
      "a condition that is not met",
      { field: "note", absent: true, when: { field: "status", equals: "t" } },
      { status: "s", ...lines({ note: "x" }) },
      {},
    ],
    [
      "a code from the contract, the id written otherwise",
      { field: "code", maxLength: 4 },
      lines({ prime_line_item_id: "7" }),
      contract({ id: 7, origin_code: "0010" }),
    ],
    // A field of the PCCO has no line to look at, also where it is asked on lines.
    [
      "a value looked up by a line, for a field that has none",
      { field: "note", absent: true, when: { field: "lone", required: true } },
      lines({ note: "x", prime_line_item_id: 7 }),
      contract({ id: 7, origin_code: "0010" }),
    ],
  ])("%s", (_name, rule, document, context) => {
    expect(ask([rule], document, context)).toEqual({ isClean: true, again: true, doubtful: [] });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, fields, type Given, lines } from "./sample/testing.ts";
import { openWorkshop, ruleOf, setOf, type Workshop } from "./testing.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const features = { export: { title: "Export", default: "off", where: { field: "status", equals: "s" } } };
const on = { feature: "export", is: "on" };

/** Rules that share fields, a list and a toggle. */
const rules = {
  short: { field: "status", maxLength: 3 },
  total: { field: "total", maxDecimals: 2 },
  amounts: { field: "amount", maxDecimals: 2 },
  sum: { field: "total", sumEquals: ["amount"] },
  known: { field: "item", refersTo: "known", when: on },
  own: { field: "item", distinct: true },
  codes: { field: "code", maxLength: 3 },
  there: { field: "flat", required: true, when: on },
  switched: { feature: "export", is: "on" },
};

/** A PCCO that keeps all of them. */
const items = [
  { amount: "1.00", item: 7, plain: "a" },
  { amount: "2.00", item: 8, plain: "b" },
];
const document = { status: "s", grand_total: "3.00", line_items: items };
const context = {
  ...contract({ id: 7, origin_code: "a" }, { id: 8, origin_code: "b" }),
  erp: { features: { export: true } },
};

async function leftOpen({ document: own = document, context: around = context }: Given): Promise<readonly string[]> {
  const named = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, ruleOf(rule)]));
  const { holds, isOpen, rest } = await workshop.read(setOf({ fields, features, rules: named }));
  expect(rest).toEqual([]);
  if (holds({ document: own, context: around, input: {} })) return [];
  return Object.keys(rules).filter((_name, index) => isOpen(index));
}

describe("a written test leaves open just the rules that read what is in doubt", () => {
  const line = (index: number, changes: object) => ({
    ...document,
    line_items: items.map((each, at) => (at === index ? { ...each, ...changes } : each)),
  });
  test.each<[string, Given, readonly string[]]>([
    ["nothing", {}, []],
    ["a value past its limit", { document: { ...document, status: "long" } }, ["short", "switched"]],
    ["a value of another type", { document: { ...document, grand_total: 3 } }, ["total", "sum"]],
    ["an amount of another type on a line", { document: line(1, { amount: 2 }) }, ["amounts", "sum"]],
    ["an amount that is none", { document: line(1, { amount: "2,00" }) }, ["amounts", "sum"]],
    ["another sum", { document: { ...document, grand_total: "4.00" } }, ["sum"]],
    [
      "an id of another type, by which a code is looked up",
      { document: line(0, { item: true }) },
      ["known", "own", "codes"],
    ],
    ["an id that another line has", { document: line(0, { item: 8 }) }, ["own"]],
    ["an id that is not known", { document: line(0, { item: 9 }) }, ["known", "codes"]],
    ["a code that is too long", { document: line(0, { code: "abcd" }) }, ["codes"]],
    ["a value that is missing", { document: line(0, { plain: null }) }, ["there"]],
    [
      "a line that is none",
      { document: { ...document, ...lines("x") } },
      ["amounts", "sum", "known", "own", "codes", "there"],
    ],
    [
      "a toggle that is not given",
      { context: contract({ id: 7, origin_code: "a" }, { id: 8, origin_code: "b" }) },
      ["known", "there", "switched"],
    ],
    [
      "what decides a toggle is of another type",
      { document: { ...document, status: 7 } },
      ["short", "known", "there", "switched"],
    ],
    ["a list that is not given", { context: { erp: context.erp } }, ["known", "codes"]],
  ])("%s", async (_name, given, open) => {
    expect(await leftOpen(given)).toEqual(open);
  });

  test("of more rules than one word has room for, each", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`r${index}`, ruleOf({ field: "status", oneOf: ["s", `s${index}`] })]),
    );
    const { holds, isOpen } = await workshop.read(setOf({ fields, rules: many }));
    expect(holds({ document: { status: "s" }, context: {}, input: {} })).toBe(true);
    for (const index of [0, 29, 30, 31, 59, 60, 69]) {
      expect(holds({ document: { status: `s${index}` }, context: {}, input: {} })).toBe(false);
      expect(Array.from({ length: 70 }, (_, rule) => rule).filter((rule) => !isOpen(rule))).toEqual([index]);
    }
    expect(holds({ document: { status: 7 }, context: {}, input: {} })).toBe(false);
    expect(Array.from({ length: 70 }, (_, rule) => isOpen(rule))).not.toContain(false);
  });
});

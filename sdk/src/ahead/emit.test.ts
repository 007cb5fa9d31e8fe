import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Facts } from "../context/facts.ts";
import type { JsonObject } from "../document/value.ts";
import { emitCleanTest } from "./emit.ts";
import { openWorkshop, ruleOf, setOf, type Workshop } from "./testing.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const takes = { from: "prime_contract.line_items", take: "origin_code" };
const fields = {
  status: { label: "Status", path: "status", type: "text" },
  total: { label: "Total", path: "grand_total", type: "money" },
  ownId: { label: "Id", path: "id", type: "id" },
  day: { label: "Day", path: "day", type: "date" },
  time: { label: "Time", path: "time", type: "dateTime" },
  isOn: { label: "On", path: "on", type: "boolean" },
  count: { label: "Count", path: "count", type: "integer" },
  lines: { label: "Lines", path: "line_items", type: "list" },
  deep: { label: "Deep", path: "outer.inner.deepest", type: "text" },
  other: { label: "Other", path: "x", type: "text", otherwise: { field: "status" } },
  length: { label: "Length", path: "line_items.length", type: "integer" },
  amount: { label: "Amount", path: "line_items[].amount", type: "money" },
  markup: { label: "Markup", path: "markups[].amount", type: "money" },
  item: { label: "Item", path: "line_items[].item", type: "id" },
  code: { label: "Code", path: "line_items[].code", type: "text", otherwise: { ...takes, matching: { id: "item" } } },
  codeOfOwn: {
    label: "Code",
    path: "line_items[].x",
    type: "text",
    otherwise: { ...takes, matching: { id: "ownId" } },
  },
  wbs: { label: "WBS", path: "line_items[].outer.inner", type: "text", otherwise: { field: "flat" } },
  flat: { label: "Flat", path: "line_items[].plain", type: "text" },
  lone: { label: "Lone", path: "lone", type: "text", otherwise: { ...takes, matching: { id: "ownId" } } },
  contract: { label: "Contract", in: "context", path: "prime_contract.id", type: "id" },
  erpId: { label: "ERP id", in: "context", path: "prime_contract.outer", type: "text", otherwise: { field: "erpId2" } },
  erpId2: { label: "ERP id", in: "context", path: "prime_contract.inner", type: "text" },
  known: { label: "Lines", in: "context", path: "prime_contract.line_items[].id", type: "id" },
  entered: { label: "Entered", in: "input", path: "day", type: "date" },
};
const features = {
  export: { title: "Export", default: "off", where: { field: "status", equals: "s" } },
  always: { title: "Always", default: "on" },
};

interface Given {
  readonly document?: JsonObject;
  readonly context?: JsonObject;
}

/** What the written tests of some rules say of facts. */
async function written(...rules: readonly object[]) {
  const named = Object.fromEntries(rules.map((rule, index) => [`r${index + 1}`, ruleOf(rule)]));
  const { holds, ...rest } = await workshop.read(setOf({ fields, features, rules: named }));
  return {
    ...rest,
    holds: ({ document = {}, context = {} }: Given): boolean => holds({ document, context, input: {} }),
  };
}

const contract = (...lines: readonly unknown[]): JsonObject => ({ prime_contract: { line_items: lines } });
const lines = (...items: readonly unknown[]): JsonObject => ({ line_items: items });

describe("a value that stands by itself", () => {
  test.each<[string, object, Given, boolean]>([
    ["is there", { field: "status", required: true }, { document: { status: "x" } }, true],
    ["is blank", { field: "status", required: true }, { document: { status: " \u00a0" } }, false],
    ["is missing", { field: "status", required: true }, {}, false],
    ["may be missing", { field: "status", maxLength: 3 }, {}, true],
    ["must be missing", { field: "status", absent: true }, { document: { status: null } }, true],
    ["must be missing but is there", { field: "status", absent: true }, { document: { status: "x" } }, false],
    ["at the limit", { field: "status", maxLength: 3 }, { document: { status: "abc" } }, true],
    ["past it", { field: "status", maxLength: 3 }, { document: { status: "abcd" } }, false],
    ["of another type", { field: "status", maxLength: 3 }, { document: { status: 7 } }, false],
    ["a number for an id", { field: "ownId", required: true }, { document: { id: 7 } }, true],
    ["half an id", { field: "ownId", required: true }, { document: { id: 7.5 } }, false],
    ["a day", { field: "day", required: true }, { document: { day: "2024-02-29" } }, true],
    ["no day", { field: "day", required: true }, { document: { day: "2025-02-29" } }, false],
    ["a day for a time", { field: "time", required: true }, { document: { time: "2025-03-04" } }, true],
    ["true or false", { field: "isOn", equals: false }, { document: { on: false } }, true],
    ["a text for it", { field: "isOn", required: true }, { document: { on: "false" } }, false],
    ["a number", { field: "count", equals: 3 }, { document: { count: 3 } }, true],
    ["one of some", { field: "status", oneOf: ["a", "b"] }, { document: { status: "b" } }, true],
    ["none of them", { field: "status", oneOf: ["a", "b"] }, { document: { status: "B" } }, false],
    ["enough entries", { field: "lines", minItems: 1 }, { document: lines({}) }, true],
    ["too few", { field: "lines", minItems: 2 }, { document: lines({}) }, false],
    ["whole cents", { field: "total", maxDecimals: 2 }, { document: { grand_total: "1.5" } }, true],
    ["no amount", { field: "total", maxDecimals: 2 }, { document: { grand_total: "1.555" } }, false],
    ["deep down", { field: "deep", equals: "x" }, { document: { outer: { inner: { deepest: "x" } } } }, true],
    ["with nothing on the way", { field: "deep", required: true }, { document: { outer: null } }, false],
    ["with a text on the way", { field: "deep", required: true }, { document: { outer: "b" } }, false],
    [
      "as another field",
      { field: "ownId", equals: { field: "contract" } },
      { document: { id: 7 }, context: { prime_contract: { id: 7 } } },
      true,
    ],
    [
      "not as another",
      { field: "ownId", equals: { field: "contract" } },
      { document: { id: 7 }, context: { prime_contract: { id: 8 } } },
      false,
    ],
    ["that other is not given", { field: "ownId", equals: { field: "contract" } }, { document: { id: 7 } }, false],
    ["taken from elsewhere", { field: "other", equals: "s" }, { document: { x: " ", status: "s" } }, true],
    ["of the context", { field: "erpId", maxLength: 3 }, { context: { prime_contract: { outer: "abc" } } }, true],
    [
      "known to be missing there",
      { field: "erpId2", maxLength: 3 },
      { context: { prime_contract: { inner: null } } },
      true,
    ],
    ["not given there", { field: "erpId2", maxLength: 3 }, { context: { prime_contract: {} } }, false],
    [
      "missing, and elsewhere not given",
      { field: "erpId", maxLength: 3 },
      { context: { prime_contract: { outer: null } } },
      false,
    ],
    [
      "missing, and elsewhere too",
      { field: "erpId", maxLength: 3 },
      { context: { prime_contract: { outer: null, inner: null } } },
      true,
    ],
  ])("%s", async (_name, rule, given, clean) => {
    const { rest, holds } = await written(rule);
    expect(rest).toEqual([]);
    expect(holds(given)).toBe(clean);
  });
});

describe("values of lines", () => {
  const codes = contract({ id: 7, origin_code: "0010" }, { id: 8, origin_code: "0123456789x" });
  test.each<[string, object, Given, boolean]>([
    ["no lines at all", { field: "amount", required: true }, {}, true],
    ["each has one", { field: "amount", required: true }, { document: lines({ amount: "1" }, { amount: "2" }) }, true],
    ["the last has none", { field: "amount", required: true }, { document: lines({ amount: "1" }, {}) }, false],
    ["a line that is none", { field: "amount", maxDecimals: 2 }, { document: lines({ amount: "1" }, "x") }, false],
    ["a list that is none", { field: "amount", maxDecimals: 2 }, { document: { line_items: "x" } }, false],
    [
      "elsewhere on the line",
      { field: "wbs", oneOf: ["A"] },
      { document: lines({ plain: "A" }, { outer: { inner: "A" } }) },
      true,
    ],
    [
      "from the contract",
      { field: "code", maxLength: 10 },
      { document: lines({ item: 7 }, { code: "x", item: 8 }), context: codes },
      true,
    ],
    [
      "from the contract, too long",
      { field: "code", maxLength: 10 },
      { document: lines({ item: 8 }), context: codes },
      false,
    ],
    [
      "from a line that is not there",
      { field: "code", maxLength: 10 },
      { document: lines({ item: 9 }), context: codes },
      false,
    ],
    [
      "from the first line of an id, written otherwise",
      { field: "code", maxLength: 4 },
      {
        document: lines({ item: 7 }),
        context: contract({ id: "7", origin_code: "too long" }, { id: 7, origin_code: "0010" }),
      },
      false,
    ],
    [
      "from a line of the id written otherwise",
      { field: "code", maxLength: 4 },
      { document: lines({ item: "7" }), context: codes },
      true,
    ],
    [
      "known",
      { field: "item", refersTo: "known" },
      { document: lines({ item: 7 }, { item: 8 }, {}), context: codes },
      true,
    ],
    [
      "not known",
      { field: "item", refersTo: "known" },
      { document: lines({ item: 7 }, { item: 9 }), context: codes },
      false,
    ],
    ["known from nowhere", { field: "item", refersTo: "known" }, { document: lines({ item: 7 }) }, false],
    ["of their own", { field: "item", distinct: true }, { document: lines({ item: 7 }, { item: 8 }) }, true],
    ["repeated", { field: "flat", distinct: true }, { document: lines({ plain: "S" }, { plain: "S" }) }, false],
    [
      "their own or the same: own",
      { field: "item", distinctOrSame: true },
      { document: lines({ item: 7 }, { item: 8 }) },
      true,
    ],
    [
      "their own or the same: some",
      { field: "flat", distinctOrSame: true },
      { document: lines({ plain: "S" }, { plain: "S" }, { plain: "T" }) },
      false,
    ],
    [
      "their own or the same, of two fields",
      { fields: ["flat", "item"], distinctOrSame: true },
      { document: lines({ plain: "S", item: 1 }, { plain: "S", item: 2 }, { plain: "T", item: 3 }) },
      false,
    ],
    ["the same", { field: "item", same: true }, { document: lines({ item: 7 }, { item: 7 }) }, true],
    ["not the same", { field: "item", same: true }, { document: lines({ item: 7 }, { item: 8 }) }, false],
    [
      "add up",
      { field: "total", sumEquals: ["amount", "markup"] },
      { document: { ...lines({ amount: "1" }), markups: [{ amount: "2" }], grand_total: "3.00" } },
      true,
    ],
    [
      "don't",
      { field: "total", sumEquals: ["amount", "markup"] },
      { document: { ...lines({ amount: "1" }), markups: [{ amount: "2" }], grand_total: "1.00" } },
      false,
    ],
  ])("%s", async (_name, rule, given, clean) => {
    const { rest, holds } = await written(rule);
    expect(rest).toEqual([]);
    expect(holds({ context: contract(), ...given })).toBe(clean);
  });
});

describe("a condition", () => {
  const broken = { field: "total", absent: true };
  const document = { grand_total: "1.00", status: "s", id: 7 };
  const context = { erp: { features: { export: true } } };
  test.each<[string, object, boolean]>([
    ["equals", { field: "status", equals: "s" }, true],
    ["equals another", { field: "status", equals: "t" }, false],
    ["an id written otherwise", { field: "ownId", equals: "7" }, true],
    ["another id", { field: "ownId", equals: "07" }, false],
    ["one of some ids", { field: "ownId", oneOf: ["8", "7"] }, true],
    ["one of some", { field: "status", oneOf: ["r", "s"] }, true],
    ["there", { field: "status", required: true }, true],
    ["not there", { field: "status", absent: true }, false],
    ["the opposite", { not: { field: "status", equals: "s" } }, false],
    ["the opposite of an id written otherwise", { not: { field: "ownId", equals: "8" } }, true],
    [
      "all",
      {
        all: [
          { field: "status", equals: "s" },
          { field: "ownId", equals: "8" },
        ],
      },
      false,
    ],
    [
      "any",
      {
        any: [
          { field: "status", equals: "t" },
          { field: "ownId", equals: "7" },
        ],
      },
      true,
    ],
    ["a toggle", { feature: "export", is: "on" }, true],
    ["a toggle of the other position", { feature: "export", is: "off" }, false],
  ])("that is met lets its rule be asked: %s", async (_name, when, isMet) => {
    const { rest, holds } = await written({ ...broken, when });
    expect(rest).toEqual([]);
    expect(holds({ document, context })).toBe(!isMet);
    expect(holds({ document: { status: "s", id: 7 }, context })).toBe(true);
  });

  test("asks a toggle's default where none is listed", async () => {
    const { holds } = await written({ ...broken, when: { feature: "always", is: "on" } });
    expect(holds({ document, context: { erp: { features: {} } } })).toBe(false);
    expect(holds({ document, context: { erp: { features: { always: false } } } })).toBe(true);
    expect(holds({ document: {}, context: { erp: { features: {} } } })).toBe(true);
  });

  test("that can't be decided leaves all open", async () => {
    const { holds } = await written({ ...broken, when: { feature: "export", is: "off" } });
    expect(holds({ document: { status: "s" }, context: { erp: { features: { export: "yes" } } } })).toBe(false);
    expect(holds({ document: { status: "s" }, context: {} })).toBe(false);
    expect(holds({ document: { status: "elsewhere" }, context: {} })).toBe(true);
  });

  test("holds for the values of lines too", async () => {
    const { holds } = await written({ field: "flat", maxLength: 1, when: { field: "status", equals: "s" } });
    expect(holds({ document: { status: "s", ...lines({ plain: "ab" }) } })).toBe(false);
    expect(holds({ document: { status: "t", ...lines({ plain: "ab" }) } })).toBe(true);
  });
});

describe("what can't be written is left to be asked", () => {
  test.each<[string, object]>([
    ["a keyword that is not written ahead", { field: "status", minLength: 2 }],
    ["fewer than two decimals", { field: "total", maxDecimals: 1 }],
    ["what is entered", { field: "entered", required: true }],
    ["a condition on lines", { field: "amount", required: true, when: { field: "flat", equals: "x" } }],
    ["a condition of another keyword", { field: "amount", required: true, when: { field: "status", maxLength: 2 } }],
    ["a list of the context", { field: "known", required: true }],
    ["one value looked up", { field: "lone", required: true }],
    ["a value looked up by one that does not stand on the line", { field: "codeOfOwn", required: true }],
    ["a property every list has", { field: "length", equals: 2 }],
    ["a sum on lines, whose other columns are not read yet", { field: "amount", sumEquals: ["markup"] }],
    ["a sum of what stands by itself", { field: "total", sumEquals: ["total"] }],
    ["lines compared with a field of lines", { field: "wbs", equals: { field: "flat" } }],
  ])("%s", async (_name, rule) => {
    const { rest, holds } = await written(rule, { field: "status", required: true }, { field: "day", required: true });
    expect(rest).toEqual(["r1"]);
    // The others still are.
    expect(holds({ document: { status: "x", day: "2025-03-04" } })).toBe(true);
    expect(holds({ document: { status: "x", day: "2025-03-34" } })).toBe(false);
  });

  test("nothing at all makes a test that holds", async () => {
    const { source, rest } = emitCleanTest(setOf({ fields }), []);
    expect(rest).toEqual([]);
    expect(source).toBe("(() => {\nreturn (facts) => {\nreturn true;\n};\n})()");
  });
});

test("a sum is not told from what an earlier check left behind", async () => {
  const { holds } = await written({ field: "total", sumEquals: ["amount"] });
  const given = (total: string, ...amounts: readonly string[]): Facts["document"] => ({
    grand_total: total,
    line_items: amounts.map((amount) => ({ amount })),
  });
  expect(holds({ document: given("6.00", "1", "2", "3") })).toBe(true);
  expect(holds({ document: given("1.00", "1") })).toBe(true);
  expect(holds({ document: given("6.00", "1") })).toBe(false);
  expect(holds({ document: given("6.00", "1", "x", "3") })).toBe(false);
  expect(holds({ document: given("4.00", "1", "", "3") })).toBe(true);
});

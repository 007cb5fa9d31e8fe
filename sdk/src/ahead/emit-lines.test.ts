import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, type Given, lines, written } from "./sample/testing.ts";
import { openWorkshop, type Workshop } from "./testing.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

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
    [
      "repeated, from the first line of an id that the contract has twice",
      { field: "code", distinct: true },
      {
        document: lines({ item: 7 }, { item: 8 }, { item: 7 }),
        context: contract({ id: 7, origin_code: "a" }, { id: 8, origin_code: "b" }, { id: 7, origin_code: "c" }),
      },
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
    [
      "don't, but would if whole numbers were exact at any size",
      { field: "total", sumEquals: ["amount"] },
      {
        document: {
          ...lines(
            ...Array.from({ length: 10 }, () => ({ amount: "9999999999999.99" })),
            { amount: "0.01" },
            { amount: "-0.01" },
            ...Array.from({ length: 10 }, () => ({ amount: "-9999999999999.99" })),
          ),
          grand_total: "0.02",
        },
      },
      false,
    ],
  ])("%s", async (_name, rule, given, clean) => {
    const { rest, holds } = await written(workshop, rule);
    expect(rest).toEqual([]);
    expect(holds({ context: contract(), ...given })).toBe(clean);
  });
});

describe("ids of lines, which are followed from line to line", () => {
  const items = (...ids: readonly unknown[]): Given => ({ document: lines(...ids.map((item) => ({ item }))) });
  const known = contract(...Array.from({ length: 40 }, (_, index) => ({ id: index + 1 })));
  test.each<[string, object, Given, boolean]>([
    ["in no order", { distinct: true }, items(9, 7, 8), true],
    ["repeated, but not side by side", { distinct: true }, items(7, 8, 7), false],
    ["repeated, once as a text", { distinct: true }, items(7, "7"), false],
    ["texts of their own", { distinct: true }, items("7", "8"), true],
    ["some without", { distinct: true }, items(7, null, " ", 8), true],
    ["all the same", { distinctOrSame: true }, items(7, 7, null, 7), true],
    ["all the same text", { distinctOrSame: true }, items("7", "7"), true],
    ["the same at the end only", { distinctOrSame: true }, items(7, 8, 8), false],
    ["the same at the start only", { distinctOrSame: true }, items(8, 8, 7), false],
    ["falling", { distinctOrSame: true }, items(9, 8, 7), true],
    ["falling to what was there", { same: true }, items(7, 7, 6), false],
    ["no ids at all", { same: true }, items(null, undefined), true],
    ["half an id", { distinct: true }, items(7, 7.5), false],
    ["known in no order", { refersTo: "known" }, { ...items(40, 3, "17", 3, 39), context: known }, true],
    ["known but one", { refersTo: "known" }, { ...items(40, 3, 41, 3), context: known }, false],
  ])("%s", async (_name, check, given, clean) => {
    const { rest, holds } = await written(workshop, { field: "item", ...check });
    expect(rest).toEqual([]);
    expect(holds({ context: contract(), ...given })).toBe(clean);
  });

  test("a contract that was changed in place is looked through again", async () => {
    const { holds } = await written(workshop, { field: "item", refersTo: "known" });
    const contractLines = Array.from({ length: 40 }, (_, index) => ({ id: index + 1 }));
    const context = { prime_contract: { line_items: contractLines } };
    const given = { ...items("40", "3", "17"), context };
    expect(holds(given)).toBe(true);
    contractLines[16] = { id: 99 };
    expect(holds(given)).toBe(false);
  });
});

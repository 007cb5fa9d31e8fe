import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Facts } from "../context/facts.ts";
import { fields, lines, written } from "./sample/testing.ts";
import { openWorkshop, setOf, type Workshop } from "./testing.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

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
    const { rest, holds } = await written(workshop, { ...broken, when });
    expect(rest).toEqual([]);
    expect(holds({ document, context })).toBe(!isMet);
    expect(holds({ document: { status: "s", id: 7 }, context })).toBe(true);
  });

  test("asks a toggle's default where none is listed", async () => {
    const { holds } = await written(workshop, { ...broken, when: { feature: "always", is: "on" } });
    expect(holds({ document, context: { erp: { features: {} } } })).toBe(false);
    expect(holds({ document, context: { erp: { features: { always: false } } } })).toBe(true);
    expect(holds({ document: {}, context: { erp: { features: {} } } })).toBe(true);
  });

  test("that can't be decided leaves all open", async () => {
    const { holds } = await written(workshop, { ...broken, when: { feature: "export", is: "off" } });
    expect(holds({ document: { status: "s" }, context: { erp: { features: { export: "yes" } } } })).toBe(false);
    expect(holds({ document: { status: "s" }, context: {} })).toBe(false);
    expect(holds({ document: { status: "elsewhere" }, context: {} })).toBe(true);
  });

  test("holds for the values of lines too", async () => {
    const { holds } = await written(workshop, { field: "flat", maxLength: 1, when: { field: "status", equals: "s" } });
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
    const { rest, holds } = await written(
      workshop,
      rule,
      { field: "status", required: true },
      { field: "day", required: true },
    );
    expect(rest).toEqual(["r1"]);
    // The others still are.
    expect(holds({ document: { status: "x", day: "2025-03-04" } })).toBe(true);
    expect(holds({ document: { status: "x", day: "2025-03-34" } })).toBe(false);
  });

  test("nothing at all makes a test that holds", async () => {
    const { source, rest, holds } = await workshop.read(setOf({ fields }), []);
    expect(rest).toEqual([]);
    expect(source).not.toMatch(/facts\.|at\(/);
    expect(holds({ document: {}, context: {}, input: {} })).toBe(true);
  });
});

test("a sum is not told from what an earlier check left behind", async () => {
  const { holds } = await written(workshop, { field: "total", sumEquals: ["amount"] });
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

import { describe, expect, test } from "vitest";
import { compileFields } from "../../context/field.ts";
import { columnIn, readTable, type Table } from "./tables.ts";

const fields = compileFields({
  amount: { label: "Amount", path: "line_items[].amount", type: "money" },
  note: { label: "Note", path: "line_items[].note", type: "text" },
  code: { label: "Cost Code", path: "line_items[].cost_code.origin_id", type: "text", otherwise: { field: "wbs" } },
  wbs: { label: "WBS code", path: "line_items[].wbs_code", type: "text" },
  item: { label: "Item", path: "line_items[].prime_line_item_id", type: "id" },
});

/** The column of a field over some lines. */
function read(name: string, ...line_items: readonly unknown[]) {
  const field = fields.get(name);
  if (field === undefined) throw new RangeError(`there is no field ${name}`);
  const tables: Table[] = [];
  const column = columnIn(tables, field);
  for (const table of tables) readTable(table, { document: { line_items }, context: {}, input: {} });
  const { isOpen, absent, longest, sum } = column;
  return { isOpen, absent, longest, sum, values: column.values.slice(0, column.length) };
}

const notes = (...all: readonly unknown[]) => read("note", ...all.map((note) => ({ note })));
const amounts = (...all: readonly unknown[]) => read("amount", ...all.map((amount) => ({ amount })));

describe("texts", () => {
  test("the longest counts as it is written, and blank ones are none", () => {
    expect(notes("abc", " ", undefined, "ab ")).toMatchObject({ absent: 2, longest: 3, isOpen: false });
    expect(notes("abcd ", "😀")).toMatchObject({ absent: 0, longest: 5 });
    expect(notes()).toMatchObject({ absent: 0, longest: 0 });
  });

  test("one of another type leaves them open", () => expect(notes("a", 7).isOpen).toBe(true));
});

describe("amounts", () => {
  test("are added in whole cents", () => {
    expect(amounts("1.00", "-2.5", "3", undefined)).toMatchObject({ sum: 150, absent: 1, isOpen: false });
    expect(amounts()).toMatchObject({ sum: 0 });
  });

  test.each([
    ["three decimals, though zeros", "1.230"],
    ["an exponent", "1e3"],
    ["words", "one"],
    ["more digits than whole numbers tell", "12345678901234.00"],
  ])("have no sum that whole cents tell: %s", (_name, amount) => {
    expect(amounts("1.00", amount)).toMatchObject({ sum: Number.NaN, isOpen: false });
  });

  test("nor where the sum leads past what is exact, and back", () => {
    const large = Array.from({ length: 10 }, () => "9999999999999.99");
    expect(amounts(...large, ...large.map((amount) => `-${amount}`)).sum).toBeNaN();
  });
});

test("ids have no length, however short", () => {
  expect(read("item", { prime_line_item_id: 7 }).longest).toBeGreaterThan(1_000_000);
});

test("a value is taken from elsewhere where its own place has none", () => {
  const lines = [
    { cost_code: { origin_id: "a" } },
    { wbs_code: "b" },
    { cost_code: { origin_id: " " }, wbs_code: "c" },
  ];
  expect(read("code", ...lines)).toMatchObject({ values: ["a", "b", "c"], absent: 0, longest: 1 });
});

test("a line that is none leaves every column open", () => {
  expect([read("note", { note: "a" }, "x").isOpen, read("amount", null).isOpen]).toEqual([true, true]);
});

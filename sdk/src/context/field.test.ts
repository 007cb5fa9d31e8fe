import { describe, expect, test } from "vitest";
import { NOT_GIVEN } from "./facts.ts";
import { compileFields } from "./field.ts";
import { sameId } from "./ids.ts";
import { facts, field, read, readContext } from "./testing.ts";

describe("in the document", () => {
  test.each([
    ["status", { status: "draft" }, "draft"],
    ["status", { status: null }, null],
    ["status", {}, undefined],
    ["erpId", { erp: { origin_id: "E" } }, "E"],
    ["erpId", { erp: null }, null],
    ["erpId", { erp: "text" }, undefined],
    ["erpId", { erp: ["origin_id"] }, undefined],
    ["deep", { a: { b: { c: "d" } } }, "d"],
    ["deep", { a: { b: null } }, null],
    ["deep", { a: 5 }, undefined],
  ])("%s of %j is %j", (name, document, value) => expect(read(name, document)).toBe(value));

  test("of a list, in each item", () => {
    const document = { line_items: [{ ref: 7 }, {}, null, 5] };
    expect(field("lineItem").items(facts({ document }))).toBe(document.line_items);
    expect(document.line_items.map((item) => field("lineItem").read(facts({ document }), item))).toEqual([
      7,
      undefined,
      undefined,
      undefined,
    ]);
    expect(field("lineItem").items(facts({}))).toBeUndefined();
    expect(field("lineItem").items(facts({ document: { line_items: null } }))).toBeNull();
    expect(field("lineItem").items(facts({ document: { line_items: "x" } }))).toBe("x");
  });

  test("a list of plain values", () => {
    expect(field("tag").read(facts({}), "a")).toBe("a");
    expect(field("tag").locate(facts({}), "a", 2)).toEqual("/tags/2");
  });

  test("stands where its path leads, and can be written there", () => {
    expect(field("erpId").locate(facts({}), undefined, -1)).toEqual("/erp/origin_id");
    expect(field("lineItem").locate(facts({}), {}, 3)).toEqual("/line_items/3/ref");
    expect(field("erpId").isWritable(facts({}), undefined)).toBe(true);
  });

  test("has its type", () => {
    expect(field("lineItem").is(7)).toBe(true);
    expect(field("status").is(7)).toBe(false);
    expect(field("status").choices).toEqual({ draft: "Draft" });
    expect(field("erpId").choices).toEqual({});
  });
});

describe("keys that JavaScript's own objects have", () => {
  const hostile = compileFields(
    Object.fromEntries(
      ["constructor", "__proto__", "toString", "a.__proto__", "a.constructor.name"].map((path) => [
        `f ${path}`,
        { label: path, path, type: "text" as const },
      ]),
    ),
  );

  test.each(["constructor", "__proto__", "toString", "a.__proto__", "a.constructor.name"])(
    "%s is read from the document only",
    (path) => {
      const own = hostile.get(`f ${path}`);
      expect(own?.read(facts({ document: { a: {} } }), undefined)).toBeUndefined();
      const given: unknown = JSON.parse(
        '{"constructor":"x","__proto__":"x","toString":"x","a":{"__proto__":"x","constructor":{"name":"x"}}}',
      );
      expect(own?.read(facts({ document: Object(given) }), undefined)).toBe("x");
    },
  );

  test("nor are they taken from the contract's lines", () => {
    const taking = compileFields({
      code: {
        label: "Code",
        path: "code",
        type: "text",
        otherwise: { from: "lines", matching: { id: "ref" }, take: "constructor" },
      },
      byName: {
        label: "Code",
        path: "code",
        type: "text",
        otherwise: { from: "lines", matching: { toString: "ref" }, take: "name" },
      },
      ref: { label: "Ref", path: "ref", type: "id" },
    });
    const given = facts({ document: { ref: 1 }, context: { lines: [{ id: 1, name: "N" }] } });
    expect(taking.get("code")?.read(given, undefined)).toBe(NOT_GIVEN);
    expect(taking.get("byName")?.read(given, undefined)).toBe(NOT_GIVEN);
  });
});

describe("in the context", () => {
  test.each([
    ["system", { erp: { system: "spectrum" } }, "spectrum", undefined],
    ["system", {}, NOT_GIVEN, "erp"],
    ["system", { erp: {} }, NOT_GIVEN, "erp.system"],
    ["system", { erp: { system: undefined } }, NOT_GIVEN, "erp.system"],
    ["system", { erp: null }, null, undefined],
    ["system", { erp: { system: null } }, null, undefined],
    ["system", { erp: "text" }, NOT_GIVEN, "erp.system"],
    ["system", { ERP: { system: "spectrum" } }, NOT_GIVEN, 'erp (it has "ERP")'],
    ["system", { erp: { sytem: "spectrum" } }, NOT_GIVEN, 'erp.system (it has "sytem")'],
    ["system", { actor: {}, project: {} }, NOT_GIVEN, "erp"],
    ["contractDeep", {}, NOT_GIVEN, "x"],
    ["contractDeep", { x: {} }, NOT_GIVEN, "x.y"],
    ["contractDeep", { x: { y: {} } }, NOT_GIVEN, "x.y.z"],
    ["contractDeep", { x: null }, null, undefined],
    ["contractDeep", { x: { y: { z: "v" } } }, "v", undefined],
  ])("%s of %j", (name, context, value, missing) => {
    expect(readContext(name, context)).toBe(value);
    if (missing !== undefined) expect(field(name).missing(facts({ context }), undefined)).toBe(missing);
  });

  test.each([
    [{}, NOT_GIVEN, "prime_contract"],
    [{ prime_contrct: { line_items: [] } }, NOT_GIVEN, 'prime_contract (it has "prime_contrct")'],
    [{ prime_contract: {} }, NOT_GIVEN, "prime_contract.line_items"],
    [{ prime_contract: { line_items: null } }, null, "prime_contract.line_items[].id"],
    [{ prime_contract: null }, null, "prime_contract.line_items[].id"],
  ])("a list of %j", (context, items, missing) => {
    expect(field("contractLines").items(facts({ context }))).toBe(items);
    expect(field("contractLines").missing(facts({ context }), undefined)).toBe(missing);
  });

  test("an item without the key is not given; one with null is known to have none", () => {
    expect(field("contractLines").read(facts({}), {})).toBe(NOT_GIVEN);
    expect(field("contractLines").read(facts({}), { id: null })).toBeNull();
    expect(field("contractLines").read(facts({}), { id: 7 })).toBe(7);
  });

  test("is shown where the dictionary says, and can't be written", () => {
    expect(field("system").locate(facts({}), undefined, -1)).toEqual("/erp/origin_id");
    expect(field("contractLines").locate(facts({}), {}, 2)).toEqual("/line_items/2/ref");
    expect(field("contractDeep").locate(facts({}), undefined, -1)).toEqual("");
    expect(field("system").isWritable(facts({ context: { erp: { system: "s" } } }), undefined)).toBe(false);
  });
});

test("what is entered for the event is open until it is", () => {
  expect(field("entered").read(facts({}), undefined)).toBe(NOT_GIVEN);
  expect(field("entered").missing(facts({}), undefined)).toBe("day, which is entered for the event");
  expect(field("entered").read(facts({ input: { day: "2025-03-04" } }), undefined)).toBe("2025-03-04");
  expect(field("entered").read(facts({ input: { day: null } }), undefined)).toBeNull();
  expect(field("entered").isWritable(facts({ input: { day: "2025-03-04" } }), undefined)).toBe(false);
});

test("a name that is not in the dictionary is refused", () =>
  expect(() => compileFields({ a: { label: "A", path: "a", type: "text", otherwise: { field: "b" } } })).toThrow(
    "the dictionary has no field b",
  ));

test.each([
  [7, 7, true],
  ["7", "7", true],
  [7, "7", true],
  ["7", 7, true],
  [7, "07", false],
  [7, "7.0", false],
  [7, " 7", false],
  [0, "", false],
  [true, "true", false],
  [null, "null", false],
  [undefined, "undefined", false],
  [{}, "[object Object]", false],
  [{ toString: 1 }, "x", false],
  [["7"], "7", false],
  [NOT_GIVEN, "Symbol(not given)", false],
])("%j and %j are the same id: %s", (a, b, same) => {
  expect(sameId(a, b)).toBe(same);
  expect(sameId(b, a)).toBe(same);
});

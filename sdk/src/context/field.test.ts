import { describe, expect, test } from "vitest";
import type { JsonObject } from "../document/value.ts";
import type { Field as FieldDefinition } from "../generated/types.ts";
import { type Facts, isAbsent, NOT_GIVEN } from "./facts.ts";
import { compileFields, type Field } from "./field.ts";
import { sameId } from "./ids.ts";

const fields = compileFields({
  code: {
    label: "Code",
    path: "line_items[].code",
    type: "text",
    otherwise: { from: "prime_contract.line_items", matching: { id: "lineItem" }, take: "origin_code" },
  },
  lineItem: { label: "Line item", path: "line_items[].ref", type: "id" },
  status: { label: "Status", path: "status", type: "choice", choices: { draft: "Draft" } },
  erpId: { label: "ERP id", path: "erp.origin_id", type: "text" },
  deep: { label: "Deep", path: "a.b.c", type: "text" },
  tag: { label: "Tag", path: "tags[]", type: "text" },
  title: { label: "Title", path: "title", type: "text", otherwise: { field: "subject" } },
  subject: { label: "Subject", path: "subject", type: "text", otherwise: { field: "topic" } },
  topic: { label: "Topic", path: "topic", type: "text" },
  system: { label: "System", in: "context", path: "erp.system", type: "text", shownAt: "erpId" },
  project: { label: "Project", in: "context", path: "project", type: "text", otherwise: { field: "origin" } },
  origin: { label: "Origin", in: "context", path: "origin", type: "text" },
  contractDeep: { label: "Deep", in: "context", path: "x.y.z", type: "text" },
  contractLines: {
    label: "Contract lines",
    in: "context",
    path: "prime_contract.line_items[].id",
    type: "id",
    shownAt: "lineItem",
  },
  entered: { label: "Day", in: "input", path: "day", type: "date" },
  manager: {
    label: "Manager",
    path: "manager_code",
    type: "text",
    otherwise: { from: "people", matching: { id: "actor" }, take: "name" },
  },
  actor: { label: "Actor", in: "context", path: "actor.id", type: "id" },
} satisfies Record<string, FieldDefinition>);

function field(name: string): Field {
  const found = fields.get(name);
  if (found === undefined) throw new RangeError(name);
  return found;
}

const facts = (parts: Partial<Facts>): Facts => ({ document: {}, context: {}, input: {}, ...parts });
const read = (name: string, document: JsonObject) => field(name).read(facts({ document }), undefined);
const readContext = (name: string, context: JsonObject) => field(name).read(facts({ context }), undefined);

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
    expect(field("tag").locate(facts({}), "a", 2)).toEqual(["tags", 2]);
  });

  test("stands where its path leads, and can be written there", () => {
    expect(field("erpId").locate(facts({}), undefined, -1)).toEqual(["erp", "origin_id"]);
    expect(field("lineItem").locate(facts({}), {}, 3)).toEqual(["line_items", 3, "ref"]);
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
    expect(field("system").locate(facts({}), undefined, -1)).toEqual(["erp", "origin_id"]);
    expect(field("contractLines").locate(facts({}), {}, 2)).toEqual(["line_items", 2, "ref"]);
    expect(field("contractDeep").locate(facts({}), undefined, -1)).toEqual([]);
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

describe("otherwise another field", () => {
  test.each([
    [{ title: "T", subject: "S" }, "T", "title"],
    [{ title: " ", subject: "S" }, "S", "subject"],
    [{ subject: "S" }, "S", "subject"],
    [{ title: null, topic: "P" }, "P", "topic"],
    [{ title: 5, subject: "S" }, 5, "title"],
    [{}, undefined, "title"],
    [{ title: null, subject: " " }, undefined, "title"],
  ])("of %j", (document, value, place) => {
    expect(read("title", document)).toBe(value);
    expect(field("title").locate(facts({ document }), undefined, -1)).toEqual([place]);
    expect(field("title").isWritable(facts({ document }), undefined)).toBe(true);
  });

  test.each([
    [{}, NOT_GIVEN, "project"],
    [{ project: null }, NOT_GIVEN, "origin"],
    [{ origin: "O" }, NOT_GIVEN, "project"],
    [{ project: null, origin: "O" }, "O", undefined],
    [{ project: "P" }, "P", undefined],
    [{ project: null, origin: null }, null, undefined],
  ])("of the context %j: what is not given is not passed over", (context, value, missing) => {
    expect(readContext("project", context)).toBe(value);
    if (missing !== undefined) expect(field("project").missing(facts({ context }), undefined)).toBe(missing);
  });
});

describe("otherwise from a list of the context", () => {
  const contract = (...lines: unknown[]) => ({ prime_contract: { line_items: lines } });
  const code = field("code");

  test.each([
    ["its own value", { code: "A", ref: 7 }, {}, "A"],
    [
      "the line's with the same id",
      { ref: 7 },
      contract({ id: 8, origin_code: "no" }, { id: 7, origin_code: "C" }),
      "C",
    ],
    ["ids as number and text", { ref: 7 }, contract({ id: "7", origin_code: "C" }), "C"],
    ["ids as text and number", { ref: "7", code: " " }, contract({ id: 7, origin_code: "C" }), "C"],
    ["the first of two", { ref: 7 }, contract({ id: 7, origin_code: "1" }, { id: 7, origin_code: "2" }), "1"],
    ["a line known to have none", { ref: 7 }, contract({ id: 7, origin_code: null }), null],
    ["no such line", { ref: 7 }, contract({ id: 8, origin_code: "C" }), undefined],
    ["a contract known to have no lines", { ref: 7 }, { prime_contract: { line_items: null } }, undefined],
    ["no contract at all", { ref: 7 }, { prime_contract: null }, undefined],
    ["nothing to look up", {}, {}, undefined],
  ])("%s", (_name, item, context, value) => expect(code.read(facts({ context }), item)).toBe(value));

  test("nothing but spaces to look up", () => expect(isAbsent(code.read(facts({}), { ref: " " }))).toBe(true));

  test.each([
    [{ ref: 7 }, {}, "prime_contract"],
    [{ ref: 7 }, { prime_contract: {} }, "prime_contract.line_items"],
    [{ ref: 7 }, contract({ id: 7 }), "prime_contract.line_items[].origin_code"],
    [{ ref: 7 }, contract({ id: 8 }, { origin_code: "C" }), "prime_contract.line_items[].id"],
    [{ ref: 7 }, contract("7"), "prime_contract.line_items[].id"],
    [{ ref: 7 }, { prime_contract: { line_items: "7" } }, "prime_contract.line_items[].origin_code"],
    [{ ref: 7 }, { prime_contract: { line_items: " " } }, "prime_contract.line_items[].origin_code"],
  ])("%j with %j is not given", (item, context, missing) => {
    expect(code.read(facts({ context }), item)).toBe(NOT_GIVEN);
    expect(code.missing(facts({ context }), item)).toBe(missing);
  });

  test("an id that is a group of fields is the id of nothing, and never makes it throw", () => {
    const given = facts({
      context: contract({ id: { toString: 1 }, origin_code: "C" }, { id: "[object Object]", origin_code: "D" }),
    });
    expect(code.read(given, { ref: 7 })).toBeUndefined();
    expect(code.read(given, { ref: { toString: 1 } })).toBeUndefined();
    expect(code.read(given, { ref: {} })).toBeUndefined();
  });

  test("the id itself may not be given", () => {
    const given = facts({ context: { people: [{ id: 1, name: "N" }] } });
    expect(field("manager").read(given, undefined)).toBe(NOT_GIVEN);
    expect(field("manager").missing(given, undefined)).toBe("actor");
    expect(field("manager").read(facts({ context: { ...given.context, actor: { id: "1" } } }), undefined)).toBe("N");
  });

  test.each([
    [{ code: "A", ref: 7 }, "code", true],
    [{ code: "A" }, "code", true],
    [{}, "code", true],
    [{ ref: 7 }, "ref", false],
    [{ code: " ", ref: 7 }, "ref", false],
  ])("%j is shown at %s, and can be written there: %s", (item, place, writable) => {
    for (const context of [{}, contract({ id: 7, origin_code: "C" }), contract({ id: 7, origin_code: null })]) {
      expect(code.locate(facts({ context }), item, 4)).toEqual(["line_items", 4, place]);
      expect(code.isWritable(facts({ context }), item)).toBe(writable);
    }
  });
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

describe("the values that the context lists for it", () => {
  const lines = [{ id: 8, origin_code: "B" }, { id: "7", origin_code: "A" }, { id: 7 }, { origin_code: "B" }, null];
  const listed = (name: string, context: JsonObject) => field(name).listed(facts({ context }));

  test("each once, in the context's order, of the field's type", () => {
    expect(listed("code", { prime_contract: { line_items: lines } })).toEqual(["B", "A"]);
    expect(listed("lineItem", { prime_contract: { line_items: lines } })).toEqual([8, "7"]);
    expect(listed("code", { prime_contract: { line_items: [{ origin_code: 5 }] } })).toEqual([]);
  });

  test("none when there is no list, or the field is of the context itself", () => {
    expect(listed("code", {})).toEqual([]);
    expect(listed("code", { prime_contract: { line_items: "A" } })).toEqual([]);
    expect(listed("status", { prime_contract: { line_items: lines } })).toEqual([]);
    expect(listed("actor", { people: [{ id: 1, name: "N" }] })).toEqual([]);
  });

  test("its own place stays the same, wherever the value is taken from", () => {
    expect(field("code").ownPath(2)).toEqual(["line_items", 2, "code"]);
    expect(field("title").ownPath(-1)).toEqual(["title"]);
  });
});

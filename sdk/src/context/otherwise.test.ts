import { describe, expect, test } from "vitest";
import type { JsonObject } from "../document/value.ts";
import { isAbsent, NOT_GIVEN } from "./facts.ts";
import { facts, field, read, readContext } from "./testing.ts";

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
    expect(field("title").locate(facts({ document }), undefined, -1)).toEqual(`/${place}`);
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
      expect(code.locate(facts({ context }), item, 4)).toEqual(`/line_items/4/${place}`);
      expect(code.isWritable(facts({ context }), item)).toBe(writable);
    }
  });
});

describe("the values that the context lists for it", () => {
  const lines = [{ id: 8, origin_code: "B" }, { id: "7", origin_code: "A" }, { id: 7 }, { origin_code: "B" }, null];
  const listed = (name: string, context: JsonObject) => field(name).listed?.(facts({ context }));

  test("each once, in the context's order, of the field's type", () => {
    expect(listed("code", { prime_contract: { line_items: lines } })).toEqual(["B", "A"]);
    expect(listed("lineItem", { prime_contract: { line_items: lines } })).toEqual([8, "7"]);
    expect(listed("code", { prime_contract: { line_items: [{ origin_code: 5 }] } })).toEqual([]);
  });

  test("none when there is no list, or the field is of the context itself", () => {
    expect(listed("code", {})).toEqual([]);
    expect(listed("code", { prime_contract: { line_items: "A" } })).toEqual([]);
    expect(listed("status", { prime_contract: { line_items: lines } })).toBeUndefined();
    expect(listed("actor", { people: [{ id: 1, name: "N" }] })).toBeUndefined();
  });

  test("its own place stays the same, wherever the value is taken from", () => {
    expect(field("code").ownPath(2)).toEqual("/line_items/2/code");
    expect(field("title").ownPath(-1)).toEqual("/title");
  });
});

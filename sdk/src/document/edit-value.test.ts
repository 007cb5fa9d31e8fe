import { expect, test } from "vitest";
import { editValue } from "./edit-value.ts";

const order = { number: "1", erp: { status: "not_in_erp" }, line_items: [{ amount: 1 }, { amount: 2 }], origin: null };

test("replace, add and remove change members and items", () => {
  const edited = editValue(order, [
    { op: "replace", path: "/erp/status", value: "synced" },
    { op: "add", path: "/erp/origin_id", value: "e-1" },
    { op: "add", path: "/line_items/1", value: "between" },
    { op: "add", path: "/line_items/-", value: "last" },
    { op: "add", path: "/line_items/4", value: "after last" },
    { op: "remove", path: "/line_items/0/amount" },
    { op: "remove", path: "/line_items/2" },
    { op: "add", path: "/number", value: "2" },
  ]);
  expect(edited).toEqual({
    number: "2",
    erp: { status: "synced", origin_id: "e-1" },
    line_items: [{}, "between", "last", "after last"],
    origin: null,
  });
});

test("the value given is not changed, and untouched parts are shared", () => {
  const frozen = Object.freeze({ a: Object.freeze({ x: 1 }), b: Object.freeze([Object.freeze({ y: 1 })]) });
  const edited = editValue(frozen, [{ op: "replace", path: "/a/x", value: 2 }]);
  expect(edited).toEqual({ a: { x: 2 }, b: [{ y: 1 }] });
  expect(frozen).toEqual({ a: { x: 1 }, b: [{ y: 1 }] });
  expect(edited).toHaveProperty("b", frozen.b);
  expect(Object.is(Object(edited).b, frozen.b)).toBe(true);
});

test("add creates parents that are missing or null", () => {
  expect(editValue({}, [{ op: "add", path: "/erp/ids/-", value: 1 }])).toEqual({ erp: { ids: [1] } });
  expect(editValue({ erp: null }, [{ op: "add", path: "/erp/ids/0", value: 1 }])).toEqual({ erp: { ids: [1] } });
  expect(editValue(undefined, [{ op: "add", path: "/a/b", value: 1 }])).toEqual({ a: { b: 1 } });
});

test("the empty pointer is the whole document", () => {
  expect(editValue(order, [{ op: "replace", path: "", value: 1 }])).toBe(1);
  expect(editValue(order, [{ op: "add", path: "", value: 2 }])).toBe(2);
  expect(() => editValue(order, [{ op: "remove", path: "" }])).toThrow(RangeError);
});

test("escaped steps and steps of digits name object members too", () => {
  expect(editValue({ "a/b": { "7": 1 } }, [{ op: "replace", path: "/a~1b/7", value: 2 }])).toEqual({ "a/b": { 7: 2 } });
  expect(editValue({ x: {} }, [{ op: "add", path: "/x/-", value: 2 }])).toEqual({ x: { "-": 2 } });
});

test.each([
  { op: "replace", path: "/erp/none", value: 1 },
  { op: "remove", path: "/erp/none" },
  { op: "remove", path: "/line_items/2" },
  { op: "remove", path: "/line_items/-" },
  { op: "replace", path: "/line_items/-", value: 1 },
  { op: "add", path: "/line_items/3", value: 1 },
  { op: "add", path: "/line_items/2/amount", value: 1 },
  { op: "add", path: "/line_items/x", value: 1 },
  { op: "add", path: "/number/x", value: 1 },
  { op: "add", path: "/none/5", value: 1 },
  { op: "replace", path: "/toString", value: 1 },
  { op: "replace", path: "/number", value: undefined },
  { op: "add", path: "/99999999999999999999", value: 1 },
] as const)("$op $path is refused by name", (edit) => {
  expect(() => editValue(order, [edit])).toThrow(RangeError);
  expect(() => editValue(order, [edit])).toThrow(JSON.stringify(edit.path));
});

test("a __proto__ member is plain data", () => {
  const edited = editValue({ list: [] }, [
    { op: "add", path: "/__proto__/polluted", value: true },
    { op: "add", path: "/list/-", value: 1 },
  ]);
  expect(Object.hasOwn(Object(edited), "__proto__")).toBe(true);
  expect(Object.getPrototypeOf(edited)).toBe(Object.prototype);
  expect(Object(edited).polluted).toBeUndefined();
  expect(JSON.stringify(edited)).toBe('{"list":[1],"__proto__":{"polluted":true}}');
  expect(JSON.stringify(editValue(edited, [{ op: "remove", path: "/__proto__/polluted" }]))).toContain(
    '"__proto__":{}',
  );
  expect(JSON.stringify(editValue(edited, [{ op: "remove", path: "/__proto__" }]))).toBe('{"list":[1]}');
});

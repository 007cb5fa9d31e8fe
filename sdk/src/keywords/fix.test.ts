import { describe, expect, test } from "vitest";
import { editValue } from "../document/edit-value.ts";
import { removeFix, setFix, writeFix } from "./fix.ts";
import { fieldOf } from "./testing.ts";

test("writes in place of a value, or anew", () => {
  expect(writeFix("T", "safe", "/a~1b/0/c~0d", 1, true)).toEqual({
    title: "T",
    kind: "safe",
    edits: [{ op: "replace", path: "/a~1b/0/c~0d", value: 1 }],
  });
  expect(writeFix("T", "choice", "/a", 1, false).edits).toEqual([{ op: "add", path: "/a", value: 1 }]);
});

test("removes", () => expect(removeFix("T", "safe", "/a").edits).toEqual([{ op: "remove", path: "/a" }]));

describe("sets the value of a field", () => {
  test.each([
    ["/a/b", "x", { a: { b: "x" } }],
    ["/a/b", null, { a: { b: null } }],
    ["/a/b", null, { a: null }],
    ["/a/b", undefined, {}],
    ["/a/0", null, { a: [null] }],
    ["/a/0", "x", { a: ["x"] }],
  ])("at %j, where %j stands", (path, value, document) => {
    const fix = setFix("T", "safe", { field: fieldOf("number"), value, path }, "new");
    expect(editValue(document, fix.edits)).toEqual({ a: path === "/a/0" ? ["new"] : { b: "new" } });
  });

  test("in the field's type", () => {
    const valueFor = (name: "number" | "id" | "revision", value: unknown) =>
      setFix("T", "safe", { field: fieldOf(name), value: "", path: "/a" }, value).edits[0]?.value;
    expect([valueFor("number", 1), valueFor("id", 1), valueFor("revision", 1), valueFor("number", "1")]).toEqual([
      "1",
      1,
      1,
      "1",
    ]);
  });
});

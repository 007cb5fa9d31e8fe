import { expect, test } from "vitest";
import { applyTextEdits, editText, textEdits } from "./edit-text.ts";
import type { Edit } from "./text.ts";

const json = (text: string, ...edits: Edit[]) => editText(text, { format: "json" }, edits);

const entry = { event: "send", at: "2025-03-12T09:00:00Z", by: 12 };
const move: Edit[] = [
  { op: "replace", path: "/erp/status", value: "ready_to_export" },
  { op: "add", path: "/erp/origin_id", value: "e-1" },
  { op: "add", path: "/erp/history/-", value: entry },
  { op: "remove", path: "/line_items/0/id" },
];

test.each([
  ["two spaces", "  ", "\n"],
  ["four spaces", "    ", "\n"],
  ["tabs", "\t", "\n"],
  ["CRLF", "  ", "\r\n"],
])("a spread text keeps its indentation: %s", (_, step, eol) => {
  const layout = (text: string) =>
    text.replace(/^( +)/gm, (spaces) => step.repeat(spaces.length / 2)).replaceAll("\n", eol);
  const before = layout(`{
  "number": "1",
  "erp": {
    "status": "not_in_erp",
    "history": []
  },
  "line_items": [
    {
      "id": 7,
      "amount": 1.50
    }
  ]
}
`);
  const after = layout(`{
  "number": "1",
  "erp": {
    "status": "ready_to_export",
    "history": [
      {
        "event": "send",
        "at": "2025-03-12T09:00:00Z",
        "by": 12
      }
    ],
    "origin_id": "e-1"
  },
  "line_items": [
    {
      "amount": 1.50
    }
  ]
}
`);
  expect(json(before, ...move)).toBe(after);
});

test("members on one line stay on one line, in their own spacing", () => {
  const add: Edit = { op: "add", path: "/erp", value: { a: [1, 2], b: {} } };
  expect(json('{"x":1,"y":[1,2]}', add)).toBe('{"x":1,"y":[1,2],"erp":{"a":[1,2],"b":{}}}');
  expect(json('{"x": 1, "y": 2}', add)).toBe('{"x": 1, "y": 2, "erp": {"a": [1, 2], "b": {}}}');
  expect(json('{ "x": 1, "y": 2 }', add)).toBe('{ "x": 1, "y": 2, "erp": { "a": [1, 2], "b": {} } }');
  expect(json("{}", { op: "add", path: "/a", value: 1 })).toBe('{"a": 1}');
  expect(json('{\n  "list": [1, 2]\n}', { op: "add", path: "/list/0", value: { a: 1 } })).toBe(
    '{\n  "list": [{"a": 1}, 1, 2]\n}',
  );
});

test("a new item looks like the items beside it", () => {
  const before = '{\n  "list": [\n    { "a": 1 },\n    { "a": 2 }\n  ]\n}';
  expect(json(before, { op: "add", path: "/list/-", value: { a: 3, b: [4] } })).toBe(
    '{\n  "list": [\n    { "a": 1 },\n    { "a": 2 },\n    { "a": 3, "b": [4] }\n  ]\n}',
  );
  expect(json(before, { op: "add", path: "/list/1", value: 5 })).toBe(
    '{\n  "list": [\n    { "a": 1 },\n    5,\n    { "a": 2 }\n  ]\n}',
  );
});

test("removal takes one comma and leaves no hole", () => {
  const before = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n';
  expect(json(before, { op: "remove", path: "/a" })).toBe('{\n  "b": 2,\n  "c": 3\n}\n');
  expect(json(before, { op: "remove", path: "/b" })).toBe('{\n  "a": 1,\n  "c": 3\n}\n');
  expect(json(before, { op: "remove", path: "/c" })).toBe('{\n  "a": 1,\n  "b": 2\n}\n');
  expect(json('{"list": [\n  1\n]}', { op: "remove", path: "/list/0" })).toBe('{"list": []}');
});

test("parents that are missing or null are created", () => {
  expect(json('{\n  "erp": null\n}', { op: "add", path: "/erp/history/-", value: 1 })).toBe(
    '{\n  "erp": {\n    "history": [\n      1\n    ]\n  }\n}',
  );
  expect(json('{"a": 1}', { op: "add", path: "/erp/status", value: "x" })).toBe('{"a": 1, "erp": {"status": "x"}}');
});

test("a byte order mark and numbers as written stay", () => {
  expect(json('\uFEFF{"id": 12345678901234567890, "a": 1.00}', { op: "replace", path: "/a", value: 2 })).toBe(
    '\uFEFF{"id": 12345678901234567890, "a": 2}',
  );
});

test("index picks an item of a top-level list", () => {
  const text = '[\n  {"a": 1},\n  {"a": 2}\n]\n';
  expect(editText(text, { format: "json", index: 1 }, [{ op: "add", path: "/b", value: 3 }])).toBe(
    '[\n  {"a": 1},\n  {"a": 2, "b": 3}\n]\n',
  );
  expect(editText(text, { format: "json", index: 0 }, [{ op: "replace", path: "", value: { z: 0 } }])).toBe(
    '[\n  {"z": 0},\n  {"a": 2}\n]\n',
  );
  expect(() => editText(text, { format: "json", index: 2 }, [{ op: "remove", path: "/a" }])).toThrow(RangeError);
});

test("NDJSON: the edited line stays one line, the others stay as they are", () => {
  const text = '{"a":1}\r\n\r\n{ "a": 1, "b": {} }\r\n{"a":  1}';
  const edits: Edit[] = [{ op: "add", path: "/b/c", value: [{ d: 1 }] }];
  expect(editText(text, { format: "ndjson", index: 1 }, edits)).toBe(
    '{"a":1}\r\n\r\n{ "a": 1, "b": { "c": [{ "d": 1 }] } }\r\n{"a":  1}',
  );
  expect(editText(text, { format: "ndjson", index: 0 }, edits)).toBe(
    '{"a":1,"b":{"c":[{"d":1}]}}\r\n\r\n{ "a": 1, "b": {} }\r\n{"a":  1}',
  );
  expect(() => editText(text, { format: "ndjson", index: 3 }, edits)).toThrow(RangeError);
});

test("several edits become small, sorted changes of the original text", () => {
  const text = '{"a": 1, "erp": {"status": "x"}, "z": 9}';
  const edits: Edit[] = [
    { op: "replace", path: "/z", value: 10 },
    { op: "add", path: "/erp/id", value: 5 },
    { op: "replace", path: "/erp/id", value: 6 },
    { op: "replace", path: "/a", value: 2 },
  ];
  const changes = textEdits(text, { format: "json" }, edits);
  expect(changes).toEqual([
    { start: 6, end: 7, newText: "2" },
    { start: 30, end: 30, newText: ', "id": 6' },
    { start: 38, end: 39, newText: "10" },
  ]);
  expect(applyTextEdits(text, changes)).toBe('{"a": 2, "erp": {"status": "x", "id": 6}, "z": 10}');
  expect(textEdits(text, { format: "json" }, [])).toEqual([]);
});

test("what cannot be edited is refused", () => {
  expect(() => json('{"a": 1}', { op: "replace", path: "/b", value: 1 })).toThrow('"/b"');
  expect(() => json('{"a": 1, "a": 2}', { op: "replace", path: "/a", value: 3 })).toThrow(RangeError);
  expect(() => json('{"a": 1}', { op: "add", path: "/b", value: undefined })).toThrow(RangeError);
  expect(() => json('{"a": ', { op: "add", path: "/b", value: 1 })).toThrow(SyntaxError);
});

test("a __proto__ member is plain data", () => {
  const after = json(
    '{"a": 1}',
    { op: "add", path: "/__proto__/x", value: 1 },
    { op: "replace", path: "/a", value: 2 },
  );
  expect(after).toBe('{"a": 2, "__proto__": {"x": 1}}');
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});

test("a list may be as long as a text that is read", () => {
  const text = `{"status":"draft","list":[${"1,".repeat(150_000)}1]}`;
  expect(json(text, { op: "replace", path: "/status", value: "void" }) === text.replace("draft", "void")).toBe(true);
});

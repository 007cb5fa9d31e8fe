import { parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { openPccoFile } from "./open-pcco-file.ts";
import { surroundingsOf } from "./testing.ts";

describe("a text whose lines mislead is read as a whole", () => {
  test.each<[string, TextFormat, string]>([
    [
      "items of an inner list in the column of the outer",
      "json",
      '[\n  {"line_items": [\n  {"id": 1},\n  {"id": 2}\n  ]},\n  {"number": "2"}\n]',
    ],
    ["a part that repeats another", "yaml", "- &x\n  number: '1'\n- title: *x\n- number: '3'\n"],
    ["a list under a mark", "yaml", "!!seq\n- number: '1'\n- number: '2'\n"],
  ])("%s", (_, format, text) => {
    const file = openPccoFile("file:///a", format, text);
    const values = () => file.records.map((record) => record.document().value);
    const expected = () => parseText(file.text(), { format }).documents.map(({ value }) => value);
    expect(values()).toEqual(expected());
    expect(values()).not.toContain(undefined);
    // And is read in parts again once they no longer do.
    file.change([{ text: format === "json" ? '[\n  {"a": 1},\n  {"b": 2}\n]' : "- a: 1\n- b: 2\n" }], 2);
    expect(values()).toEqual([{ a: 1 }, { b: 2 }]);
    file.change([{ text }], 3);
    expect(values()).toEqual(expected());
  });

  test("a part that is no text makes the file none", () => {
    const list = Array.from({ length: 300 }, (_, number) => `  {"number": "${number}"}`);
    const file = openPccoFile("file:///a", "json", `[\n${list.join(",\n")}\n]`);
    expect(file.records).toHaveLength(300);
    const at = { line: 290, character: 14 };
    file.change([{ range: { start: at, end: at }, text: "\u0000" }], 2);
    expect(file.records.map((record) => record.document().problems.map(({ message }) => message))).toEqual([
      ["this looks like a binary file, not text"],
    ]);
  });

  test("but not for a name that only looks like a mark", () => {
    const file = openPccoFile("file:///a", "yaml", "- title: R&D\n- title: *important\n- number: '3'\n");
    expect(file.records.map((record) => record.document().value)).toEqual([
      { title: "R&D" },
      undefined,
      { number: "3" },
    ]);
  });
});

describe("whatever the text, nothing is thrown and every edit still works", () => {
  const deep = "[".repeat(100_000);
  test.each<[string, TextFormat, string]>([
    ["nothing", "json", ""],
    ["a binary file", "json", "\u0000\u0001PNG\u0000\n\u0002".repeat(50)],
    ["deep nesting in JSON", "json", deep],
    ["deep nesting in YAML", "yaml", deep],
    [
      "deep nesting in an item",
      "json",
      `[\n  {"a": 1},\n  {"b": ${"[".repeat(300)}${"]".repeat(300)}},\n  {"c": 1}\n]`,
    ],
    ["a text too long to read", "json", `[\n${" ".repeat(33 * 1024 * 1024)}]`],
    [
      "a bomb of aliases",
      "yaml",
      `a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n${Array.from("bcdefgh", (name, index) => `${name}: &${name} [${Array.from({ length: 10 }, () => `*${"abcdefg"[index]}`).join(", ")}]`).join("\n")}`,
    ],
    ["lone halves of characters", "json", '{"number": "\uD800", "\uDC00": 1}'],
  ])("%s", (_, format, text) => {
    const file = openPccoFile("file:///a", format, text, 1);
    const outcome = () => file.records.map((record) => record.verdict(surroundingsOf).outcome);
    const before = outcome();
    const start = { line: 0, character: 0 };
    file.change([{ range: { start, end: start }, text: " " }], 2);
    expect(outcome()).toEqual(before);
    file.change([{ text: format === "json" ? '{"number": "1"}' : "number: '1'" }], 9);
    expect(outcome()).toEqual(["blocked"]);
  });

  test("an item nested too deep spoils no other", () => {
    const text = `[\n  {"a": 1},\n  {"b": ${"[".repeat(300)}${"]".repeat(300)}},\n  {"c": 1}\n]`;
    expect(
      openPccoFile("file:///a", "json", text).records.map((record) => record.verdict(surroundingsOf).outcome),
    ).toEqual(["blocked", "unreadable", "blocked"]);
  });
});

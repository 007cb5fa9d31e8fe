import { describe, expect, test } from "vitest";
import type { PccoFile } from "../model.ts";
import { pccoFile } from "../testing.ts";
import { pccoFoldingRanges } from "./folding.ts";

/** Folds as `first-last`, lines counted from 0. */
function folds(file: PccoFile, limit?: number): string[] {
  return pccoFoldingRanges(file, limit).map(({ startLine, endLine, kind = "" }) => `${startLine}-${endLine}${kind}`);
}

const yaml = (text: string) => folds(pccoFile(text, "yaml"));
const json = (text: string) => folds(pccoFile(text, "json"));

describe("YAML", () => {
  test("mappings, lists and items", () => {
    expect(
      yaml("id: 1\nline_items:\n  - id: 1\n    amount: '1'\n  - id: 2\n    amount: '2'\nerp:\n  status: x\n"),
    ).toEqual(["1-5", "2-3", "4-5", "6-7"]);
  });

  test("dashes below the key they belong to", () => {
    expect(yaml("line_items:\n- id: 1\n  amount: '1'\n- id: 2\nid: 1\n")).toEqual(["0-3", "1-2"]);
  });

  test("the PCCOs of a list, without the empty lines between them", () => {
    expect(yaml("- id: 1\n  title: a\n\n- id: 2\n  title: b\n\n")).toEqual(["0-1", "3-4"]);
  });

  test("documents are apart", () => {
    expect(yaml("a:\n  b: 1\n---\na:\n  b: 1\n")).toEqual(["0-1", "3-4"]);
  });

  test("comments of several lines, and those at the end", () => {
    expect(yaml("# a\n# b\nid: 1\n# one\nerp:\n  x: 1\n# c\n# d")).toEqual(["0-1comment", "4-5", "6-7comment"]);
  });

  test("text blocks", () => {
    expect(yaml("description: |\n  a\n\n  b\nid: 1\n")).toEqual(["0-3"]);
  });
});

describe("JSON", () => {
  test("up to the line before the closing bracket", () => {
    expect(json('{\n  "line_items": [\n    {\n      "id": 1\n    }\n  ]\n}')).toEqual(["0-5", "1-4", "2-3"]);
  });

  test("brackets in texts are none", () => {
    expect(json('{\n  "a": "}{\\"]",\n  "b": 1\n}')).toEqual(["0-2"]);
  });

  test("half-typed text", () => {
    expect(json('{\n  "a": {\n    "b": 1\n  },\n  "c": "{\n')).toEqual(["1-2"]);
    expect(json("}\n}\n]")).toEqual([]);
  });
});

test("of too many, the outermost stay", () => {
  const file = pccoFile("- id: 1\n  erp:\n    x: 1\n- id: 2\n  erp:\n    x: 1\n", "yaml");
  expect(folds(file)).toEqual(["0-2", "1-2", "3-5", "4-5"]);
  expect(folds(file, 2)).toEqual(["0-2", "3-5"]);
  expect(folds(file, 0)).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { located, replacedText } from "./testing.ts";
import { yamlLocation } from "./yaml-location.ts";

const at = (marked: string, mark?: string) => located(marked, "yaml", mark);

/** In short: part and path, as `key line_items/0`. */
function spot(marked: string, mark?: string): string {
  const location = at(marked, mark);
  return location === undefined ? "nowhere" : `${location.part} ${location.path.join("/")}`.trim();
}

describe("keys", () => {
  test.each([
    ["sta|tus: draft\n", "key"],
    ["|status: draft\n", "key"],
    ["status|: draft\n", "key"],
    ['number: "1"\nsta|\n', "key"],
    ['sta|\nnumber: "1"\n', "key"],
    ['number: "1"\n|\n', "key"],
    ['number: "1"\n|', "key"],
    ["number: '1'\n\n|\n\nstatus: draft\n", "key"],
    ["erp:\n  sta|tus: synced\n", "key erp"],
    ["erp:\n  |\n  status: synced\n", "key erp"],
    ["erp:\n  status: synced\n  |\nnumber: '1'\n", "key erp"],
    ["erp:\n  status: synced\n|\nnumber: '1'\n", "key"],
    ["erp:\n|\n  status: synced\n", "key"],
    ["line_items:\n  - id: 1\n    am|\n", "key line_items/0"],
    ["line_items:\n  - id: 1\n    |\n", "key line_items/0"],
    ["line_items:\n  - id: 1\n  - id: 2\n    |\n", "key line_items/1"],
    ["line_items:\n  - am|\n    id: 1\n", "key line_items/0"],
    ["line_items:\n  - |\n    id: 1\n", "key line_items/0"],
    ["line_items:\n- id: 1\n  am|\n", "key line_items/0"],
    ["line_items:\n- id: 1\nsta|\n", "key"],
    ["line_items:\n- id: 1\n|\n", "key"],
    ["- id: 1\n- sta|\n  id: 2\n", "key 1"],
    ["- - a: 1\n    b|\n", "key 0/0"],
    ['"sta|tus": draft\n', "key"],
    ["'status'|: draft\n", "key"],
  ])("%j is %s", (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });

  test("know the other keys of their mapping, above and below, but not those of other mappings", () => {
    const marked = "id: 1\nerp:\n  status: x\n  |\n  revision: 1\nnumber: '1'\n";
    expect(at(marked)?.siblings).toEqual(["status", "revision"]);
    expect(at("id: 1\nsta|tus: x\nnumber: '1'\n")?.siblings).toEqual(["id", "number"]);
    expect(at("lines:\n  - id: 1\n    x: 2\n  - id: 2\n    |\n")?.siblings).toEqual(["id"]);
    expect(at("status: x\nsta|\n")?.siblings).toEqual(["status"]);
  });

  test("need a colon until they have one", () => {
    expect(at("sta|\n")?.needsColon).toBe(true);
    expect(at("sta|: x\n")?.needsColon).toBe(false);
    expect(at("sta|  : x\n")?.needsColon).toBe(false);
  });

  test("are replaced without their colon and value", () => {
    expect(replacedText("sta|tus: draft\n", "yaml")).toBe("status");
    expect(replacedText('"sta|tus": draft\n', "yaml")).toBe('"status"');
    expect(replacedText("id: 1\n  # no\nsta|\n", "yaml")).toBe("sta");
    expect(at("sta|tus: draft\n")).toMatchObject({ word: "status", prefix: "sta", quote: undefined });
    expect(at('"sta|tus": draft\n')).toMatchObject({ word: "status", prefix: "sta", quote: '"' });
  });

  test("say where their mapping is indented", () => {
    expect(at("line_items:\n    - id: 1\n      |\n")?.indent).toBe(6);
    expect(at("id: 1\n|\n")?.indent).toBe(0);
  });
});

describe("values", () => {
  test.each([
    ["status: |\n", "value status"],
    ["status: |", "value status"],
    ["status:|\n", "value status"],
    ["status: dra|ft\n", "value status"],
    ["status: |draft\n", "value status"],
    ["status: draft|\n", "value status"],
    ["status: 'dra|ft'\n", "value status"],
    ['status: "dra|\nnumber: "1"\n', "value status"],
    ["status: |  # a comment\n", "value status"],
    ["erp:\n  status: syn|\n", "value erp/status"],
    ["line_items:\n  - id: 1\n    amount: |\n", "value line_items/0/amount"],
    ["line_items:\n  - id: |\n  - id: 2\n", "value line_items/0/id"],
    ["- id: 1\n- status: |\n", "value 1/status"],
    ["title: A long tit|le of words\n", "value title"],
    ["status: &anchor dra|ft\n", "value status"],
    ["created_at: 2025-03-04T15:|\n", "value created_at"],
    ["id: 1\n---\nstatus: |\n", "value status"],
  ])("%j is %s", (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });

  test("are replaced as a whole, without comment", () => {
    expect(replacedText("status: dra|ft   # now\n", "yaml")).toBe("draft");
    expect(replacedText('status: "dra|ft"   # now\n', "yaml")).toBe('"draft"');
    expect(replacedText("title: Added lo|ading dock\r\nid: 1\r\n", "yaml")).toBe("Added loading dock");
    expect(replacedText("status: | draft\n", "yaml")).toBe(" draft");
    expect(replacedText("status: |\n", "yaml")).toBe("");
  });

  test("of a quote that is still open end with the line, not with the file", () => {
    expect(at('status: "dra|\nnumber: "1"\n')).toMatchObject({ word: "dra", prefix: "dra", quote: '"' });
    expect(replacedText('status: "dra|\nnumber: "1"\n', "yaml")).toBe('"dra');
    expect(at('a: "dra\nb: |\n')?.path).toEqual(["b"]);
  });

  test("need a space behind a colon that they touch", () => {
    expect(at("status:|\n")?.needsSpace).toBe(true);
    expect(at("status: |\n")?.needsSpace).toBe(false);
  });
});

describe("keys or values", () => {
  test.each([
    ["|", "either"],
    ["sta|", "either"],
    ["# comment\n|", "either"],
    ["line_items:\n  - |\n", "either line_items/0"],
    ["line_items:\n  -|\n", "either line_items/0"],
    ["line_items:\n  - id: 1\n  - |\n", "either line_items/1"],
    ["line_items:\n  - sta|\n", "either line_items/0"],
    ["erp:\n  |\n", "either erp"],
    ["erp:\n  |\nnumber: 1\n", "either erp"],
    ["status:\n  dra|\n", "either status"],
    ["-\n  |\n", "either 0"],
  ])("%j is %s", (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });

  test("an item knows the other items of its list", () => {
    expect(at("$expect:\n  - a-rule\n  - |\n  - b-rule\n")?.siblings).toEqual(["a-rule", "b-rule"]);
    expect(at("$expect:\n  - a-rule\n  - b|\n")?.siblings).toEqual(["a-rule"]);
  });

  test("a word at the dashes of a list lacks its own", () => {
    expect(at("lines:\n  - id: 1\n  |\n")).toMatchObject({ part: "either", path: ["lines", 1], isNewItem: true });
    expect(at("lines:\n  - id: 1\n  am|\n")).toMatchObject({ part: "either", path: ["lines", 1], isNewItem: true });
    expect(at("lines:\n  |\n  - id: 1\n")).toMatchObject({ part: "either", path: ["lines", 0], isNewItem: true });
    expect(at("lines:\n  - |\n")?.isNewItem).toBe(false);
  });

  test("a dash that is touched needs a space", () => {
    expect(at("lines:\n  -|\n")?.needsSpace).toBe(true);
    expect(at("lines:\n  - |\n")?.needsSpace).toBe(false);
  });
});

describe("brackets", () => {
  test.each([
    ["when: { | }\n", "key when"],
    ["when: { field: x, | }\n", "key when"],
    ["when: { field: x, eq| }\n", "key when"],
    ["when: { fi|eld: x }\n", "key when"],
    ["when: { field: | }\n", "value when/field"],
    ["when: { field: x| }\n", "value when/field"],
    ["when: { field: |, is: on }\n", "value when/field"],
    ["when: { field: sta|\n", "value when/field"],
    ["when: { field: x, |\nseverity: error\n", "key when"],
    ["when: {|}\n", "key when"],
    ["oneOf: [|]\n", "value oneOf/0"],
    ["oneOf: [a, |]\n", "value oneOf/1"],
    ["oneOf: [a, b|]\n", "value oneOf/1"],
    ["all: [{ field: x }, { | }]\n", "key all/1"],
    ["when:\n  { field: x,\n    | }\n", "key when"],
    ["when: { field: x\n  , is: |\n  }\n", "value when/is"],
    ["lines:\n  - { id: 1, am| }\n", "key lines/0"],
    ["lines:\n  - { id: 1 }\n  - { id: | }\n", "value lines/1/id"],
    ['{ "erp": { "status": "syn|" } }\n', "value erp/status"],
    ["when: { field: 'x|' }\n", "value when/field"],
    ["a: { url: https://x.test/y, b: | }\n", "value a/b"],
  ])("%j is %s", (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });

  test("are left when the next line says so, although they were never closed", () => {
    expect(spot("when: { field: x,\nseverity: |\n")).toBe("value severity");
    expect(spot("when: { field: x, \n|\nseverity: error\n")).toBe("key");
    expect(at("when: { field: x, |\nseverity: error\n")?.needsComma).toBe(false);
    expect(at("a:\n  when: { field: 'x|\n  b: 1\n")?.path).toEqual(["a", "when", "field"]);
  });

  test("know the other keys, and the other items", () => {
    expect(at("when: { field: x, |, is: on }\n")?.siblings).toEqual(["field", "is"]);
    expect(at("when: { field: x, i|s: on }\n")?.siblings).toEqual(["field"]);
    expect(at("oneOf: [a, |, b]\n")?.siblings).toEqual(["a", "b"]);
  });

  test("need commas between what stands in them", () => {
    expect(at("when: { | field: x }\n")?.needsComma).toBe(true);
    expect(at("when: { field: x, | }\n")?.needsComma).toBe(false);
    expect(at("when: { field: x,\n  |\n  is: on }\n")?.needsComma).toBe(true);
    expect(at("when: { field: x\n  | }\n")?.commaAt).toEqual({ line: 0, character: 16 });
    expect(at("when: { field: x, | }\n")?.commaAt).toBeUndefined();
  });

  test("replace a word up to the next sign", () => {
    expect(replacedText("when: { field: sta|tus, is: on }\n", "yaml")).toBe("status");
    expect(replacedText("when: { fi|eld: status }\n", "yaml")).toBe("field");
    expect(replacedText("when: { field: 'sta|, is: on }\n", "yaml")).toBe("'sta");
    expect(replacedText("when: { field: | status, is: on }\n", "yaml")).toBe(" status");
  });

  test("need a space behind a colon that they touch", () => {
    expect(at("when: { field:| }\n")?.needsSpace).toBe(true);
  });
});

describe("nowhere", () => {
  test.each([
    ["# comm|ent\n"],
    ["status: draft # comm|ent\n"],
    ['status: "draft" |\n'],
    ["erp: { } |\n"],
    ["erp: |{ }\n"],
    ["message: ^|\n  some ^text\n"],
    ["message: |\n  some ^text\nid: 1\n"],
    ["message: >-\n  some\n\n  ^\nid: 1\n"],
    ["message: >-\n  some\n^\n  text\nid: 1\n"],
    ["title: A long\n  tit^le\n"],
    ["status: draft\n  ^\n"],
    ["lines:\n  ^- id: 1\n"],
    ["--^-\na: 1\n"],
    ["id: 1\n"],
  ])("%j", (marked) => {
    const mark = marked.includes("^") ? "^" : "|";
    expect(marked.includes(mark) ? at(marked, mark) : yamlLocation(marked, { line: 7, character: 0 })).toBeUndefined();
  });

  test("but behind a text block, at its key's own column", () => {
    expect(spot("a:\n  message: |\n    text\n  ^\nid: 1\n", "^")).toBe("key a");
    expect(spot("message: |\n  te: xt\n  te: [ xt\nid: ^\n", "^")).toBe("value id");
  });
});

describe("line ends and lines", () => {
  test("CRLF and lone CR", () => {
    expect(at("id: 1\r\nerp:\r\n  sta|\r\n  revision: 1\r\n")).toMatchObject({ path: ["erp"], siblings: ["revision"] });
    expect(at("id: 1\rerp:\r  status: |\r")?.path).toEqual(["erp", "status"]);
    expect(replacedText("status: dra|ft\r\nid: 1\r\n", "yaml")).toBe("draft");
  });

  test("a record further down its file", () => {
    const found = yamlLocation("- id: 1\n  sta\n", { line: 101, character: 5 }, 100);
    const replace = { start: { line: 101, character: 2 }, end: { line: 101, character: 5 } };
    expect(found).toMatchObject({ part: "key", path: [0], prefix: "sta", replace });
  });

  test("a place outside of the text", () => {
    expect(yamlLocation("a: 1\n", { line: -1, character: 0 })).toBeUndefined();
    expect(yamlLocation("a: 1\n", { line: 0, character: 99 })?.path).toEqual(["a"]);
  });
});

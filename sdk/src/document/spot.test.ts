import { describe, expect, test } from "vitest";
import { parseText } from "./parse.ts";
import type { TextFormat } from "./text.ts";

/** What stands where the `|` is. */
function spotAt(marked: string, format: TextFormat) {
  const at = marked.indexOf("|");
  const before = marked.slice(0, at).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return parseText(marked.replace("|", ""), { format }).documents[0]?.spotAt(position);
}

describe("what stands at a position", () => {
  test("a key", () => {
    const spot = { path: ["status"], part: "key" };
    expect(spotAt('{ "number": "1", "sta|tus": "draft" }', "json")).toEqual(spot);
    expect(spotAt("number: '1'\nsta|tus: draft\n", "yaml")).toEqual(spot);
  });

  test("a value, also right behind its end", () => {
    const spot = { path: ["line_items", 1, "amount"], part: "value" };
    expect(spotAt('{ "line_items": [{}, { "amount": "1.0"| }] }', "json")).toEqual(spot);
    expect(spotAt('line_items:\n  - id: 1\n  - amount: "1.0"|\n', "yaml")).toEqual(spot);
  });

  test("between the fields, the mapping around them", () => {
    expect(spotAt('{ "erp": { | "status": "synced" } }', "json")).toEqual({ path: ["erp"], part: "value" });
  });

  test("an alias, not what it stands for", () => {
    expect(spotAt("a: &x { b: 1 }\nc: *|x\n", "yaml")).toEqual({ path: ["c"], part: "value" });
  });

  test("nothing outside of the document, and nothing in one that can't be read", () => {
    expect(spotAt("# comm|ent\na: 1\n", "yaml")).toBeUndefined();
    expect(spotAt('{ "a|": ', "json")).toBeUndefined();
  });
});

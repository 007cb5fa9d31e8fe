import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../document/json.ts";
import { type ListPlace, scanList } from "./scan-list.ts";

const beginning: ListPlace = { expected: "list", position: { line: 0, character: 0 } };

/** Scans a text that comes in pieces which end at these offsets, as a stream does. */
function scan(text: string, cuts: readonly number[] = []) {
  const bytes = Buffer.from(text);
  const ends = [...new Set([...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort((a, b) => a - b);
  const items: { readonly text: string; readonly position: object }[] = [];
  let place = beginning;
  let done = 0;
  let faultAt: object | undefined;
  for (const end of ends) {
    const piece = bytes.subarray(done, end);
    const found = scanList(piece, place);
    items.push(
      ...found.items.map((item) => ({ text: piece.toString("utf8", item.start, item.end), position: item.position })),
    );
    place = found.end;
    done += found.length;
    faultAt ??= found.faultAt;
  }
  return { items, place, left: bytes.subarray(done).toString(), faultAt };
}

const texts = (text: string) => scan(text).items.map((item) => item.text);

describe("the items of a list", () => {
  test.each([
    ["of nothing", "[]", []],
    ["of groups", '[{"a":1},{"b":[2,{}]}]', ['{"a":1}', '{"b":[2,{}]}']],
    ["of whatever else", '[1, "x" ,null,[],[[2]],-1e5]', ["1", '"x"', "null", "[]", "[[2]]", "-1e5"]],
    ["with signs in texts", '["[", "]\\"]", "{\\\\", {",":"}"}]', ['"["', '"]\\"]"', '"{\\\\"', '{",":"}"}']],
    ["with words that are none", "[{a}, tru, {]}]", ["{a}", "tru", "{]"]],
  ])("%s", (_what, text, items) => {
    expect(texts(text)).toEqual(items);
  });

  test("stand where a reader of the whole text finds them, whatever the line ends and wherever it is cut", () => {
    const space = fc.constantFrom("", " ", "\n", "\r\n", "\r", "\n\n\t");
    const value = fc.constantFrom('{"a": 1}', '{"é🙂":\n"x"}', '{"b":\r\n[1,\r2]}', '{"c":"\\"]"}', "{}");
    const list = fc
      .array(fc.tuple(space, value, space), { minLength: 1 })
      .map((items) => items.map((parts) => parts.join("")).join(","));
    fc.assert(
      fc.property(space, list, space, fc.array(fc.nat(80)), (before, inner, after, cuts) => {
        const text = `${before}[${inner}]${after}`;
        const documents = parseJson(text);
        const { items, place, left, faultAt } = scan(text, cuts);
        expect(items.map(({ position }) => position)).toEqual(documents.map((each) => each.valueRange([])?.start));
        expect(items.map((item) => JSON.parse(item.text))).toEqual(documents.map((each) => each.value));
        expect({ expected: place.expected, left: left.trim(), faultAt }).toEqual({
          expected: "nothing",
          left: "",
          faultAt: undefined,
        });
      }),
    );
  });
});

describe("what is no list", () => {
  test.each([
    ["a comma too many", "[{},\n ,{}]", { line: 1, character: 1 }],
    ["a comma at the end", "[{},]", { line: 0, character: 4 }],
    ["a comma at the beginning", "[,{}]", { line: 0, character: 1 }],
    ["no comma", "[{}\n{}]", { line: 1, character: 0 }],
    ["a bracket that closes another", "[{}}", { line: 0, character: 3 }],
    ["something behind it", "[{}]\n\n x", { line: 2, character: 1 }],
    ["no list at all", " {}", { line: 0, character: 1 }],
  ])("%s", (_what, text, faultAt) => {
    expect(scan(text).faultAt).toEqual(faultAt);
  });

  test("an item that does not end is left over", () => {
    for (const item of ['{"a":1', '"x', "12", '{"a":"x\\"}]', "[["]) {
      const { items, left, faultAt } = scan(`[{},${item}`);
      expect({ items: items.length, left, faultAt }).toEqual({ items: 1, left: item, faultAt: undefined });
    }
  });
});

import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { placedReading } from "./json-find.ts";
import { startsWhenOnce } from "./json-once.ts";
import { placesInJson } from "./json-places.ts";
import { locate } from "./places.ts";
import type { Path } from "./pointer.ts";
import { fatal } from "./reading.ts";
import { isKeyed, isList } from "./value.ts";

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (!isKeyed(value)) return;
  for (const [key, part] of Object.entries(value)) yield* pathsIn(part, [...path, isList(value) ? Number(key) : key]);
}

/** Finds what stands at each path, which must be what the walk through the text finds. */
function findAll(text: string, paths: readonly Path[] = [...pathsIn(JSON.parse(text))]): void {
  const root = placesInJson(text, 0);
  const value: unknown = JSON.parse(text);
  for (const starts of [startsWhenOnce(text, value), []]) {
    const places = placedReading(text, value, 0, [], starts);
    for (const path of paths) {
      const place = locate(root, path)?.place;
      const found = places.find(path);
      const shown = found && { start: found.start, end: found.end, key: found.key };
      const expected = place && { start: place.start, end: place.end, key: place.key };
      expect(shown, `${text} ${path.join("/")}`).toEqual(expected);
    }
  }
}

const line = { id: 1, cost_code: { full_code: "05", origin_id: "id" }, amount: "8.00" };
const pcco = { id: 7, title: 'a "id": b', line_items: [line, { ...line, id: 2 }], erp: { status: "status", id: null } };

describe("every value is found where the walk through the text finds it", () => {
  test.each([
    ["compact", JSON.stringify(pcco)],
    ["indented", JSON.stringify(pcco, undefined, 2)],
    ["a list", JSON.stringify([pcco, pcco, pcco], undefined, "\t")],
    ["with spaces and line ends where they are allowed", JSON.stringify([pcco]).replace(/(?<!\\)":/g, '"\r\n : \t')],
    ["keys like those of all objects", '{"a":{"constructor":1},"__proto__":{"a":{"__proto__":2}},"constructor":3}'],
    ["the empty key", '{"a":"","b":{"":""},"":1}'],
    ["texts that look like keys", String.raw`{"a":"\"b\":","x":"\\","y":"\\\"b\":","c":{"b":"b"},"b":{"b":1}}`],
    ["letters beyond ASCII", '{"título":{"é":"título"},"é":"🙂"}'],
    ["items that are no groups", '[1, [{"a":2}], "x", {"b":3}, {}, [], {"c":[{"d":4}]}]'],
    ["keys that may be numbers", '[{"b":1, "1":2}, {"1":{"a":2}, "b":3, "0":4}]'],
    ["keys written with escapes", String.raw`[{"\u0061":{"\"":1, "\\":2}}, {"\\\"" : 3}, {"{\"" : 4}]`],
  ])("%s", (_what, text) => {
    findAll(text);
  });
});

test.each([
  ["what is not there", '{"a":1}', ["b"]],
  ["what all objects have", '{"a":1}', ["constructor"]],
  ["an item behind the end of a list", '[{"a":1}]', [1]],
  ["an item before its beginning", '[{"a":1}]', [-1]],
  ["a key of a list", '{"a":[]}', ["a", "length"]],
  ["an item of a group", '{"0":1}', [0]],
  ["a part of a text", '{"a":"b"}', ["a", 0]],
])("nothing is found of %s", (_what, text, path) => {
  findAll(text, [path]);
  expect(placedReading(text, JSON.parse(text), 0, [], []).find(path)).toBeUndefined();
});

test("of a key given twice the last one is found", () => {
  const text = '{"a":{"b":1},"a":2,"b":3}';
  expect(
    placedReading(text, JSON.parse(text), 0, [fatal("document/duplicate-key", "the key a is given twice", 0, 1)]).find([
      "a",
    ]),
  ).toMatchObject({ start: 17, end: 18 });
});

test("the same is found before and after all places were asked for", () => {
  const places = placedReading('{"a":1}', { a: 1 }, 0, [], []);
  expect(places.find(["a"])).toMatchObject({ start: 5, end: 6 });
  expect(locate(places.root(), ["a"])?.place).toMatchObject({ start: 5, end: 6 });
  expect(places.find(["a"])).toMatchObject({ start: 5, end: 6 });
});

describe("however often, each part of a large text is looked at a few times", () => {
  const count = 300;
  const rows = Array.from({ length: count }, (_, id) => ({ id, amount: "8.00", of: { markups: id, [`k${id}`]: id } }));
  const keys = Object.fromEntries(rows.map(({ id }) => [`k${id}`, { amount: id, k9: id }]));
  const names = Object.keys(keys);
  const rowPaths = rows.map((_, row) => [row, "amount"]);

  test.each<readonly [string, unknown, readonly Path[]]>([
    ["the items of a list", rows, rowPaths],
    ["the items of a list, backwards", rows, rowPaths.toReversed()],
    ["behind a long list", { lines: rows, markups: rows }, rowPaths.map((path) => ["markups", ...path])],
    ["the fields of an object that has many", { id: 1, keys }, names.map((key) => ["keys", key, "amount"])],
    ["the same, backwards", { id: 1, keys }, names.toReversed().map((key) => ["keys", key, "amount"])],
    ["what is not there", { rows, keys }, rows.map((_, row) => ["rows", row, "total"])],
  ])("%s", (_what, value, paths) => {
    const text = JSON.stringify(value, undefined, 1);
    const root = placesInJson(text, 0);
    for (const starts of [startsWhenOnce(text, value), []]) {
      const places = placedReading(text, value, 0, [], starts);
      const looks = vi.spyOn(String.prototype, "charCodeAt");
      const found = paths.map((path) => places.find(path)?.end);
      const times = looks.mock.calls.length;
      looks.mockRestore();
      expect(found).toEqual(paths.map((path) => locate(root, path)?.place.end));
      expect(times).toBeLessThan(3 * text.length);
    }
  });
});

test("of a long list no more is walked through than the items asked of", () => {
  const text = JSON.stringify(
    Array.from({ length: 300 }, () => ({ ...pcco, title: "Canopy" })),
    undefined,
    2,
  );
  const value: unknown = JSON.parse(text);
  const places = placedReading(text, value, 0, [], startsWhenOnce(text, value));
  const looks = vi.spyOn(String.prototype, "charCodeAt");
  const found = places.find([290, "erp", "status"]);
  const times = looks.mock.calls.length;
  looks.mockRestore();
  expect(text.slice(found?.start, found?.end)).toBe('"status"');
  expect(times).toBeLessThan(1000);
});

test("what is not there is not looked for", () => {
  const value = Object.fromEntries(Array.from({ length: 300 }, (_, key) => [`k${key}`, key]));
  const places = placedReading(JSON.stringify(value), value, 0, [], []);
  const looks = vi.spyOn(String.prototype, "charCodeAt");
  const found = places.find(["none"]);
  const times = looks.mock.calls.length;
  looks.mockRestore();
  expect(found).toBeUndefined();
  expect(times).toBe(0);
});

test("any text, any order: what is found is what the walk finds", () => {
  const word = fc.oneof(
    { arbitrary: fc.constantFrom("a", "b", "ab", "", '"a"', '"a":', "\\", 'a"', "\\a", "a:", "{", "}"), weight: 60 },
    fc.constantFrom(":", ",", " ", "1", "2b", "é", "\u2028", "\uD83D", "\n", "/", "__proto__", "toString"),
  );
  const name = fc.oneof({ arbitrary: fc.constantFrom("a", "b", "ab", ""), weight: 20 }, word);
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
      fc.dictionary(name, tie("value"), { maxKeys: 4 }),
      fc.array(fc.dictionary(name, tie("value"), { minKeys: 1, maxKeys: 3 }), { maxLength: 4 }),
      fc.array(tie("value"), { maxLength: 3 }),
    ),
  }));
  const layout = fc.constantFrom(undefined, 1, "\t");
  const order = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });
  let known = 0;
  fc.assert(
    fc.property(value, layout, fc.constantFrom("", " ", "\r\n"), order, (value, indent, space, picks) => {
      const text = space + JSON.stringify(value, undefined, indent) + space;
      const paths = [...pathsIn(JSON.parse(text))];
      findAll(
        text,
        picks.flatMap((pick) => paths.slice(pick % (paths.length + 1))),
      );
      known += startsWhenOnce(text, JSON.parse(text))?.filter((start) => start >= 0).length ?? 0;
    }),
    { numRuns: 3000 },
  );
  expect(known).toBeGreaterThan(1000);
});

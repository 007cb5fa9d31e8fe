import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonPlaces } from "./json-find.ts";
import { placesInJson } from "./json-places.ts";
import { locate } from "./places.ts";
import type { Path } from "./pointer.ts";
import { isKeyed, isList } from "./value.ts";

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (!isKeyed(value)) return;
  for (const [key, part] of Object.entries(value)) yield* pathsIn(part, [...path, isList(value) ? Number(key) : key]);
}

/** What is found at each path, which must be what the walk through the text finds; paths that need the walk. */
function unsureIn(text: string, paths: readonly Path[] = [...pathsIn(JSON.parse(text))]): readonly Path[] {
  const root = placesInJson(text, 0);
  const places = new JsonPlaces(text, 0, JSON.parse(text), true);
  return paths.filter((path) => {
    const found = places.find(path);
    if (found === undefined) return true;
    const place = locate(root, path)?.place;
    const expected = { start: place?.start, end: place?.end, key: place?.key };
    expect({ start: found.start, end: found.end, key: found.key }, `${text} ${path.join("/")}`).toEqual(expected);
    return false;
  });
}

const line = { id: 1, cost_code: { full_code: "05", origin_id: "id" }, amount: "8.00" };
const pcco = { id: 7, title: 'a "id": b', line_items: [line, { ...line, id: 2 }], erp: { status: "status", id: null } };

describe("in a text as programs write it every value is found by itself", () => {
  test.each([
    ["compact", JSON.stringify(pcco)],
    ["indented", JSON.stringify(pcco, undefined, 2)],
    ["a list", JSON.stringify([pcco, pcco, pcco], undefined, "\t")],
    ["with spaces and line ends where they are allowed", JSON.stringify(pcco).replace(/(?<!\\)":/g, '"\r\n : \t')],
    ["keys like those of all objects", '{"a":{"constructor":1},"__proto__":{"a":{"__proto__":2}},"constructor":3}'],
    ["the empty key", '{"a":"","b":{"":""},"":1}'],
    ["texts that look like keys", String.raw`{"a":"\"b\":","x":"\\","y":"\\\"b\":","c":{"b":"b"},"b":{"b":1}}`],
    ["letters beyond ASCII", '{"título":{"é":"título"},"é":"🙂"}'],
  ])("%s", (_what, text) => {
    expect(unsureIn(text)).toEqual([]);
  });
});

describe("the walk through the text is needed", () => {
  test.each([
    ["for the whole", '{"a":1}', []],
    ["for what is not there", '{"a":1}', ["b"]],
    ["behind the end of a list", '[{"a":1}]', [1]],
    ["for a key of a list", '{"a":[]}', ["a", "length"]],
    ["for an item of a group", '{"0":1}', [0]],
    ["for items that are no groups", '{"a":[1,{"b":2}]}', ["a", 1, "b"]],
    ["for items without keys", '[{},{"a":1}]', [1]],
    ["behind a key that may be a number", '{"b":{"a":1},"1":{"a":2},"a":3}', ["a"]],
    ["for items that begin with a number", '[{"b":1,"1":2}]', [0]],
    ["when a key may be written with escapes", '{"x":{"\\u0061":1},"a":2}', ["a"]],
    ["for a key that begins as what may stand behind a text", '{"x":{"a":":"},":":1}', [":"]],
    ["for a key that can be written in two ways", '{"x":{"a\\/b":1},"a/b":2}', ["a/b"]],
  ])("%s", (_what, text, path) => {
    expect(unsureIn(text, [path])).toEqual([path]);
  });

  test("when a key is given twice", () => {
    const text = '{"a":{"b":1},"a":2,"b":3}';
    expect(new JsonPlaces(text, 0, JSON.parse(text), false).find(["b"])).toBeUndefined();
  });

  test("no more once it was made", () => {
    const places = new JsonPlaces('{"a":1}', 0, { a: 1 }, true);
    expect(places.find(["a"])).toMatchObject({ start: 5, end: 6 });
    expect(locate(places.root(), ["a"])?.place).toMatchObject({ start: 5, end: 6 });
    expect(places.find(["a"])).toBeUndefined();
  });
});

describe("however often, each part of a large text is looked at a few times", () => {
  const count = 3000;
  const rows = Array.from({ length: count }, (_, id) => ({ id, amount: "8.00", of: { markups: id, [`k${id}`]: id } }));
  const keys = Object.fromEntries(rows.map(({ id }) => [`k${id}`, { amount: id, k9: id }]));

  /** The same list or object, which counts what is read of it. */
  function counted<T extends object>(value: T) {
    let reads = 0;
    const seen = new Proxy(value, {
      get(target, key, self) {
        reads++;
        return Reflect.get(target, key, self);
      },
    });
    return { seen, reads: () => reads };
  }

  /** Finds places, which must be those of the walk. */
  function findAll(value: object, seen: object, paths: readonly Path[]): void {
    const text = JSON.stringify(value, undefined, 1);
    const root = placesInJson(text, 0);
    const places = new JsonPlaces(text, 0, seen, true);
    for (const path of paths) {
      const [found, place] = [places.find(path), locate(root, path)?.place];
      if (found?.start !== place?.start || found?.end !== place?.end) expect.fail(`${path.join("/")} stands elsewhere`);
      if (found?.key?.start !== place?.key?.start) expect.fail(`the key of ${path.join("/")} stands elsewhere`);
    }
  }

  test("what stands behind a long list", () => {
    const { seen, reads } = counted(rows);
    const paths = rows.map((_, row) => ["markups", row, "amount"]);
    findAll({ lines: rows, markups: rows, total: 1 }, { lines: seen, markups: rows, total: 1 }, [...paths, ["total"]]);
    expect(reads()).toBeLessThan(20 * count);
  });

  test.each([
    ["in their order", Object.keys(keys)],
    ["in none", Object.keys(keys).toReversed()],
  ])("the fields of an object that has many, %s", (_what, names) => {
    const { seen, reads } = counted(keys);
    const paths = names.map((name) => ["keys", name, "amount"]);
    findAll({ id: 1, keys }, { id: 1, keys: seen }, paths);
    expect(reads()).toBeLessThan(20 * count);
  });
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
  let [found, all] = [0, 0];
  fc.assert(
    fc.property(value, layout, fc.constantFrom("", " ", "\r\n"), order, (value, indent, space, picks) => {
      const text = space + JSON.stringify(value, undefined, indent) + space;
      const paths = [...pathsIn(JSON.parse(text))];
      const picked = picks.flatMap((pick) => paths.slice(pick % (paths.length + 1)));
      all += picked.length;
      found += picked.length - unsureIn(text, picked).length;
    }),
    { numRuns: 3000 },
  );
  expect(found / all).toBeGreaterThan(0.2);
});

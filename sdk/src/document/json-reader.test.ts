import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readJson } from "./json.ts";
import { ShapeLibrary } from "./json-known.ts";
import { mapList } from "./json-list.ts";
import { ShapeReader } from "./json-reader.ts";
import { MAX_DEPTH, MAX_NODES } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import type { Path } from "./pointer.ts";
import { documentsOf } from "./reading.ts";
import type { TextDocument } from "./text.ts";
import { isKeyed, isList } from "./value.ts";

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (!isKeyed(value)) return;
  for (const [key, part] of Object.entries(value)) yield* pathsIn(part, [...path, isList(value) ? Number(key) : key]);
}

/** All that a document tells. */
function toldBy(document: TextDocument): unknown {
  const { index, value, problems } = document;
  const places = [...pathsIn(value)].map((path) => [
    path,
    document.valueRange(path),
    document.keyRange(path),
    document.sourceOf(path),
  ]);
  const spots = [0, 1, 2, 5, 9].flatMap((line) => [0, 3, 9].map((character) => document.spotAt({ line, character })));
  return { index, value, json: JSON.stringify(value), problems, places, spots };
}

/** What `JSON.parse` and walks through the whole text make of it. */
function plainly(text: string): unknown[] {
  const source = { text, lines: new LineIndex(text) };
  return documentsOf(source, readJson(source, "this file"), 0, "this file").map(toldBy);
}

function byShape(text: string, library: ShapeLibrary): unknown[] | undefined {
  return mapList({ text, lines: new LineIndex(text) }, toldBy, library);
}

/** A library that knows the shapes in a text, which has to be a list. */
function taught(...texts: readonly string[]): ShapeLibrary {
  const library = new ShapeLibrary();
  for (const text of [...texts, ...texts, ...texts]) mapList({ text, lines: new LineIndex(text) }, () => 1, library);
  return library;
}

const line = (id: number) => ({ id, cost_code: { full_code: "05", origin_id: null }, amount: "8.00", isNew: true });
const pcco = (id: number) => ({ id, title: "Canopy", line_items: [line(1), line(2)], erp: { status: "x" }, tags: [] });
const list = [pcco(1), pcco(2), pcco(3)];

const layouts: readonly (readonly [string, (value: unknown) => string])[] = [
  ["compact", (value) => JSON.stringify(value)],
  ["indented", (value) => JSON.stringify(value, undefined, 2)],
  ["with tabs and CRLF", (value) => JSON.stringify(value, undefined, "\t").replaceAll("\n", "\r\n")],
];

describe.each(layouts)("%s", (_what, write) => {
  test("groups of a known shape need no JSON.parse, neither in a list nor by themselves", () => {
    const library = taught(write(list));
    const single = new ShapeLibrary();
    for (let time = 0; time < 2; time++) single.of("").missed(write(list[0]), list[0] ?? {});
    for (let time = 0; time < 3; time++) new ShapeReader(write(list[0]), single).wholeGroup(MAX_DEPTH);
    const other = list.map((each) => ({ ...each, id: -7.5e2, title: null, erp: { status: "" } }));
    const parse = vi.spyOn(JSON, "parse");
    const values = mapList({ text: write(other), lines: new LineIndex("") }, ({ value }) => value, library);
    const value = new ShapeReader(write(list[1]), single).wholeGroup(MAX_DEPTH);
    // An empty list has no shape.
    const texts = parse.mock.calls.map(([text]) => text).filter((text) => text !== "[]");
    parse.mockRestore();
    expect(texts).toEqual([]);
    expect(values).toEqual(other);
    expect(value).toEqual(list[1]);
  });

  test("whatever is said of the documents is what is said of them otherwise", () => {
    const text = write(list);
    expect(byShape(text, taught(text))).toEqual(plainly(text));
    expect(byShape(text, taught(write([{ id: 1 }, { id: 2 }])))).toEqual(plainly(text));
  });
});

test("of a long list only the items that are asked of are walked through", () => {
  const text = JSON.stringify(
    Array.from({ length: 300 }, (_, id) => pcco(id)),
    undefined,
    2,
  );
  const documents = mapList({ text, lines: new LineIndex(text) }, (document) => document, taught(text));
  const looks = vi.spyOn(String.prototype, "charCodeAt");
  const range = documents?.[290]?.valueRange(["erp", "status"]);
  const times = looks.mock.calls.length;
  looks.mockRestore();
  expect(range?.start).toEqual({ line: 1 + 290 * 28 + 24, character: 16 });
  expect(times).toBeLessThan(1000);
});

const text = JSON.stringify(list, undefined, 2);

test.each([
  ["a byte order mark", `\uFEFF${text}`],
  ["nothing", ""],
  ["an empty list", "[]"],
  ["a group", JSON.stringify(pcco(1))],
  ["no end", text.slice(0, -1)],
  ["a second end", `${text}]`],
  ["a comma behind the last item", text.replace(/\n\]$/, ",\n]")],
  ["a comma behind the last item of a list inside", text.replace("\n    ],", ",\n    ],")],
  ["no comma between items", text.replace("\n  },", "\n  }")],
  ["an item that is no group", text.replace(/\n\]$/, ", 1\n]")],
  ["a lone carriage return between items", text.replace("\n  },\n", "\n  },\r")],
  ["a lone carriage return in a group", text.replace('"id": 1,\n', '"id": 1,\r')],
  ["a lone carriage return at the end", `${text}\r`],
  ["a no-break space", text.replace('"id": 1,\n', '"id": 1,\u00a0\n')],
  ["a raw line end in a text", text.replace("Canopy", "Can\nopy")],
  ["a raw tab in a text", text.replace("Canopy", "Can\topy")],
  ["bytes that are no text", text.replace("Canopy", "Can\uFFFDopy")],
  ["a number with a zero before", text.replace('"id": 2', '"id": 02')],
  ["a number without a digit behind its point", text.replace('"id": 2', '"id": 2.')],
  ["a word of another language", text.replace("null", "None")],
  ["a key given twice", text.replace('"id": 2,', '"id": 2, "id": 3,')],
  ["a key given twice, once with an escape", text.replace('"id": 2,', '"id": 2, "\\u0069d": 3,')],
  ["a key given twice in a line", text.replace('"amount"', '"id": 7, "amount"')],
  ["too deep a list", text.replace('"x"', "[".repeat(MAX_DEPTH - 2) + "]".repeat(MAX_DEPTH - 2))],
])("left to others: %s", (_what, faulty) => {
  expect(byShape(faulty, taught(text))).toBeUndefined();
});

test.each([
  ["escapes", text.replace("Canopy", 'a \\"b\\" \\u00e9 \\\\')],
  ["letters beyond ASCII, line separators and half a character", text.replace("Canopy", "é 🙂 \u2028 \\ud83d \uD83D")],
  ["keys of all objects", JSON.stringify(list).replaceAll('"title"', '"__proto__"')],
  ["keys that are numbers", JSON.stringify(list, undefined, 1).replaceAll('"title"', '"7"')],
  ["a level less than too deep", text.replace('"x"', "[".repeat(MAX_DEPTH - 3) + "]".repeat(MAX_DEPTH - 3))],
  ["numbers of every kind", JSON.stringify([-0, 1e21, 1e-7, 0.1, -12, 2 ** 53].map(pcco))],
  [
    "a number that is written as minus zero, and one too large",
    JSON.stringify(list).replace("1", "-0").replace("2", "1e999"),
  ],
])("read all the same: %s", (_what, odd) => {
  const documents = byShape(odd, taught(text, odd));
  expect(documents).toBeDefined();
  expect(documents).toEqual(plainly(odd));
});

test("a group with a lone carriage return, which is a document of its own elsewhere, is no shape for lists", () => {
  const group = '{"id":1,\r"number":"001"}';
  const library = new ShapeLibrary();
  for (let time = 0; time < 3; time++) library.of("").missed(group, JSON.parse(group));
  expect(byShape(`[${group}]`, library)).toBeUndefined();
});

test.each([
  ["in groups of a known shape", '{"a":[{"b":1}]}', 4],
  ["in lists of other things", '{"a":[[1],2]}', 5],
])("one value more than a text may have is left to others: %s", (_what, item, values) => {
  const items = (count: number): string => `[${Array(count).fill(item).join()}]`;
  const most = Math.floor((MAX_NODES - 1) / values);
  const library = taught(items(4));
  const count = (text: string): number | undefined =>
    mapList({ text, lines: new LineIndex(text) }, () => 1, library)?.length;
  expect(count(items(most))).toBe(most);
  expect(count(items(most + 1))).toBeUndefined();
});

test.each([
  ["lists", "[{}]", "[[{}]]"],
  ["groups", '{"a":{"b":1}}', '{"a":{"b":{"c":1}}}'],
])("what is nested too deep, by %s in groups of a known shape, is left to others", (_what, most, more) => {
  const nest = (levels: number, inner: string): string => `${'[{"x":'.repeat(levels)}${inner}${"}]".repeat(levels)}`;
  const library = taught(...[most, more].flatMap((inner) => [nest(4, inner), nest(5, inner)]));
  const levels = MAX_DEPTH / 2 - 1;
  expect(byShape(nest(levels, most), library)).toEqual(plainly(nest(levels, most)));
  expect(byShape(nest(levels, more), library)).toBeUndefined();
});

test("groups none of which is like another are left to others", () => {
  const odd = Array.from({ length: 300 }, (_, id) => ({ [`key ${id}`]: id, [`and ${id % 7}`]: "x" }));
  expect(byShape(JSON.stringify(odd), new ShapeLibrary())).toBeUndefined();
});

test("lists in lists, whose ends decide of many shapes, take no longer than their length", () => {
  const nest = (depth: number, end: string): unknown =>
    depth === 0 ? { [end]: 1 } : { x: [nest(depth - 1, end)], y: [{ id: 1 }], [end]: 1 };
  const ends = [..."abcdefg"];
  const library = taught(...ends.map((end) => JSON.stringify([nest(3, end), nest(3, end), nest(3, end)])));
  const deep = JSON.stringify([nest(30, "g")]);
  const exec = vi.spyOn(RegExp.prototype, "exec");
  const documents = mapList({ text: deep, lines: new LineIndex(deep) }, ({ value }) => value, library);
  const times = exec.mock.calls.length;
  exec.mockRestore();
  expect(documents).toEqual(JSON.parse(deep));
  expect(times).toBeLessThan(5000);
});

describe("any text: what is read by shape is what is read plainly", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "",
      "a",
      "8.00",
      '"',
      "\\",
      "\n",
      "{",
      "[",
      ": ",
      "null",
      "é",
      "\u2028",
      "🙂",
      "\uD83D",
      "__proto__",
    ),
    fc.string({ maxLength: 5 }),
  );
  const scalar = fc.oneof(
    word,
    word,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.oneof({ arbitrary: fc.constantFrom("id", "lines", "of", "amount"), weight: 9 }, word);
  const { group } = fc.letrec<{ group: object; value: unknown }>((tie) => ({
    group: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar,
      fc.array(tie("group"), { maxLength: 3 }),
      tie("group"),
      fc.array(scalar, { maxLength: 2 }),
    ),
  }));
  const groups = fc
    .tuple(
      fc.array(group, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      fc.array(scalar, { minLength: 1, maxLength: 5 }),
    )
    .map(([bases, picks, scalars]) => {
      let next = 0;
      const other = (value: unknown): unknown => {
        if (isList(value)) return value.map(other);
        if (isKeyed(value)) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, other(part)]));
        return next++ % 3 === 0 ? value : scalars[next % scalars.length];
      };
      return picks.map((pick) => other(bases[pick % bases.length]));
    });
  const written = fc
    .tuple(
      groups,
      fc.constantFrom(undefined, 1, "\t"),
      fc.constantFrom("\n", "\n", "\r\n"),
      fc.constantFrom("", " ", "\n"),
    )
    .map(
      ([value, indent, end, space]) => space + JSON.stringify(value, undefined, indent).replaceAll("\n", end) + space,
    );
  const scrap = fc.oneof(
    fc.constantFrom(
      ...'[ ] { } , : " \\ \r \n 0 - . e'.split(" "),
      " ",
      '"id": 1,',
      ',"\\u0069d":2',
      '"id":1,"id":2,',
      "\u00a0",
      "\uFFFD",
      "\t",
    ),
    word,
  );

  test("as it was printed", () => {
    let read = 0;
    fc.assert(
      fc.property(written, (text) => {
        const documents = byShape(text, taught(text));
        if (documents === undefined) return;
        read++;
        expect(documents).toEqual(plainly(text));
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(250);
  });

  test("with something in it changed", () => {
    let read = 0;
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(3), scrap, (text, place, cut, scrap) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + scrap + text.slice(at + cut);
        const documents = byShape(changed, taught(text));
        if (documents === undefined) return;
        read++;
        expect(documents).toEqual(plainly(changed));
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(80);
  });
});

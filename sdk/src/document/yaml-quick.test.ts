import { describe, expect, test } from "vitest";
import { MAX_DEPTH, MAX_TEXT_LENGTH, MAX_YAML_PIECES } from "./limits.ts";
import { lineStarts } from "./lines.ts";
import type { Path } from "./pointer.ts";
import type { Range } from "./text.ts";
import { parseYaml, parseYamlByLibrary } from "./yaml.ts";
import { parseQuickYaml } from "./yaml-quick.ts";

function values(text: string): unknown {
  return parseQuickYaml(text)?.map(({ value }) => value);
}

function slice(text: string, range: Range | undefined): string | undefined {
  if (range === undefined) return undefined;
  const starts = lineStarts(text);
  const offset = ({ line, character }: Range["start"]) => (starts[line] ?? 0) + character;
  return text.slice(offset(range.start), offset(range.end));
}

describe("the usual YAML is read", () => {
  test.each<[string, string, unknown[]]>([
    [
      "fields",
      'id: 3307\nnumber: "004"\ntitle: Canopy steel  # shown\n',
      [{ id: 3307, number: "004", title: "Canopy steel" }],
    ],
    ["fields in fields", "a:\n   b:\n     c: 1\n   d: 2\ne: 3", [{ a: { b: { c: 1 }, d: 2 }, e: 3 }]],
    ["a list further in than its key", "a:\n  - 1\n  - b: 2\n    c: 3\nd: 4", [{ a: [1, { b: 2, c: 3 }], d: 4 }]],
    ["a list in the column of its key", "a:\n- 1\n-   b: 2\n    c: 3\nd: 4", [{ a: [1, { b: 2, c: 3 }], d: 4 }]],
    [
      "lists in lists, and items that begin below their dash",
      "a:\n- - 1\n  - 2\n-\n  b: 3",
      [{ a: [[1, 2], { b: 3 }] }],
    ],
    ["values that are not written", "a:\nb: # none\nc:\n  -\n  - 1\n", [{ a: null, b: null, c: [null, 1] }]],
    [
      "brackets on one line",
      'a: { b: [1, {c: d e}], "f":2, g: [] }\nh: {}',
      [{ a: { b: [1, { c: "d e" }], f: 2, g: [] }, h: {} }],
    ],
    [
      "quotes",
      "'it''s': 'say \"x\"'\nb: \"it's \\\"x\\\"\\n\\u00e9\\\\\"",
      [{ "it's": 'say "x"', b: 'it\'s "x"\né\\' }],
    ],
    ["signs inside plain text", "a: b:c #d e#f -g, [h] {i}\nb: -x\n-c: \\d", [{ a: "b:c", b: "-x", "-c": "\\d" }]],
    [
      "texts of several lines",
      "a: |\n  one\n    two\n\nb: >- # c\n  x\n  y\n\n  z\nc:\n- |-\n q",
      [{ a: "one\n  two\n", b: "x y\nz", c: ["q"] }],
    ],
    [
      "comments and blank lines anywhere",
      "# a\n\na: 1\n    # deep\n  \nb:\n# left\n  - x #y\n\n # z\n",
      [{ a: 1, b: ["x"] }],
    ],
    ["CRLF", "a:\r\n  - b: c\r\n\r\n  - 'd'\r\ne: |\r\n  f\r\n  g\r\n", [{ a: [{ b: "c" }, "d"], e: "f\ng\n" }]],
    ["a byte order mark", "\uFEFFa: 1\nb: 2", [{ a: 1, b: 2 }]],
    ["a list of documents", "- a: 1\n- b: 2\n", [{ a: 1 }, { b: 2 }]],
    [
      "a stream of documents, the empty ones left out",
      "---\n# none\n---\na: 1\n--- # next\n- b: 2\n- c: 3\n---\n",
      [{ a: 1 }, { b: 2 }, { c: 3 }],
    ],
  ])("%s", (_name, text, expected) => {
    expect(values(text)).toStrictEqual(expected);
    expect(parseYaml(text).map(({ index }) => index)).toEqual(expected.map((_, index) => index));
  });

  test("plain words and numbers are of the types of the core schema", () => {
    const words =
      "~ null Null NULL nULL true True TRUE tRUE false False FALSE yes no on 0 -0 +7 0520 007 1. .5 -.5 1e3 1E-3 +1.5e+3 . + - +. 1e 0x1F 0xg 0X1f 0o17 0o8 -0x1 1_000 .inf .Inf .INF +.inf -.Inf .iNF .nan .NaN .NAN .Nan +.nan 123456789012345678901234567890 9007199254740993 2025-03-12 12:30 1.2.3 nullx ~x"
        .split(" ")
        .filter((word) => word !== "-");
    const text = `a:\n${words.map((word) => `  - ${word}\n`).join("")}b: [${words.join(", ")}]\n`;
    const expected = parseYamlByLibrary(text).map(({ value }) => value);
    expect(values(text)).toStrictEqual(expected);
    expect(expected).toMatchObject([
      { a: expect.arrayContaining([null, true, 520, 31, 15, Number.NaN, "yes", "1_000"]) },
    ]);
  });
});

describe("places", () => {
  const text = [
    "plain: 0520   # c",
    '"quoted key" : "05\\u0032"',
    "empty:   # c",
    "flow: [a, {'b': 1} ]  # c",
    "items: # c",
    "  - id: 1",
    "    name: x y ",
    "",
    "  -",
    "# end",
    "lines: |",
    "  one",
    "  two",
    "",
    "last:",
  ].join("\n");
  const [document] = parseQuickYaml(text) ?? [];

  test.each<[Path, string, string | undefined]>([
    [["plain"], "0520", "plain"],
    [["quoted key"], '"05\\u0032"', '"quoted key"'],
    [["empty"], "", "empty"],
    [["flow"], "[a, {'b': 1} ]", "flow"],
    [["flow", 0], "a", undefined],
    [["flow", 1, "b"], "1", "'b'"],
    [["items"], "- id: 1\n    name: x y \n\n  -", "items"],
    [["items", 0], "id: 1\n    name: x y", undefined],
    [["items", 1], "", undefined],
    [["lines"], "|\n  one\n  two", "lines"],
    [[], text, undefined],
  ])("%j", (path, value, key) => {
    expect(slice(text, document?.valueRange(path))).toBe(value);
    expect(slice(text, document?.keyRange(path))).toBe(key);
  });

  test("what is not written stands behind its colon or dash", () => {
    expect(document?.valueRange(["empty"])?.start).toEqual({ line: 2, character: 6 });
    expect(document?.valueRange(["items", 1])?.start).toEqual({ line: 8, character: 3 });
    expect(document?.valueRange(["none"])).toBeUndefined();
    expect(document?.valueRange(["plain", "none"])).toBeUndefined();
  });

  test.each<Path>([
    ["none"],
    ["items", 2],
    ["items", -1],
    ["items", "id"],
    ["flow", "0"],
    ["plain", 0],
    ["items", 0, 0],
  ])("nothing stands at %j, whether it is asked for first or after many others", (...path) => {
    const [fresh] = parseQuickYaml(text) ?? [];
    expect(fresh?.valueRange(path)).toBeUndefined();
    for (let times = 0; times < 100; times++) fresh?.valueRange(["last"]);
    expect(fresh?.valueRange(path)).toBeUndefined();
  });

  test("of one document are not looked for in another", () => {
    const two = "a: 1\nb: 2\n---\nb: 3\n";
    const [first, second] = parseQuickYaml(two) ?? [];
    expect(slice(two, second?.valueRange(["b"]))).toBe("3");
    expect(slice(two, first?.valueRange(["b"]))).toBe("2");
    expect(second?.valueRange(["a"])).toBeUndefined();
  });

  test("of all of very many fields are found without going past all others for each", () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `field ${index}`);
    const long = keys.map((key) => `${key}: ${key.length}\n`).join("");
    const [document] = parseQuickYaml(long) ?? [];
    expect(keys.map((key) => document?.valueRange([key])?.start.line)).toEqual(keys.map((_, index) => index));
  });

  test("an item that is no mapping is told where it stands", () => {
    const list = "- a: 1\n- 5\n";
    const [first, second] = parseQuickYaml(list) ?? [];
    expect(first?.problems).toEqual([]);
    expect(second?.problems).toMatchObject([{ id: "document/type", fatal: true }]);
    expect(slice(list, second?.problems[0]?.range)).toBe("5");
  });
});

describe("the quick reader gives up", () => {
  test.each([
    ["nothing", " \n# c\n"],
    ["empty documents alone", "---\n---\n"],
    ["a word alone", "just a word"],
    ["brackets alone", "{a: 1}"],
    ["a document further in", "  a: 1"],
    ["an anchor", "a: &x 1"],
    ["an alias", "a: *x"],
    ["a tag", "a: !!str 1"],
    ["a key with `?`", "? a\n: 1"],
    ["a key without name", ": 1"],
    ["a key given twice", "a: 1\nb: 2\na: 3"],
    ["a key given twice in brackets", "x: {a: 1, a: 2}"],
    ["a key that all objects have", "__proto__: 1"],
    ["a list as key", "[a]: 1"],
    ["a directive", "%YAML 1.2\n---\na: 1"],
    ["the end of a document", "a: 1\n...\n"],
    ["a document on the line of `---`", "--- a: 1"],
    ["a byte order mark before a list", "\uFEFF- a: 1"],
    ["a byte order mark elsewhere", "a: 1\n\uFEFFb: 2"],
    ["a plain text of several lines", "a: one\n  two"],
    ["a quoted text of several lines", 'a: "one\n  two"'],
    ["a text on the line below its key", "a:\n  one"],
    ["brackets over several lines", "a: [1,\n  2]"],
    ["brackets on the line below their key", "a:\n  [1]"],
    ["brackets with a comma at the end", "a: [1, ]"],
    ["brackets with a key without value", "a: {b, c: 1}"],
    ["brackets with a field in a list", "a: [b: 1]"],
    ["brackets with a colon before their end", "a: [b:]"],
    ["brackets with a comment", "a: [b #c]"],
    ["a text of several lines with a number or `+`", "a: |2\n    x"],
    ["a text of several lines that keeps blank lines", "a: |+\n  x\n\n"],
    ["a text of several lines that begins with a blank line", "a: |\n\n  x"],
    ["a text of several lines with a line of spaces", "a: |\n  x\n  \n    \nb: 1"],
    ["a folded text with a line further in", "a: >\n  x\n    y"],
    ["a text of several lines without a line", "a: |\nb: 1"],
    ["an escape that JSON does not know", 'a: "\\x41"'],
    ["a tab to indent", "a:\n\tb: 1"],
    ["a tab after a colon", "a:\tb"],
    ["a tab in a plain text", "a: b\tc"],
    ["a lone CR", "a: 1 # c\rb: 2"],
    ["a control character", 'a: "\u0007"'],
    ["binary", "a: \0"],
    ["a colon in a value", "title: Phase 2: roof"],
    ["a line indented too far", "a: 1\n  b: 2"],
    ["a line indented too little", "a:\n   b: 1\n  c: 2"],
    ["a list on its key's line", "a: - x"],
    ["a field after a list", "- a\nb: 1"],
    ["a field without colon", "a: 1\nb\nc: 2"],
    ["an open quote", 'a: "x\nb: 1'],
    ["an open bracket", "a: [1, 2\nb: 3"],
    ["a comment right behind a quote", 'a: "x"#c'],
    ["a reserved sign", "a: @home"],
    ["a key of more than 1024 characters", `${"k".repeat(1025)}: 1`],
  ])("%s", (_name, text) => expect(parseQuickYaml(text)).toBeUndefined());

  test("where the limits of reading begin", () => {
    const brackets = (depth: number) => `a: ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}`;
    const lines = (depth: number) => Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
    for (const nested of [brackets, lines]) {
      expect(parseQuickYaml(nested(MAX_DEPTH))).toHaveLength(1);
      expect(parseYamlByLibrary(nested(MAX_DEPTH))[0]?.problems).toEqual([]);
      expect(parseQuickYaml(nested(MAX_DEPTH + 1))).toBeUndefined();
    }
    expect(parseQuickYaml(`a: 1${"\n".repeat(MAX_YAML_PIECES)}`)).toBeUndefined();
    expect(parseQuickYaml(`a: ${"x".repeat(MAX_TEXT_LENGTH)}`)).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { MAX_PROBLEMS } from "./limits.ts";
import { LineIndex, lineStarts } from "./lines.ts";
import type { Range } from "./text.ts";
import { parseYaml } from "./yaml.ts";

function slice(text: string, range: Range | undefined): string | undefined {
  if (range === undefined) return undefined;
  const starts = lineStarts(text);
  const offset = (at: Range["start"]) => (starts[at.line] ?? 0) + at.character;
  return text.slice(offset(range.start), offset(range.end));
}

function complaints(text: string): string[] {
  return parseYaml(text).flatMap((document) =>
    document.problems.map(({ range, message, fatal }) => {
      expect(fatal).toBe(true);
      return `${slice(text, range)} → ${message}`;
    }),
  );
}

function value(text: string): unknown {
  const [document] = parseYaml(text);
  expect(document?.problems).toEqual([]);
  return document?.value;
}

describe("values mean what they mean in JSON", () => {
  test("the YAML 1.2 core schema, also after `%YAML 1.1`", () => {
    const fields = "a: 0520\nb: yes\nc: 0x1F\nd: 1e3\ne: ~\nf: 2024-01-31\ng: 12:30\nh: True\ni: -0\n";
    const expected = { a: 520, b: "yes", c: 31, d: 1000, e: null, f: "2024-01-31", g: "12:30", h: true, i: -0 };
    expect(value(fields)).toEqual(expected);
    expect(value(`%YAML 1.1\n---\n${fields}`)).toEqual(expected);
  });

  test("numbers beyond 2^53 are rounded as by JSON.parse; `.inf` and `.nan` stay numbers", () => {
    expect(value("a: 123456789012345678901234567890")).toEqual(JSON.parse('{"a": 123456789012345678901234567890}'));
    expect(value("a: -.inf\nb: .nan")).toEqual({ a: Number.NEGATIVE_INFINITY, b: Number.NaN });
  });

  test("keys are texts as written; `<<` is nothing special", () => {
    expect(value("0520: a\ntrue: b\n~: c\n<<: {x: 1}\n")).toEqual({ "0520": "a", true: "b", "~": "c", "<<": { x: 1 } });
  });

  test("core types may be named; other types are a problem", () => {
    expect(value("a: !!str 0520\nb: !!int 7\nc: !!map {}\nd: ! x")).toEqual({ a: "0520", b: 7, c: {}, d: "x" });
    for (const tag of ["!foo", "!!binary", "!!set", "!!timestamp", "!!omap"]) {
      const expected = `${tag} → the type mark \`${tag}\` is unknown or does not fit the value after it; remove it and write the value alone`;
      expect(complaints(`a: ${tag} aGk=`)).toEqual([expected]);
      expect(complaints(`a: ${tag} [x]`)).toEqual([expected]);
    }
    expect(complaints("a: !!int abc")).toHaveLength(1);
  });
});

describe("ranges in YAML", () => {
  const text = [
    "plain: 0520 # c",
    'quoted: "05\\x320"',
    "empty:",
    "flow: [a, {b: 1} ]  # c",
    "items: # c",
    "  - id: 1",
    "    name: x y ",
    "",
    "  - id: 2",
    "  # end",
    "text: |",
    "  one",
    "  two",
    "",
    "last:",
  ].join("\n");
  const [document] = parseYaml(text);

  test.each<[(string | number)[], string]>([
    [["plain"], "0520"],
    [["quoted"], '"05\\x320"'],
    [["flow"], "[a, {b: 1} ]"],
    [["flow", 1], "{b: 1}"],
    [["flow", 1, "b"], "1"],
    [["items"], "- id: 1\n    name: x y \n\n  - id: 2"],
    [["items", 0], "id: 1\n    name: x y"],
    [["items", 1], "id: 2"],
    [["text"], "|\n  one\n  two"],
    [[], text],
  ])("the value at %j", (path, source) => expect(slice(text, document?.valueRange(path))).toBe(source));

  test("a value that is not written has an empty range after the colon or dash", () => {
    const at = { line: 2, character: 6 };
    expect(document?.value).toMatchObject({ empty: null, last: null });
    expect(document?.valueRange(["empty"])).toEqual({ start: at, end: at });
    expect(document?.sourceOf(["empty"])).toBe("");
    const list = parseYaml("a:\n  -  \n  - x")[0];
    const dash = { line: 1, character: 3 };
    expect(list?.valueRange(["a", 0])).toEqual({ start: dash, end: dash });
    const flow = parseYaml("{a, b: }")[0];
    expect(flow?.value).toEqual({ a: null, b: null });
    expect(flow?.valueRange(["a"])?.start).toEqual({ line: 0, character: 2 });
  });

  test("keys and sources are as written", () => {
    expect(slice(text, document?.keyRange(["items", 0, "name"]))).toBe("name");
    expect(slice("'a b': 1", parseYaml("'a b': 1")[0]?.keyRange(["a b"]))).toBe("'a b'");
    expect(document?.sourceOf(["plain"])).toBe("0520");
    expect(document?.sourceOf(["quoted"])).toBe('"05\\x320"');
    expect(document?.sourceOf(["text"])).toBe("|\n  one\n  two");
  });
});

describe("anchors and aliases", () => {
  test("an alias has the value it repeats; ranges through it point at the alias, sources at what is written", () => {
    const text = "a: &x {code: 0520}\nb: *x\nc: &y 07\nd: *y\n";
    const [document] = parseYaml(text);
    expect(document?.value).toEqual({ a: { code: 520 }, b: { code: 520 }, c: 7, d: 7 });
    expect(slice(text, document?.valueRange(["b"]))).toBe("*x");
    expect(slice(text, document?.valueRange(["b", "code"]))).toBe("*x");
    expect(slice(text, document?.keyRange(["b", "code"]))).toBe("*x");
    expect(slice(text, document?.keyRange(["b"]))).toBe("b");
    expect(document?.sourceOf(["b", "code"])).toBe("0520");
    expect(document?.sourceOf(["d"])).toBe("07");
    expect(document?.valueRange(["b", "none"])).toBeUndefined();
  });

  test("an anchor given again counts from there on", () => {
    expect(value("a: &x 1\nb: *x\nc: &x 2\nd: *x")).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  test("an alias bomb is a limit problem at the alias that goes too far", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let n = 1; n < 10; n++)
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(", ")}]`,
      );
    const text = lines.join("\n");
    const [document] = parseYaml(text);
    expect(document?.value).toBeUndefined();
    expect(document?.problems).toMatchObject([{ id: "document/limit", fatal: true, path: ["a5", 7] }]);
    expect(slice(text, document?.problems[0]?.range)).toBe("*a4");
  });

  test("aliases that nest too deep are a limit problem", () => {
    const text = Array.from({ length: 300 }, (_, n) => `a${n}: &a${n} [${n > 0 ? `*a${n - 1}` : ""}]`).join("\n");
    expect(parseYaml(text)[0]?.problems).toMatchObject([{ id: "document/limit", path: ["a199", 0] }]);
  });

  test("a value cannot contain itself", () => {
    const [document] = parseYaml("a: &x [1, *x]");
    expect(document?.problems).toMatchObject([{ id: "document/limit", fatal: true, path: ["a", 1] }]);
  });

  test("an alias needs an anchor above it", () => {
    expect(complaints("a: *x\nb: &x 1")).toEqual([
      "*x → `*x` repeats a value marked `&x`, but nothing above is marked so",
    ]);
  });
});

describe("mistakes in YAML get one plain sentence where they stand", () => {
  test.each([
    ["a tab", "a:\n\tb: 1", "\t → a tab is used to indent this line; YAML takes only spaces there"],
    [
      "a colon in a value",
      "title: Phase 2: roof",
      "Phase 2: roof → a second key with `:` begins on the same line; begin it on a new line, or if it is a text, put it in quotes",
    ],
    [
      "a line indented too far",
      "a: 1\n  b: 2",
      "b → `b` is indented further than the field before it, which already has a value; indent both alike",
    ],
    [
      "a line indented too little",
      "a:\n   b: 1\n  c: 2",
      "c: 2 → `c: 2` does not begin in the same column as the other fields of its group; indent them all alike",
    ],
    ["a field without value", "a: 1\nb\nc: 2", "b → a `:` and a value are expected after `b`"],
    ["an open double quote", 'a: "x\nb: 1', '" → this `"` is never closed; a `"` is missing'],
    ["an open single quote", "a: 'x\nb: 1", "' → this `'` is never closed; a `'` is missing"],
    ["an open bracket", "a: [1, 2\nb: 3", "[ → this `[` is never closed; a `]` is missing"],
    ["an open brace", "a: {b: 1\n", "{ → this `{` is never closed; a `}` is missing"],
    ["a reserved sign", "a: @home", "@home → a value cannot begin with `@`; if it is a text, put it in quotes"],
    ["a backtick", "a: `x`", "`x` → a value cannot begin with a backtick; if it is a text, put it in quotes"],
    [
      "an unknown escape",
      'a: "c:\\q"',
      "\\q → `\\q` has no meaning in double quotes; write a backslash as `\\\\`, or use single quotes",
    ],
    ["a list on its key's line", "a: - x", "- → a list cannot begin on the same line as its key; begin it on the next"],
    ["a list as key", "? [a]\n: 1", "[ → a list cannot be a key; a key is a plain text such as `number`"],
    [
      "a line out of place",
      "- a\nb: 1",
      "b: 1 → `b: 1` has no place here; check how it is indented, or if it is a text, put it in quotes",
    ],
    [
      "a control character",
      "a: \u0007",
      "\u0007 → an invisible control character stands here; remove it, or write it as `\\x07` in double quotes",
    ],
  ])("%s", (_name, text, complaint) => expect(complaints(text)[0]).toBe(complaint));

  test("several mistakes are reported together, none in words of the library", () => {
    const found = complaints("a: @x\nb: 1: 2\nc: [\nd: 4\n");
    expect(found).toHaveLength(3);
    expect(found.join()).not.toMatch(/implicit|scalar|flow|token|indicator|mapping items/i);
  });

  test.each([["a: @\n"], ["a: b: c\n"], ["]\n"], ['- "\\q"\n'], ["a: [\n"]])(
    "20,000 times %j gives the first problems quickly",
    (line) => {
      const begun = process.cpuUsage();
      const [document] = parseYaml(line.repeat(20_000));
      // Of the processor's time, which does not depend on what else runs on the machine.
      expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(5);
      expect(document?.problems).toHaveLength(MAX_PROBLEMS);
      expect(document?.problems.every((problem) => problem.id === "document/syntax")).toBe(true);
    },
  );
});

test("the end of a range is never before its start, even where the library points past the text", () => {
  const text = 'a: "';
  const lines = new LineIndex(text);
  const range = parseYaml(text)[0]?.problems[0]?.range;
  expect(range?.end.character).toBeLessThanOrEqual(lines.position(text.length).character);
});

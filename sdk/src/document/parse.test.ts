import { describe, expect, test } from "vitest";
import { formatOf } from "./format.ts";
import { MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, MAX_TEXT_LENGTH } from "./limits.ts";
import { parseText } from "./parse.ts";
import type { TextDocument, TextFormat } from "./text.ts";

function documents(text: string, format: TextFormat): readonly TextDocument[] {
  return parseText(text, { format }).documents;
}

function values(text: string, format: TextFormat): unknown[] {
  return documents(text, format).map((document) => document.value);
}

function onlyProblem(text: string, format: TextFormat) {
  const problems = documents(text, format).flatMap((document) => document.problems);
  expect(problems).toHaveLength(1);
  return problems[0];
}

const WHOLE_FILES: TextFormat[] = ["json", "yaml"];

describe("the format follows from the file name", () => {
  test.each([
    ["a.json", "json"],
    ["dir.x/A.JSON", "json"],
    ["a.yaml", "yaml"],
    ["a.Yml", "yaml"],
    ["a.ndjson", "ndjson"],
    ["a.jsonl", "ndjson"],
    ["a.txt", undefined],
    ["json", undefined],
    ["a.json.bak", undefined],
  ])("%s is %s", (name, format) => expect(formatOf(name)).toBe(format));
});

describe("one text can hold several documents", () => {
  test("a mapping is one document", () => {
    expect(values('{"a": 1}', "json")).toEqual([{ a: 1 }]);
    expect(values("a: 1", "yaml")).toEqual([{ a: 1 }]);
  });

  test("each item of a list is one, with paths relative to it", () => {
    const text = '[{"a": 1},\n {"b": {"c": 2}}]';
    for (const format of WHOLE_FILES) {
      const [first, second] = documents(text, format);
      expect(first?.index).toBe(0);
      expect(second?.index).toBe(1);
      expect(second?.value).toEqual({ b: { c: 2 } });
      expect(second?.valueRange(["b", "c"])?.start).toEqual({ line: 1, character: 13 });
      expect(second?.valueRange([])?.start).toEqual({ line: 1, character: 1 });
      expect(second?.valueRange([1])).toBeUndefined();
    }
  });

  test("YAML documents and lists run on in one count; empty YAML documents are skipped", () => {
    const text = "---\na: 1\n---\n# nothing\n---\n- b: 2\n- c: 3\n---\nd: 4\n";
    expect(values(text, "yaml")).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }, { d: 4 }]);
    expect(documents(text, "yaml").map((document) => document.index)).toEqual([0, 1, 2, 3]);
    expect(documents(text, "yaml")[3]?.valueRange(["d"])?.start).toEqual({ line: 8, character: 3 });
  });

  test("a broken YAML document leaves the others readable", () => {
    expect(values("a: 1\n---\na: @\n---\nb: 2\n", "yaml")).toEqual([{ a: 1 }, undefined, { b: 2 }]);
  });
});

describe("what is not a mapping is a fatal problem", () => {
  test.each<[string, TextFormat, string]>([
    ['"abc"', "json", 'this file holds only the text "abc"'],
    ["abc", "yaml", 'this file holds only the text "abc"'],
    ["5", "json", "this file holds only the number 5"],
    ["null", "yaml", "this file holds only the value `null`"],
    ["[]", "json", "this file holds only an empty list"],
    ["[]", "yaml", "this file holds only an empty list"],
    ["[5]", "json", "item 1 of the list in this file is the number 5"],
    ["- [a]", "yaml", "item 1 of the list in this file is a list"],
    ["[1]", "ndjson", "this line holds only a list"],
  ])("%j as %s", (text, format, ending) => {
    const problem = onlyProblem(text, format);
    expect(problem).toMatchObject({ id: "document/type", fatal: true, path: [] });
    expect(problem?.message).toBe(`a PCCO is a mapping of fields such as \`number\` and \`status\`; ${ending}`);
  });

  test("only the item that is none, and where it stands", () => {
    const [first, second] = documents('[{"a": 1}, "x"]', "json");
    expect(first?.problems).toEqual([]);
    expect(second?.value).toBeUndefined();
    expect(second?.problems[0]?.range).toEqual({
      start: { line: 0, character: 11 },
      end: { line: 0, character: 14 },
    });
  });

  test.each<[string, TextFormat]>([
    ["", "json"],
    [" \n\t", "json"],
    ["\uFEFF", "json"],
    ["", "yaml"],
    ["# only a comment\n", "yaml"],
    ["---\n---\n", "yaml"],
    ["", "ndjson"],
    ["\n \r\n", "ndjson"],
  ])("%j as %s is an empty file", (text, format) => {
    expect(onlyProblem(text, format)).toMatchObject({
      id: "document/syntax",
      fatal: true,
      message: "this file is empty; a PCCO is a mapping of fields such as `number` and `status`",
    });
  });
});

describe("duplicate keys", () => {
  test.each<[TextFormat, string]>([
    ["json", '{"x": {"a": 1,\n "b": 2,\n "a": 3}}'],
    ["yaml", 'x: {"a": 1,\n "b": 2,\n "a": 3}'],
  ])("are a problem at the second key that names the line of the first; the last value wins (%s)", (format, text) => {
    const [document] = documents(text, format);
    expect(document?.value).toEqual({ x: { a: 3, b: 2 } });
    expect(document?.problems).toHaveLength(1);
    expect(document?.problems[0]).toMatchObject({
      id: "document/duplicate-key",
      fatal: false,
      path: ["x", "a"],
      range: { start: { line: 2, character: 1 }, end: { line: 2, character: 4 } },
    });
    expect(document?.problems[0]?.message).toContain("`a` is given twice: first on line 1");
    expect(document?.sourceOf(["x", "a"])).toBe("3");
  });

  test("belong to the list item they stand in", () => {
    for (const format of WHOLE_FILES) {
      const [first, second] = documents('[{"a": 1}, {"l": [{"k": 1, "k": 2}]}]', format);
      expect(first?.problems).toEqual([]);
      expect(second?.problems[0]?.path).toEqual(["l", 0, "k"]);
    }
  });

  test("are found however the key is spelled", () => {
    expect(onlyProblem('{"a": 1, "\\u0061": 2}', "json")?.path).toEqual(["a"]);
    expect(onlyProblem("a: 1\n'a': 2", "yaml")?.path).toEqual(["a"]);
    expect(onlyProblem('{"__proto__": 1, "__proto__": 2}', "json")?.path).toEqual(["__proto__"]);
  });

  test("are capped for each document, not for the text", () => {
    const item = `{${Array.from({ length: 60 }, (_, n) => `"k${n % 30}": 1`).join(", ")}}`;
    for (const format of WHOLE_FILES) {
      const counts = documents(`[${item}, ${item}]`, format).map((document) => document.problems.length);
      expect(counts).toEqual([MAX_PROBLEMS, MAX_PROBLEMS]);
    }
  });

  test("are found among 60,000 keys", () => {
    const keys = Array.from({ length: 60_000 }, (_, n) => `"key_${n}": 1`);
    const begun = process.cpuUsage();
    for (const format of WHOLE_FILES) {
      expect(onlyProblem(`{${keys.join(",\n")},\n"key_7": 2}`, format)?.message).toContain("first on line 8");
    }
    // Of the processor's time. With a comparison of every key with every other this would take minutes.
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(10);
  });
});

describe("keys never touch prototypes", () => {
  test.each<[TextFormat, string]>([
    ["json", '{"__proto__": {"x": 1}, "constructor": 2, "toString": 3}'],
    ["yaml", "__proto__: {x: 1}\nconstructor: 2\ntoString: 3\n"],
  ])("in %s", (format, text) => {
    const [document] = documents(text, format);
    const value = document?.value;
    expect(Object.keys(Object(value))).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Reflect.get(Object(value), "x")).toBeUndefined();
    expect(document?.sourceOf(["__proto__", "x"])).toBe("1");
    expect(document?.valueRange(["hasOwnProperty"])).toBeUndefined();
  });
});

describe("positions", () => {
  test.each<[string, string]>([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["a lone CR", "\r"],
  ])("lines end with %s", (_name, end) => {
    const json = documents(`{${end}"a": 1,${end}  "b": "x"}`, "json")[0];
    expect(json?.valueRange(["b"])?.start).toEqual({ line: 2, character: 7 });
    const yaml = documents(`# c${end}a: 1${end}b: "x"${end}`, "yaml")[0];
    expect(yaml?.value).toEqual({ a: 1, b: "x" });
    expect(yaml?.valueRange(["b"])).toEqual({ start: { line: 2, character: 3 }, end: { line: 2, character: 6 } });
    const ndjson = documents(`{"a": 1}${end}${end}{"b": 2}${end}`, "ndjson");
    expect(ndjson[1]?.valueRange(["b"])?.start).toEqual({ line: 2, character: 6 });
    expect(ndjson[1]?.index).toBe(1);
  });

  test.each<[TextFormat, string]>([
    ["json", '{"a": 1}'],
    ["yaml", '{"a": 1}'],
    ["ndjson", '{"a": 1}'],
  ])("a byte order mark is skipped and counts as one character (%s)", (format, text) => {
    const [document] = documents(`\uFEFF${text}`, format);
    expect(document?.value).toEqual({ a: 1 });
    expect(document?.valueRange(["a"])?.start).toEqual({ line: 0, character: 7 });
  });

  test.each<[TextFormat, string]>([
    ["json", '{"🏗": "🏗🏗", "n": 7}'],
    ["yaml", '{"🏗": "🏗🏗", "n": 7}'],
  ])("emoji count as two characters (%s)", (format, text) => {
    const [document] = documents(text, format);
    expect(document?.keyRange(["🏗"])).toEqual({ start: { line: 0, character: 1 }, end: { line: 0, character: 5 } });
    expect(document?.valueRange(["n"])?.start).toEqual({ line: 0, character: 20 });
  });

  test("lone surrogates are kept and break no position", () => {
    for (const format of WHOLE_FILES) {
      const [document] = documents('{"a": "\uD83D", "b": "\\uD83D", "c": 1}', format);
      expect(document?.value).toEqual({ a: "\uD83D", b: "\uD83D", c: 1 });
      expect(document?.sourceOf(["c"])).toBe("1");
    }
  });

  test("what is not there has no range", () => {
    for (const format of WHOLE_FILES) {
      const [document] = documents('{"a": [1]}', format);
      for (const path of [["b"], ["a", 1], ["a", "0"], ["a", 0, "x"], [0]]) {
        expect(document?.valueRange(path)).toBeUndefined();
        expect(document?.keyRange(path)).toBeUndefined();
        expect(document?.sourceOf(path)).toBeUndefined();
      }
      expect(document?.keyRange([])).toBeUndefined();
      expect(document?.keyRange(["a", 0])).toBeUndefined();
      expect(document?.sourceOf(["a"])).toBeUndefined();
    }
  });
});

describe("limits", () => {
  const nest = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  test("a text nested as deep as allowed is read", () => {
    for (const format of WHOLE_FILES) {
      const [document] = documents(`{"a": ${nest(MAX_DEPTH - 1)}}`, format);
      expect(document?.problems).toEqual([]);
    }
  });

  test("one level more is a problem at the first bracket beyond, saying how deep", () => {
    for (const format of WHOLE_FILES) {
      const problem = onlyProblem(`{"a": ${nest(MAX_DEPTH)}}`, format);
      expect(problem).toMatchObject({ id: "document/limit", fatal: true });
      expect(problem?.message).toBe(
        `lists and mappings are nested ${MAX_DEPTH + 1} levels deep here; at most ${MAX_DEPTH} levels are read`,
      );
      expect(problem?.range.start).toEqual({ line: 0, character: 6 + MAX_DEPTH - 1 });
    }
  });

  test.each<[string, TextFormat, string]>([
    ["open brackets", "json", "[".repeat(100_000)],
    ["closed brackets", "json", nest(100_000)],
    ["open brackets", "yaml", "[".repeat(100_000)],
    ["closed brackets", "yaml", nest(100_000)],
    ["dashes on one line", "yaml", `${"- ".repeat(100_000)}a\nb: 1`],
    ["question marks", "yaml", "? ".repeat(100_000)],
    ["brackets on one NDJSON line", "ndjson", "[".repeat(100_000)],
  ])("100,000 levels of %s end in one problem (%s)", (_name, format, text) => {
    const problem = onlyProblem(text, format);
    expect(problem?.id).toBe("document/limit");
    expect(problem?.message).toContain("100,000 levels deep");
  });

  test("indentation in YAML counts like brackets", () => {
    const text = Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    const problem = onlyProblem(text, "yaml");
    expect(problem?.message).toContain("1,000 levels deep");
    expect(problem?.range.start).toEqual({ line: MAX_DEPTH, character: MAX_DEPTH });
  });

  test("too many values are a problem", () => {
    const text = `[${"1,".repeat(MAX_NODES)}1]`;
    for (const format of WHOLE_FILES) {
      const problem = onlyProblem(text, format);
      expect(problem?.id).toBe("document/limit");
      expect(problem?.message).toContain("more than 1,000,000 values");
    }
  });

  test("a text too long is not even looked at", () => {
    const text = " ".repeat(MAX_TEXT_LENGTH + 1);
    for (const format of WHOLE_FILES) expect(onlyProblem(text, format)?.id).toBe("document/limit");
  });

  test("NUL and other signs of a binary file", () => {
    for (const format of WHOLE_FILES) {
      expect(onlyProblem('{"a":\n"x\0y\0"}', format)).toMatchObject({
        id: "document/syntax",
        message: "this looks like a binary file, not text",
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
        fatal: true,
      });
      expect(onlyProblem("PK\uFFFD\uFFFD\uFFFDx\uFFFD", format)?.range.start).toEqual({ line: 0, character: 2 });
    }
    expect(values('{"a": "one \uFFFD in a text is no sign"}', "json")).toHaveLength(1);
  });
});

import { describe, expect, test } from "vitest";
import { codeFrame, splitLines } from "./code-frame.ts";
import { on } from "./testing.ts";

function frame(text: string, line: number, from: number, to: number, width = 60, firstLine = 0): string {
  return codeFrame(splitLines(text, firstLine), on(line, from, to).range, width)
    .map(({ gutter, text }) => `${gutter}${text}\n`)
    .join("");
}

describe("code frame", () => {
  test("shows the line, one above and one below, and marks the range", () => {
    expect(frame("one\ntwo three\nfour\nfive", 1, 4, 9)).toBe(`\
  1 | one
> 2 | two three
    |     ^^^^^
  3 | four
`);
  });

  test("blank lines around are left out, numbers stand below each other", () => {
    expect(frame(`${"\n".repeat(8)}nine\nten`, 8, 0, 4)).toBe(`\
>  9 | nine
     | ^^^^
  10 | ten
`);
  });

  test("`\\r\\n` and a lone `\\r` end lines and are not shown", () => {
    expect(frame("one\r\ntwo\rthree\r\n", 1, 0, 3)).toBe(`\
  1 | one
> 2 | two
    | ^^^
  3 | three
`);
  });

  test("an emoji, wide characters and tabs before the range keep it aligned", () => {
    expect(frame('\t"🏗️👩‍👩‍👧 追加é": 1', 0, '\t"🏗️👩‍👩‍👧 追加é": '.length, 99)).toBe(`\
> 1 |   "🏗️👩‍👩‍👧 追加é": 1
    |                 ^
`);
  });

  test("a marked wide character is marked whole", () => {
    expect(frame("a追b", 0, 1, 2)).toBe(`\
> 1 | a追b
    |  ^^
`);
  });

  test("an empty range and one after the end of the line get one mark", () => {
    expect(frame("abc", 0, 1, 1)).toContain("|  ^\n");
    expect(frame("abc", 0, 9, 12)).toContain("|    ^\n");
  });

  test("of a range over several lines the first is marked to its end", () => {
    const range = { start: { line: 0, character: 3 }, end: { line: 2, character: 1 } };
    const lines = codeFrame(splitLines('a: {\n "b": 1\n}'), range, 60);
    expect(lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "marked a: {",
      "underline    ^",
      'context  "b": 1',
    ]);
  });

  test("a very long line is cut around the range, without its neighbours", () => {
    const line = `${"x".repeat(500_000)}"draft"${"y".repeat(500_000)}`;
    expect(frame(`first\n${line}\nlast`, 1, 500_000, 500_007, 40)).toBe(`\
> 2 | …xxxxxxxxxxxx"draft"yyyyyyyyyyyyy…
    |              ^^^^^^^
`);
  });

  test("a cut line keeps its beginning or its end when the range is near", () => {
    expect(frame(`ab${"x".repeat(99)}`, 0, 0, 2, 40)).toBe(`\
> 1 | abxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    | ^^
`);
    expect(frame(`${"x".repeat(99)}ab`, 0, 99, 101, 40)).toBe(`\
> 1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxab
    |                                 ^^
`);
  });

  test("a range longer than the room is marked as far as it is shown", () => {
    expect(frame("x".repeat(100), 0, 0, 100, 40)).toBe(`\
> 1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    | ${"^".repeat(33)}
`);
  });

  test("never cuts an emoji in half", () => {
    expect(frame(`${"🏗".repeat(300)}!${"🏗".repeat(300)}`, 0, 600, 601, 41)).not.toMatch(/\p{Surrogate}/u);
  });

  test("characters that would steer the terminal are shown, not printed", () => {
    expect(frame("a\u001b[31mb\u202ec\u0000", 0, 0, 1)).toContain("a␛[31mb\ufffdc␀\n");
  });

  test("a text that is a line of a longer file keeps its number", () => {
    expect(frame("alone", 41, 0, 5, 60, 41)).toBe(`\
> 42 | alone
     | ^^^^^
`);
  });

  test("a line the text does not have gives no frame", () => {
    expect(frame("one", 7, 0, 1)).toBe("");
    expect(frame("one", 0, 0, 1, 60, 3)).toBe("");
  });
});

import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { LineIndex, lineStarts } from "./lines.ts";

describe("positions of offsets", () => {
  test("`\\n`, `\\r\\n` and a lone `\\r` each end one line", () => {
    const lines = new LineIndex("a\nb\r\nc\rd");
    expect(lines.position(2)).toEqual({ line: 1, character: 0 });
    expect(lines.position(5)).toEqual({ line: 2, character: 0 });
    expect(lines.position(7)).toEqual({ line: 3, character: 0 });
    expect(lines.position(8)).toEqual({ line: 3, character: 1 });
  });

  test("characters are UTF-16 units: an emoji counts as two", () => {
    expect(new LineIndex("x\n🏗 y").position(5)).toEqual({ line: 1, character: 3 });
  });

  test("offsets outside the text give its nearest end", () => {
    const lines = new LineIndex("ab");
    expect(lines.position(-1)).toEqual({ line: 0, character: 0 });
    expect(lines.position(99)).toEqual({ line: 0, character: 2 });
  });

  test("an end before its start gives an empty range", () => {
    expect(new LineIndex("abc").range(2, 1)).toEqual({
      start: { line: 0, character: 2 },
      end: { line: 0, character: 2 },
    });
  });

  test("a text that is one line of a longer one counts from its own line", () => {
    expect(new LineIndex("abc", { line: 41, character: 0 }).position(1)).toEqual({ line: 41, character: 1 });
    expect(new LineIndex("abc", { line: 41, character: 0 }).lineNumber(1)).toBe(42);
  });

  test("the offset of a position is the way back, and stops at the end of its line", () => {
    const lines = new LineIndex("a\nb\r\nc\rd");
    for (const offset of [0, 1, 2, 3, 5, 7, 8]) expect(lines.offset(lines.position(offset))).toBe(offset);
    expect(lines.offset({ line: 1, character: 9 })).toBe(3);
    expect(lines.offset({ line: 9, character: 0 })).toBe(8);
    expect(new LineIndex("abc", { line: 41, character: 0 }).offset({ line: 41, character: 2 })).toBe(2);
  });
});

test("whatever is asked, in any order, lines are counted from the beginnings of all lines", () => {
  const sign = fc.constantFrom("a", "🏗", "\n", "\n", "\r\n");
  const line = fc.oneof({ arbitrary: sign, weight: 40 }, fc.constant("\r"));
  const texts = fc.array(line, { minLength: 1, maxLength: 400, size: "max" }).map((signs) => signs.join(""));
  const question = fc.tuple(fc.constantFrom("position", "offset", "know"), fc.nat(600));
  const asked = fc.array(question, { minLength: 1, maxLength: 20 });
  let far = 0;
  fc.assert(
    fc.property(texts, asked, (text, questions) => {
      const starts = lineStarts(text);
      const lines = new LineIndex(text);
      for (const [what, number] of questions) {
        if (what === "know") {
          const line = starts.findLastIndex((start) => start <= number);
          if (!/\r(?!\n)/.test(text)) lines.know(Math.min(number, text.length), line);
        } else if (what === "position") {
          const offset = Math.min(number, text.length);
          const line = starts.findLastIndex((start) => start <= offset);
          if (line > 64) far++;
          expect(lines.position(number)).toEqual({ line, character: offset - (starts[line] ?? 0) });
        } else {
          const start = starts[number] ?? text.length;
          const end = text.slice(0, starts[number + 1]).replace(/[\r\n]+$/, "").length;
          const expected = Math.max(start, Math.min(end, start + 1));
          expect(lines.offset({ line: number, character: 1 })).toBe(expected);
        }
      }
    }),
    { numRuns: 2000 },
  );
  expect(far).toBeGreaterThan(1000);
});

test("not every line on the way is looked at, there and back again", () => {
  const text = "x\n".repeat(10_000);
  const lines = new LineIndex(text);
  const looks = vi.spyOn(String.prototype, "indexOf");
  const asked = [19_998, 4, 9998, 19_998].map((offset) => lines.position(offset).line);
  const times = looks.mock.calls.length;
  looks.mockRestore();
  expect(asked).toEqual([9999, 2, 4999, 9999]);
  expect(times).toBeLessThan(4 * 66);
});

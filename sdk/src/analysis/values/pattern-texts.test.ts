import fc from "fast-check";
import { expect, test } from "vitest";
import { textLength } from "../../context/text-length.ts";
import { compilePattern, type Pattern } from "../../keywords/pattern-matcher.ts";
import { patternTexts } from "./pattern-texts.ts";

function patternsOf(...sources: readonly string[]): readonly Pattern[] {
  return sources.map((source) => {
    const compiled = compilePattern(source);
    if ("problem" in compiled) throw new Error(compiled.problem);
    return compiled;
  });
}

function classOf(text: string, patterns: readonly Pattern[], starts: readonly number[]): string {
  const length = textLength(text);
  return `${patterns.map((pattern) => pattern.matches(text))} ${starts.findLastIndex((start) => length >= start)}`;
}

const atom = fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "\\d", "\\s", "1");
const repeat = fc.constantFrom("", "", "?", "*", "+", "{2}", "{1,3}");
const source = fc
  .array(
    fc.tuple(atom, repeat).map((parts) => parts.join("")),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join(""));

test("every class that some text is in has a text", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", "1", " ", "c", "\n"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(source, { minLength: 1, maxLength: 3 }),
      fc.array(texts, { minLength: 60, maxLength: 60 }),
      (sources, tried) => {
        const [patterns, starts] = [patternsOf(...sources), [1, 3, 5]];
        const { values, gap } = patternTexts(patterns, starts, 1);
        if (gap !== undefined) return;
        const known = new Set(values.map((text) => classOf(String(text), patterns, starts)));
        const missed = tried.filter((text) => text.trim() !== "" && !known.has(classOf(text, patterns, starts)));
        expect([sources, missed]).toEqual([sources, []]);
      },
    ),
    { numRuns: 300 },
  );
});

test("texts are as short as their class allows", () => {
  const { values } = patternTexts(patternsOf("[A-Z]{3}-[0-9]+"), [1], 1);
  expect(values).toContain("AAA-0");
  expect(values).toHaveLength(2);
});

test("as many texts of a class as are wanted, where there are so many", () => {
  const { values, gap } = patternTexts(patternsOf("[0-9]{2}"), [1], 6);
  expect(values.filter((text) => /^[0-9]{2}$/.test(String(text))).length).toBe(6);
  expect(gap).toBeUndefined();
  expect(patternTexts(patternsOf("[ab]"), [1], 6).gap).toBe("its patterns leave few values");
});

test("patterns that are too long are given up", () => {
  const { gap } = patternTexts(patternsOf("[a-z]*x[a-z]{15}"), [1], 1);
  expect(gap).toBe("its patterns are too long");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "./pattern-matcher.ts";

function matches(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  if ("problem" in pattern) throw new RangeError(`${source}: ${pattern.problem}`);
  return pattern.matches(text);
}

function problemOf(source: string): string | undefined {
  const pattern = compilePattern(source);
  return "problem" in pattern ? pattern.problem : undefined;
}

describe("accepts", () => {
  test.each([
    ["abc", ["abc", " abc "], ["ab", "abcd", "xabc", "ABC", ""]],
    ["^abc$", ["abc"], ["abc$", "^abc"]],
    ["^", [""], ["a"]],
    ["a.c", ["abc", "a😀c", "a.c"], ["ac", "abbc", "a\nc", "a\u2028c"]],
    ["[A-C0]x", ["Ax", "Cx", "0x"], ["Dx", "ax", "-x"]],
    ["[^A-C]", ["D", "😀", "^"], ["A", "", "DD"]],
    ["[a^]", ["a", "^"], ["b"]],
    ["[a-]", ["a", "-"], ["b"]],
    ["[-a]", ["a", "-"], ["b"]],
    ["[\\d-]", ["1", "-"], ["d"]],
    ["[\\]\\[]", ["]", "["], ["\\"]],
    ["[[]", ["["], ["]"]],
    ["[+--]", ["+", ",", "-"], ["."]],
    ["[A-\\]]", ["A", "Z", "[", "\\", "]"], ["^", "a"]],
    ["[\\.-/]", [".", "/"], ["-", "\\"]],
    ["[\\--/]", ["-", ".", "/"], [","]],
    ["[😀-😂]", ["😀", "😁", "😂"], ["😃", "\ud83d"]],
    ["\\d\\w\\s\\.x", ["1_ .x", "9Z\t.x"], ["a_ .x", "1- .x", "1__.x", "1_ ,x"]],
    ["a\\$", ["a$"], ["a", "a\\"]],
    ["a\\\\$", ["a\\"], ["a\\$"]],
    ["a\\\\\\$", ["a\\$"], ["a\\"]],
    ["ab?c", ["ac", "abc"], ["abbc"]],
    ["ab*c", ["ac", "abc", `a${"b".repeat(50)}c`], ["adc"]],
    ["ab+c", ["abc", "abbc"], ["ac"]],
    ["a{3}", ["aaa"], ["aa", "aaaa"]],
    ["a{0}b", ["b"], ["ab"]],
    ["a{2,}", ["aa", "aaaaaa"], ["a"]],
    ["a{2,4}", ["aa", "aaa", "aaaa"], ["a", "aaaaa"]],
    ["a{500}", ["a".repeat(500)], ["a".repeat(499)]],
    [".{10}", ["ABCDEFGHI😀"], ["ABCDEFGH😀"]],
    ["e\u0301", ["e\u0301"], ["\u00e9"]],
  ])("%s", (source, good, bad) => {
    expect(good.filter((text) => !matches(source, text))).toEqual([]);
    expect(bad.filter((text) => matches(source, text))).toEqual([]);
  });
});

describe("refuses", () => {
  const groups = (character: string) =>
    `groups and alternatives (${character}) are not available in patterns; use oneOf, or one rule for each form`;
  const twice = (repeats: string) => `two repeats in a row (${repeats}) are not available in patterns`;
  const count = "a repeat is written {3}, {2,} or {2,5}, with numbers up to 999";
  const tooLarge = "the pattern asks for more than 500 characters; make its repeats smaller";
  test.each([
    ["(a)", groups("(")],
    ["(?:a)", groups("(")],
    ["(?=a)b", groups("(")],
    ["a(?<!b)", groups("(")],
    ["a)", groups(")")],
    ["a|b", groups("|")],
    ["a\\1", "\\1 is not available in patterns; \\d, \\w and \\s are"],
    ["\\ka", "\\k is not available in patterns; \\d, \\w and \\s are"],
    ["\\bword", "\\b is not available in patterns; \\d, \\w and \\s are"],
    ["\\p{L}", "\\p is not available in patterns; \\d, \\w and \\s are"],
    ["[\\D]", "\\D is not available in patterns; \\d, \\w and \\s are"],
    ["a*?", twice("*…?")],
    ["a++", twice("+…+")],
    ["a{2}{3}", twice("{…{")],
    ["a?*", twice("?…*")],
    ["*a", "* repeats what stands before it, and nothing does"],
    ["^+a", "+ repeats what stands before it, and nothing does"],
    ["{2}", "{ repeats what stands before it, and nothing does"],
    ["a^b", "^ is only allowed at the very start or end; write \\^ for the character itself"],
    ["a$b", "$ is only allowed at the very start or end; write \\$ for the character itself"],
    ["a{1000}", count],
    ["a{,3}", count],
    ["a{x}", count],
    ["a{2", count],
    ["a{2$", count],
    ["a{5,2}", "the repeat {5,2} has its larger number first"],
    ["a{501}", tooLarge],
    ["a{0,999}", tooLarge],
    ["[a-z]{300}b{201}", tooLarge],
    ["a\\", "the pattern ends with a lone \\"],
    ["[a", "a class [ is not closed with ]"],
    ["[a$", "a class [ is not closed with ]"],
    ["[a\\]", "a class [ is not closed with ]"],
    ["[a-", "a class [ is not closed with ]"],
    ["[a\\", "the pattern ends with a lone \\"],
    ["[]", "a class [] needs at least one character"],
    ["[^]", "a class [] needs at least one character"],
    ["[z-a]", "the range z-a runs backwards"],
    ["[a-\\d]", "a-\\d is no range of characters; write the - last, as in [\\w-]"],
    ["[\\w-z]", "\\w-z is no range of characters; write the - last, as in [\\w-]"],
  ])("%s", (source, problem) => expect(problemOf(source)).toBe(problem));
});

describe("agrees with JavaScript's RegExp", () => {
  const alphabet = ["a", "b", "c", "Z", "0", "7", "_", "-", ".", " ", "é", "😀", "$", "^", "]", "\\", "\n"];
  const character = fc.constantFrom(...alphabet);
  const escaped = character.map((each) => (/[\^$\\.*+?()[\]{}|/-]/.test(each) ? `\\${each}` : each));
  const shorthand = fc.constantFrom("\\d", "\\w", "\\s");
  const range = fc
    .tuple(character, character)
    .map(([a, b]) => ((a.codePointAt(0) ?? 0) <= (b.codePointAt(0) ?? 0) ? [a, b] : [b, a]))
    .map((ends) => ends.map((each) => (/[\^\\\]-]/.test(each) ? `\\${each}` : each)).join("-"));
  const member = fc.oneof(
    range,
    shorthand,
    character.map((each) => (/[\^\\\]-]/.test(each) ? `\\${each}` : each)),
  );
  const charClass = fc
    .tuple(fc.constantFrom("", "^"), fc.array(member, { minLength: 1, maxLength: 4 }))
    .map(([not, members]) => `[${not}${members.join("")}]`);
  const outside = escaped.map((each) => (each === "\\-" ? "-" : each));
  const atom = fc.oneof(outside, outside, charClass, shorthand, fc.constant("."));
  const repeat = fc.constantFrom("", "", "", "?", "*", "+", "{2}", "{0}", "{1,}", "{0,2}", "{2,3}");
  const source = fc
    .tuple(fc.constantFrom("", "^"), fc.array(fc.tuple(atom, repeat), { maxLength: 6 }), fc.constantFrom("", "$"))
    .map(([start, parts, end]) => start + parts.map((part) => part.join("")).join("") + end);
  const text = fc.array(character, { maxLength: 7 }).map((each) => each.join(""));

  test("on any pattern of the subset and any text", () => {
    fc.assert(
      fc.property(source, fc.array(text, { minLength: 1, maxLength: 8 }), (pattern, texts) => {
        const expected = new RegExp(`^(?:${pattern})$`, "u");
        for (const each of texts) expect([each, matches(pattern, each)]).toEqual([each, expected.test(each.trim())]);
      }),
      { numRuns: 3000 },
    );
  });

  test("on texts that were made from the pattern", () => {
    const one = fc.oneof(
      fc.tuple(outside, character).map(([each]) => ({ source: each, sample: each.replace(/^\\/, "") })),
      fc.constantFrom(...alphabet.filter((each) => each !== "\n")).map((sample) => ({ source: ".", sample })),
      fc.constantFrom("a", "b", "c").map((sample) => ({ source: "[a-c]", sample })),
      fc.constantFrom("a", "Z", "0", "_").map((sample) => ({ source: "\\w", sample })),
      fc.constantFrom("b", "😀", "é").map((sample) => ({ source: "[^a]", sample })),
    );
    const often = fc.constantFrom(
      ...[
        ["", 1],
        ["?", 0],
        ["?", 1],
        ["*", 0],
        ["*", 3],
        ["+", 1],
        ["+", 4],
        ["{2}", 2],
        ["{0,2}", 1],
        ["{1,}", 5],
      ].map(([times, count]) => ({ times: String(times), count: Number(count) })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(one, often), { maxLength: 8 }), (parts) => {
        const pattern = parts.map(([{ source: each }, { times }]) => each + times).join("");
        const sample = parts.map(([each, { count }]) => each.sample.repeat(count)).join("");
        fc.pre(sample === sample.trim());
        expect([pattern, sample, matches(pattern, sample)]).toEqual([pattern, sample, true]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("takes time in proportion to the text", () => {
  const many = "a".repeat(20_000);
  test.each([
    ["a*a*a*a*a*a*a*a*a*a*b", many],
    ["[ab]*[ac]*[ad]*[ae]*[af]*[ag]*x", many],
    [`${"a?".repeat(100)}a*b`, many],
    [".*.*.*.*.*.*=.*.*.*", many],
    ["\\w+\\w+\\w+\\w+\\w+!", many],
    ["a{0,400}b", many],
    ["[^b]+[^c]+[^d]+e", `${many}${" ".repeat(20_000)}f`],
  ])("%s", (source, text) => expect(matches(source, text)).toBe(false));

  test("and finds a match at the very end", () => expect(matches("a*a*a*a*a*a*a*a*a*a*b", `${many}b`)).toBe(true));

  test("any text as a pattern is read or refused, never thrown at", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab[]()^$\\-{}2,?*+.|dw😀"), maxLength: 20 }),
        fc.string(),
        (source, each) => {
          const pattern = compilePattern(source);
          expect(typeof ("problem" in pattern ? pattern.problem : pattern.matches(each))).toMatch(/^(string|boolean)$/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCheck } from "../../check/condition.ts";
import { isAbsent } from "../../context/facts.ts";
import { compileFields } from "../../context/field.ts";
import type { FieldType } from "../../context/field-type.ts";
import type { CheckKeywords } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import { valuesFor } from "./values-for.ts";

const nowhere = { document: {}, context: {}, input: {} };

function fieldOf(type: FieldType) {
  const choices = type === "choice" ? { choices: { draft: "Draft", approved: "Approved" } } : {};
  const field = compileFields({ it: { label: "It", path: "it", type, ...choices } }).get("it");
  if (field === undefined) throw new Error("no field");
  return field;
}

/** The values of a field, and what all checks together say of one. */
function classes(type: FieldType, all: readonly CheckKeywords[]) {
  const field = fieldOf(type);
  const target = { fields: [field], feature: undefined, field: () => field };
  const boundaries = all.flatMap((each) => keywords.flatMap((keyword) => keyword.boundaries(each, target)));
  const checks = all.map((each) => compileCheck(each, target));
  const said = (value: unknown): string =>
    checks.map((check) => (check.subject === "value" ? check.test(value, nowhere, undefined) : "")).join();
  const made = valuesFor({ types: new Set([type]), boundaries, choices: Object.keys(field.choices), copies: 1 });
  return { ...made, said, field };
}

const length = fc.integer({ min: 1, max: 6 });
const amount = fc.constantFrom("0", "-1", "0.05", "1.5", "1.55", "10", "0.1");
const settings: Readonly<Partial<Record<FieldType, fc.Arbitrary<CheckKeywords>>>> = {
  text: fc.oneof(
    length.map((maxLength) => ({ maxLength })),
    length.map((minLength) => ({ minLength })),
    fc.constantFrom("a", "AB", " a", "12").map((equals) => ({ equals })),
    fc.constantFrom(["a", "b"], ["12", "AB"]).map((oneOf) => ({ oneOf })),
    fc
      .constantFrom("[a-z]+", "[A-Z]{2}-?[0-9]*", "\\d{2,3}", ".*1", "[^a]b?", "a?b?", "\\s?x")
      .map((pattern) => ({ pattern })),
  ),
  id: fc.oneof(
    length.map((maxLength) => ({ maxLength })),
    fc.constantFrom<string | number>(12, "12", 7, "a").map((equals) => ({ equals })),
    fc.constantFrom(["12", "7"], ["x"]).map((oneOf) => ({ oneOf })),
  ),
  choice: fc.oneof(
    fc.constantFrom("draft", "approved").map((equals) => ({ equals })),
    fc.constant({ oneOf: ["draft"] }),
    length.map((maxLength) => ({ maxLength })),
  ),
  money: fc.oneof(
    amount.map((minimum) => ({ minimum })),
    amount.map((maximum) => ({ maximum })),
    fc.integer({ min: 0, max: 3 }).map((maxDecimals) => ({ maxDecimals })),
  ),
  integer: fc.oneof(
    fc.integer({ min: -2, max: 3 }).map((minimum) => ({ minimum })),
    fc.constantFrom("0.5", "2.5", "-0.5").map((maximum) => ({ maximum })),
    fc.integer({ min: -1, max: 2 }).map((equals) => ({ equals })),
  ),
  date: fc.oneof(
    fc.constantFrom("2024-02-29", "2025-01-01", "2024-03-01").map((notBefore) => ({ notBefore })),
    fc.constantFrom("2025-01-01", "2024-02-29").map((equals) => ({ equals })),
  ),
};

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "A", "B", "1", "2", "-", " ", "x", "😀"), maxLength: 8 }),
  fc.constantFrom("draft", "approved", "12", " 12"),
);
const values: Readonly<Partial<Record<FieldType, fc.Arbitrary<unknown>>>> = {
  text: anyText,
  choice: anyText,
  id: fc.oneof(anyText, fc.integer({ min: 0, max: 2000 })),
  money: fc.oneof(
    fc
      .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 0, max: 4 }))
      .map(([units, scale]) => (units / 10 ** scale).toFixed(scale)),
    fc.constantFrom("n/a", "1e3", "+1.50", "1,000.00", "0.0500"),
  ),
  integer: fc.integer({ min: -5, max: 8 }),
  date: fc.constantFrom(
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-12-31",
    "2025-01-01",
    "2025-01-02",
    "2030-01-01",
  ),
};

describe("for any value there is one that all checks judge alike", () => {
  test.each(Object.keys(settings) as FieldType[])("%s", (type) => {
    const [checks, value] = [settings[type], values[type]];
    if (checks === undefined || value === undefined) throw new Error(`no values of type ${type}`);
    fc.assert(
      fc.property(
        fc.array(checks, { minLength: 1, maxLength: 3 }),
        fc.array(value, { minLength: 40, maxLength: 40 }),
        (all, tried) => {
          const { values: made, gap, said, field } = classes(type, all);
          expect(gap).toBeUndefined();
          const known = new Set(made.filter((each) => field.is(each) && !isAbsent(each)).map(said));
          const missed = tried.filter((each) => field.is(each) && !isAbsent(each) && !known.has(said(each)));
          expect([all, missed]).toEqual([all, []]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("below a limit there is an amount for every number of digits after the point", () => {
  const { values: made } = classes("money", [{ minimum: "0.1" }, { maxDecimals: 1 }, { maxDecimals: 0 }]);
  expect(made).toContain("-0.1");
});

describe("the values of single keywords", () => {
  test("maxLength: just short enough, and one character too long", () => {
    const lengths = classes("text", [{ maxLength: 10 }]).values.map((value) => String(value).trim().length);
    expect(new Set(lengths)).toEqual(new Set([1, 11]));
  });

  test("oneOf: each word, and another one", () => {
    const { values: made, said } = classes("text", [{ oneOf: ["a", "b"] }]);
    expect(made.slice(0, 2)).toEqual(["a", "b"]);
    expect(made.some((value) => said(value) !== said("a"))).toBe(true);
  });

  test("what can't be split for sure says so", () => {
    expect(classes("text", [{ format: "date" }, { maxLength: 4 }]).gap).toBe("more than its format is asked for");
    expect(classes("list", [{ minItems: 1000 }]).gap).toBe("it asks for more than 100 items");
    expect(valuesFor({ types: new Set(["text", "date"]), boundaries: [], choices: [], copies: 1 }).gap).toBe(
      "it is read as values of several kinds",
    );
  });

  test("several of each class, where values are compared", () => {
    const { values: texts } = valuesFor({ types: new Set(["text"]), boundaries: [], choices: [], copies: 5 });
    expect(new Set(texts.map((text) => String(text).trim())).size).toBeGreaterThanOrEqual(5);
    const { values: ids } = valuesFor({ types: new Set(["id"]), boundaries: [], choices: [], copies: 5 });
    expect(ids).toEqual([1, 2, 3, 4, 5]);
  });
});

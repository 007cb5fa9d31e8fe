import { describe, expect, test } from "vitest";
import { expectFaults, faults, faultsOf, withRule } from "./testing.ts";

describe("a rule asks one thing of one subject, with one keyword", () => {
  const rule = (text: string) => withRule(text).replace("  a-rule", "  »a-rule");
  faults([
    [rule("required: true"), 'a rule needs exactly one of "field", "fields" and "feature"; found none'],
    [
      rule("field: title, fields: [title], required: true"),
      'a rule needs exactly one of "field", "fields" and "feature"; found field and fields',
    ],
    [rule("field: title"), 'a check keyword is missing, such as "required: true" or "maxLength: 10"'],
    [
      rule("field: title, required: true, maxLength: 3"),
      "only one check keyword is allowed; found required and maxLength",
    ],
    [
      withRule("field: title, »minItems: 1"),
      '"minItems" can\'t be asked of Title, which is of type text; it is for list',
    ],
    [
      withRule("fields: [title, amount], »maxDecimals: 2"),
      '"maxDecimals" can\'t be asked of Title, which is of type text; it is for money',
    ],
    [withRule("field: title, »is: on"), '"is" is for a "feature"'],
    [withRule("feature: export, »required: true"), '"required" is for a "field"'],
    [
      withRule("field: title, »distinct: true"),
      '"distinct" compares lines, so it needs a field that stands on every line',
    ],
    [
      withRule("fields: [code, title], required: true, when: { field: contract, »same: true }"),
      '"same" compares lines with each other, so it can\'t be a condition; make it a rule of its own',
    ],
    [
      withRule("field: code, required: true, when: { not: { field: code, »distinct: true } }"),
      '"distinct" compares lines with each other, so it can\'t be a condition; make it a rule of its own',
    ],
    [
      withRule("»fields: [code, memo], distinctOrSame: true").replace(
        "  date:",
        '  memo: { label: Memo, path: "line_items[].memo", type: text }\n  date:',
      ),
      '"distinctOrSame" looks at one field; write a rule for each of these',
    ],
    [withRule("field: code, »refersTo: contract"), '"contract" stands on no list, so no value can be looked up in it'],
    [withRule("field: amount, sumEquals: [»title]"), '"title" is of type text, not money, so it can\'t be added up'],
    [withRule("field: date, »notBefore: title"), '"title" is of type text, not a date'],
    [withRule("field: date, »notBefore: 2025-02-30"), "2025-02-30 is not a day that exists"],
    [
      withRule("field: contract, equals: { »field: code }"),
      '"code" stands on every line of line_items, so there is not one value to compare with',
    ],
  ]);
});

test("lines are compared by fields that stand on the same lines", () =>
  expectFaults(withRule("»fields: [code, contract], »distinct: true"), [
    "these fields don't stand on the same lines, so they can't be compared",
    '"distinct" compares lines, so it needs a field that stands on every line',
  ]));

describe("a condition asks one thing", () => {
  const rule = (condition: string) => withRule(`field: title, required: true, ${condition}`);
  faults([
    [
      rule("»when: { required: true }"),
      'a condition is exactly one of "all", "any", "not", "feature" and "field"; found none',
    ],
    [
      rule("»when: { field: title, feature: export, required: true }"),
      'a condition is exactly one of "all", "any", "not", "feature" and "field"; found feature and field',
    ],
    [rule("»when: { field: title }"), 'a check keyword is missing, such as "required: true" or "maxLength: 10"'],
    [rule("when: { feature: export, »required: true }"), '"required" is for a "field"'],
    [
      rule("when: { all: [{ field: title, required: true }], »absent: true }"),
      '"absent" needs a "field" or "feature" beside it',
    ],
    [
      rule("when: { »field: amount, required: true }"),
      '"amount" stands on every line of line_items, so it can\'t be asked here',
    ],
    [
      withRule("field: code, same: true, when: { »field: amount, required: true }"),
      '"amount" stands on every line of line_items, so it can\'t be asked here',
    ],
  ]);

  test("of a rule about lines, it may ask the same line", async () => {
    expect(await faultsOf(withRule("field: amount, required: true, when: { field: code, required: true }"))).toEqual(
      [],
    );
  });
});

describe("a message mentions only words that will be filled in", () => {
  faults([
    [
      withRule("field: title, maxLength: 3, »message: '{lable}'"),
      'the message mentions {lable}, which is not known here. Did you mean "label"?',
    ],
    [
      withRule("field: title, maxLength: 3, »message: '{sum}'"),
      "the message mentions {sum}, which is not known here. Known are label, value, length and maxLength.",
    ],
    [
      withRule("field: title, required: true, »message: 'line {line}'"),
      "the message mentions {line}, which is not known here. Known are label and value.",
    ],
    [
      withRule("field: title, required: true, »message: '{feature}'"),
      "the message mentions {feature}, which is not known here. Known are label and value.",
    ],
    [
      withRule("feature: export, is: on, »message: '{label}'"),
      "the message mentions {label}, which is not known here. Known are value, feature, switchedOnBy and expected.",
    ],
  ]);

  test("the line for a field of lines, the feature where one is asked", async () => {
    expect(await faultsOf(withRule("field: amount, required: true, message: 'line {line}'"))).toEqual([]);
    expect(
      await faultsOf(withRule("feature: export, is: on, message: '{feature} {switchedOnBy} {value} {expected}'")),
    ).toEqual([]);
  });
});

describe("patterns that can take for ever, or that are not supported, are refused", () => {
  const groups = "groups and alternatives (() are not available in patterns; use oneOf, or one rule for each form";
  faults([
    [withRule('field: title, »pattern: "(a+)+$"'), groups],
    [withRule('field: title, »pattern: "(?<=a)b"'), groups],
    [withRule('field: title, »pattern: "a|b"'), groups.replace("(()", "(|)")],
    [withRule("field: title, »pattern: 'a\\1'"), "\\1 is not available in patterns; \\d, \\w and \\s are"],
    [withRule('field: title, »pattern: "a**"'), "two repeats in a row (*…*) are not available in patterns"],
    [withRule('field: title, »pattern: "[a"'), "a class [ is not closed with ]"],
    [
      withRule('field: title, »pattern: "a{999}"'),
      "the pattern asks for more than 500 characters; make its repeats smaller",
    ],
    [withRule('field: title, required: true, when: { field: title, »pattern: "(a)" }'), groups],
  ]);
});

import { describe, expect, test } from "vitest";
import { dictionary, expectFaults, faults, faultsOf, head, withEvent, withRule } from "./testing.ts";

const withState = (state: string) =>
  dictionary.replace("  open: { label: Open, icon: none, locked: false, initial: true }", `  open: { ${state} }`);
const withFeature = (feature: string) => dictionary.replace("{ title: Export, default: off }", feature);
const withField = (field: string) => `${head}fields:\n  title: ${field}\n`;
const inHead = (from: string, to: string) => head.replace(from, to);

describe("an unknown key is an error at its place, with the key that was meant", () => {
  faults([
    [`${head}»rulez: {}\n`, 'unknown key "rulez". Did you mean "rules"?'],
    [
      inHead("from: 2025-01-01", "from: 2025-01-01, »untill: 2025-02-01"),
      'unknown key "untill". Did you mean "until"?',
    ],
    [
      `${head}sources:\n  page: { title: Page, url: "https://a", »urll: x }\n`,
      'unknown key "urll". Did you mean "url"?',
    ],
    [
      withFeature("{ title: Export, default: off, »swichedOnBy: me }"),
      'unknown key "swichedOnBy". Did you mean "switchedOnBy"?',
    ],
    [withField("{ label: Title, path: title, type: text, »lable: T }"), 'unknown key "lable". Did you mean "label"?'],
    [
      withField("{ label: Title, path: title, type: text, otherwise: { »feild: title } }"),
      'unknown key "feild". Did you mean "field"?',
    ],
    [withRule("field: title, »maxLenght: 10"), 'unknown key "maxLenght". Did you mean "maxLength"?'],
    [withRule("field: title, required: true, »colour: red"), 'unknown key "colour".'],
    [
      withRule("field: title, required: true, when: { »feeld: title, required: true }"),
      'unknown key "feeld". Did you mean "field"?',
    ],
    [
      withRule("field: title, required: true, when: { all: [{ not: { field: title, »requierd: true } }] }"),
      'unknown key "requierd". Did you mean "required"?',
    ],
    [
      withState("label: Open, icon: none, locked: false, initial: true, »colour: red"),
      'unknown key "colour". Known are label, icon, locked, initial and aliases.',
    ],
    [
      dictionary.replace("{ label: a title,", "{ label: a title, »sorce: page,"),
      'unknown key "sorce". Did you mean "source"?',
    ],
    [withEvent("from: [open], role: anyone, »too: open"), 'unknown key "too". Did you mean "to"?'],
    [
      withEvent(
        "from: [open], role: anyone, guards: [{ when: { field: title, required: true }, message: No, »becuse: x }]",
      ),
      'unknown key "becuse". Known are when and message.',
    ],
    [
      withEvent("from: [open], role: anyone, input: { note: { label: Note, type: text, »requird: true } }"),
      'unknown key "requird". Did you mean "required"?',
    ],
    [
      `${head}extends: spectrum/pcco@1\noverrides:\n  title-length: { severity: off, because: x, »maxLenght: 30 }\n`,
      'unknown key "maxLenght". Did you mean "maxLength"?',
    ],
  ]);

  test("where another key is needed in its place, both are told", async () => {
    await expectFaults(withRule("field: title, »equals: { »feild: date }"), [
      '"equals" needs "field"',
      'unknown key "feild". Did you mean "field"?',
    ]);
    await expectFaults(withEvent("from: [»{ state: open, »afer: go }], role: anyone"), [
      'entry 1 of "from" needs "after"',
      'unknown key "afer". Did you mean "after"?',
    ]);
  });

  test("what writes a field has one of four keys", () =>
    expectFaults(withEvent("from: [open], role: anyone, set: { title: { »vale: x } }"), [
      'unknown key "vale". Did you mean "value"?',
    ]));
});

describe("what every rule file says of itself", () => {
  faults([
    [inHead("format: 1", "»format: 2"), '"format" is 2; it can only be 1'],
    [inHead("format: 1", '»format: "1"'), '"format" is "1"; it can only be 1'],
    [
      inHead("ruleSet: acme/pcco", "»ruleSet: Acme PCCO"),
      '"ruleSet" is "Acme PCCO"; it must be written like spectrum/pcco, in small letters',
    ],
    [
      inHead("ruleSet: acme/pcco", "»ruleSet: acme"),
      '"ruleSet" is "acme"; it must be written like spectrum/pcco, in small letters',
    ],
    [inHead("version: 1.0.0", "»version: v1.0.0"), '"version" is "v1.0.0"; it must be written like 1.0.0'],
    [inHead("version: 1.0.0", "»version: 1.0"), '"version" must be written like 1.0.0; found 1'],
    [inHead("version: 1.0.0", "»version: 1.0.0-beta"), '"version" is "1.0.0-beta"; it must be written like 1.0.0'],
    [
      inHead("effective: { from: 2025-01-01 }", "»effective: 2025-01-01"),
      '"effective" must be a group of keys; found "2025-01-01"',
    ],
    [inHead("effective: { from: 2025-01-01 }", "»effective: {}"), '"effective" needs "from"'],
    [`${head}»title: 2025\n`, '"title" must be a text; found 2025. Write it in quotes.'],
    [
      `${head}sources:\n  page: { title: Page, »url: example.com }\n`,
      '"url" is "example.com"; it must be written like https://example.com',
    ],
  ]);

  test("all of it is needed", async () => {
    expect(await faultsOf("title: A title\n")).toEqual(
      ["format", "ruleSet", "version", "effective"].map((key) => `1:1 the file needs "${key}"`),
    );
  });
});

describe("a value of the wrong kind", () => {
  faults([
    [`${head}»rules: [a]\n`, '"rules" must be a group of keys; found a list of 1'],
    [`${head}»rules:\n`, '"rules" must be a group of keys; found nothing'],
    [`${head}rules:\n  »a-rule: yes\n`, '"a-rule" must be a group of keys; found "yes"'],
    [withRule("field: title, »maxLength: ten"), '"maxLength" must be a whole number; found "ten"'],
    [withRule("field: title, »maxLength: 0"), '"maxLength" must be 1 or more; found 0'],
    [withRule("field: amount, »maxDecimals: 11"), '"maxDecimals" must be 10 or less; found 11'],
    [withRule("field: title, »required: false"), '"required" is false; it can only be true'],
    [withRule("field: title, »oneOf: []"), '"oneOf" is empty; it needs at least one entry'],
    [withRule("field: title, »oneOf: [a, a]"), '"oneOf" lists an entry twice'],
    [withRule("field: title, oneOf: [»5]"), 'entry 1 of "oneOf" must be a text; found 5. Write it in quotes.'],
    [
      withRule("field: title, »equals: [a]"),
      '"equals" must be a text, a number, true or false or a group of keys; found a list of 1',
    ],
    [withRule('field: title, »pattern: ""'), '"pattern" must not be empty'],
    [
      withRule(`field: title, »pattern: ${"a".repeat(201)}`),
      '"pattern" is too long; at most 200 characters are allowed',
    ],
    [withRule("field: amount, »minimum: abc"), '"minimum" is "abc"; it must be written like 0 or "99.50"'],
    [withRule("field: amount, »minimum: 0.5"), '"minimum" must be written like 0 or "99.50"; found 0.5'],
    [
      withRule("field: title, format: email").replace("format: email", "»format: email"),
      '"format" is "email"; it can be date, dateTime or decimal.',
    ],
    [
      withRule("field: title, required: true", "»severity: eror, stage: send, source: page"),
      '"severity" is "eror"; it can be error, warning, info or off. Did you mean "error"?',
    ],
    [
      withRule("field: title, required: true", "severity: error, »stage: Send, source: page"),
      '"stage" is "Send"; it can be save, send or export. Did you mean "send"?',
    ],
    [
      withRule("field: title, required: true", "severity: error, stage: send").replace("a-rule", "»a-rule"),
      '"a-rule" needs "source"',
    ],
    [withRule("field: title, required: true, »when: {}"), '"when" is empty; it needs at least one entry'],
    [withRule("field: title, required: true, when: { »any: [] }"), '"any" is empty; it needs at least one entry'],
    [
      withField("{ label: T, path: t, »type: string }"),
      '"type" is "string"; it can be text, id, money, date, dateTime, boolean, integer, choice or list.',
    ],
    [
      withField("{ label: T, »path: a..b, type: text }"),
      '"path" is "a..b"; it must be written like line_items[].amount',
    ],
    [
      withField("{ label: T, path: t, type: text, otherwise: { from: a, »matching: { a: b, c: d }, take: x } }"),
      '"matching" may have only 1 entry',
    ],
    [withFeature("{ title: Export, »default: no }"), '"default" is "no"; it can be on or off. Did you mean "off"?'],
    [
      withFeature("yes").replace("export: yes", "»export: yes"),
      '"export" is "yes"; it can be on or off. Did you mean "on"?',
    ],
    [withFeature("{ title: Export }").replace("  export", "  »export"), '"export" needs "default"'],
    [
      withState("label: Open, »icon: red, locked: false, initial: true"),
      '"icon" is "red"; it can be none, blue, green or yellow.',
    ],
    [withEvent("»from: [], role: anyone"), '"from" is empty; it needs at least one entry'],
    [withEvent("from: [open], »role: 3"), '"role" must be a text or a list; found 3'],
    [
      withEvent("from: [open], role: anyone, checks: [»sned]"),
      'entry 1 of "checks" is "sned"; it can be save, send or export. Did you mean "send"?',
    ],
    [
      withEvent("from: [open], role: anyone, set: { »title: { value: a, now: true } }"),
      '"title" may have only 1 entry',
    ],
  ]);
});

describe("a name that can't be one", () => {
  const rule = "{ field: title, required: true, severity: error, stage: send, source: page }";
  const kebab = "small letters, digits and hyphens, such as date-required";
  faults([
    [`${dictionary}rules:\n  »Bad_Rule: ${rule}\n`, `"Bad_Rule" can't be a name here; names are ${kebab}`],
    [`${dictionary}rules:\n  »12: ${rule}\n`, `"12" can't be a name here; names are ${kebab}`],
    [`${dictionary}rules:\n  »a/b: ${rule}\n`, `"a/b" can't be a name here; names are ${kebab}`],
    [
      withEvent("from: [open], role: anyone").replace("  go:", "  »Go:"),
      `"Go" can't be a name here; names are ${kebab}`,
    ],
    [
      `${head}fields:\n  »a_title: { label: T, path: t, type: text }\n`,
      `"a_title" can't be a name here; names are letters and digits, beginning with a small letter, such as billingItemCode`,
    ],
    [
      dictionary.replace("  anyone:", "  »any-one:"),
      `"any-one" can't be a name here; names are letters and digits, beginning with a small letter, such as billingItemCode`,
    ],
    [
      dictionary.replace("  open: {", "  »Open: {"),
      `"Open" can't be a name here; names are small letters, digits and underscores, such as ready_to_export`,
    ],
    [
      withEvent("from: [open], role: anyone, input: { »Note: { label: Note, type: text } }"),
      `"Note" can't be a name here; names are small letters, digits and underscores, such as ready_to_export`,
    ],
  ]);
});

describe("several faults are told together, from the top down", () => {
  test("of shape", () =>
    expectFaults(
      `${withRule("field: title, »maxLenght: 3", "»severity: eror, stage: send").replace("a-rule", "»a-rule")}»rulez: {}\n`,
      [
        '"a-rule" needs "source"',
        '"severity" is "eror"; it can be error, warning, info or off. Did you mean "error"?',
        'unknown key "maxLenght". Did you mean "maxLength"?',
        'unknown key "rulez". Did you mean "rules"?',
      ],
    ));

  test("of names", () =>
    expectFaults(
      withRule("»field: titel, maxLength: 3, »message: '{lenght}'", "severity: error, stage: send, »source: pag"),
      [
        'unknown source "pag". Did you mean "page"?',
        'unknown field "titel". Did you mean "title"?',
        'the message mentions {lenght}, which is not known here. Did you mean "length"?',
      ],
    ));
});

import { describe, expect, test } from "vitest";
import { dictionary, expectFaults, faults, faultsOf, head, withEvent, withRule } from "./testing.ts";

test("a rule file whose names are all known loads", async () => {
  expect(
    await faultsOf(
      withRule(
        "field: title, maxLength: 10, when: { feature: export, is: on }, message: '{label} {value} {length} {feature}'",
      ),
    ),
  ).toEqual([]);
  expect(
    await faultsOf(
      withEvent(
        "from: [open, { state: open, after: go }], to: open, role: [anyone], source: page, set: { date: { now: true } }",
      ),
    ),
  ).toEqual([]);
});

test("a path that is nearly one that PCCOs have is a slip of the pen, but below custom_fields names are the company's own", async () => {
  const field = (path: string): string =>
    `${head}fields:\n  title: { label: T, path: ${path}, type: text }\n  own: { label: O, path: b, type: text }\n`;
  const message = 'no PCCO and no context has "grand_totla". Did you mean "grand_total"?';
  expect(await faultsOf(field("grand_totla"))).toContainEqual(expect.stringContaining(message));
  expect(await faultsOf(field("custom_fields.grand_totla.value"))).not.toContainEqual(
    expect.stringContaining("no PCCO"),
  );
});

describe("a name that nothing has is an error at its place, with the name that was meant", () => {
  faults([
    [withRule("»field: titel, maxLength: 3"), 'unknown field "titel". Did you mean "title"?'],
    [withRule("fields: [title, »amont], required: true"), 'unknown field "amont". Did you mean "amount"?'],
    [
      withRule("»field: vendor, required: true"),
      'unknown field "vendor". Known are title, date, amount, code, contract and state.',
    ],
    [withRule("»feature: exprot, is: on"), 'unknown feature "exprot". Did you mean "export"?'],
    [
      withRule("field: title, required: true", "severity: error, stage: send, »source: pag"),
      'unknown source "pag". Did you mean "page"?',
    ],
    [
      withRule("field: title, required: true, when: { »field: titel, required: true }"),
      'unknown field "titel". Did you mean "title"?',
    ],
    [
      withRule("field: title, required: true, when: { any: [{ not: { »feature: exprot, is: on } }] }"),
      'unknown feature "exprot". Did you mean "export"?',
    ],
    [withRule("field: code, equals: { »field: contrat }"), 'unknown field "contrat". Did you mean "contract"?'],
    [withRule("field: code, »refersTo: cde"), 'unknown field "cde". Did you mean "code"?'],
    [withRule("field: amount, sumEquals: [amount, »amont]"), 'unknown field "amont". Did you mean "amount"?'],
    [withRule("field: date, »notBefore: dat"), 'unknown field "dat". Did you mean "date"?'],
    [`${head}fields:\n  a: { label: A, path: a, type: text, »shownAt: b }\n`, 'unknown field "b". Known is a.'],
    [
      `${head}fields:\n  title: { label: A, path: a, type: text, otherwise: { »field: titles } }\n`,
      'unknown field "titles". Did you mean "title"?',
    ],
    [
      `${head}fields:\n  title: { label: A, path: a, type: text, otherwise: { from: b, matching: { »id: titl }, take: c } }\n`,
      'unknown field "titl". Did you mean "title"?',
    ],
    [
      dictionary.replace("default: off", "default: off, where: { »field: titel, required: true }"),
      'unknown field "titel". Did you mean "title"?',
    ],
    [dictionary.replace("default: off", "default: off, »source: pag"), 'unknown source "pag". Did you mean "page"?'],
    [
      dictionary.replace("{ field: title, required: true }", "{ »field: titel, required: true }"),
      'unknown field "titel". Did you mean "title"?',
    ],
    [
      dictionary.replace("label: a title,", "label: a title, »source: pag,"),
      'unknown source "pag". Did you mean "page"?',
    ],
    [withEvent("from: [»opn], role: anyone"), 'unknown state "opn". Did you mean "open"?'],
    [withEvent("from: [{ »state: opn, after: go }], role: anyone"), 'unknown state "opn". Did you mean "open"?'],
    [withEvent("from: [{ state: open, »after: goo }], role: anyone"), 'unknown event "goo". Did you mean "go"?'],
    [withEvent("from: [open], »to: opn, role: anyone"), 'unknown state "opn". Did you mean "open"?'],
    [withEvent("from: [open], »role: anyon"), 'unknown role "anyon". Did you mean "anyone"?'],
    [withEvent("from: [open], role: [anyone, »anyon]"), 'unknown role "anyon". Did you mean "anyone"?'],
    [withEvent("from: [open], role: anyone, »source: pag"), 'unknown source "pag". Did you mean "page"?'],
    [
      withEvent("from: [open], role: anyone, set: { »titel: { now: true } }"),
      'unknown field "titel". Did you mean "title"?',
    ],
    [
      withEvent(
        "from: [open], role: anyone, set: { title: { »input: nte } }, input: { note: { label: N, type: text } }",
      ),
      'unknown input "nte". Did you mean "note"?',
    ],
    [
      withEvent("from: [open], role: anyone, set: { title: { »input: note } }"),
      'unknown input "note". There are none.',
    ],
    [
      withEvent("from: [open], role: anyone, guards: [{ when: { »field: titel, required: true }, message: No }]"),
      'unknown field "titel". Did you mean "title"?',
    ],
  ]);
});

describe("a value that the field can never have is an error, for the rule would always say the same", () => {
  faults([
    [withRule("field: title, »equals: 520"), 'Title is of type text, so it can\'t be 520; write "520" in quotes'],
    [withRule("field: state, »equals: opn"), '"opn" is no choice of State. Did you mean "open"?'],
    [withRule("field: state, oneOf: [open, »closed]"), '"closed" is no choice of State. Known are open and shut.'],
    [
      withEvent("from: [open], role: anyone, set: { state: { »value: opn } }"),
      '"opn" is no choice of State. Did you mean "open"?',
    ],
    [
      withEvent("from: [open], role: anyone, set: { title: { »value: true } }"),
      'Title is of type text, so it can\'t be true; write "true" in quotes',
    ],
  ]);

  test("an id may be a number or a text", async () => {
    expect(await faultsOf(withRule("field: code, equals: 520"))).toEqual([]);
    expect(await faultsOf(withRule("field: code, equals: A1"))).toEqual([]);
  });
});

describe("a field that can't be read is refused", () => {
  const field = (text: string, others = "") =>
    `${head}fields:\n  title: { label: T, path: t, type: text, ${text} }\n${others}`;
  const alone = 'write either "field", or all of "from", "matching" and "take"';
  faults([
    [field("»otherwise: { field: title }"), '"title" leads back to itself'],
    [field("»otherwise: {}"), alone],
    [field("»otherwise: { from: a, take: b }"), alone],
    [field("»otherwise: { field: other, from: a }", "  other: { label: O, path: o, type: text }\n"), alone],
    [
      field("otherwise: { »field: other }", '  other: { label: O, path: "a[].o", type: text }\n'),
      '"other" does not stand in the same place as "title"',
    ],
    [
      field("in: context, »shownAt: other", "  other: { label: O, in: context, path: o, type: text }\n"),
      '"other" is not a field of the PCCO itself, so nothing can be shown there',
    ],
    [
      field("in: context, »shownAt: other", '  other: { label: O, path: "a[].o", type: text }\n'),
      '"other" is not a field of the PCCO itself, so nothing can be shown there',
    ],
    [
      `${head}fields:\n  title: { label: T, »path: "a[].b[].c", type: text }\n`,
      "a field can stand in one list only; found a[].b[].c",
    ],
    [
      `${head}fields:\n  »title: { label: T, path: t, type: choice }\n`,
      '"title" is of type choice, so it needs "choices"',
    ],
    [
      dictionary.replace("default: off", "default: off, »where: { feature: export, is: on }"),
      "where a feature exists can't depend on another feature",
    ],
  ]);

  test("also when it leads back by way of others", () =>
    expectFaults(
      field(
        "»otherwise: { field: other }",
        "  other: { label: O, path: o, type: text, »otherwise: { field: title } }\n",
      ),
      ['"title" leads back to itself', '"other" leads back to itself'],
    ));
});

describe("a life cycle hangs together", () => {
  faults([
    [
      dictionary.replace(", initial: true", "").replace("states:", "»states:"),
      'exactly one state must be "initial"; found 0',
    ],
    [
      dictionary.replace("states:", "»states:\n  shut: { label: Shut, icon: none, locked: true, initial: true }"),
      'exactly one state must be "initial"; found 2',
    ],
    [
      withEvent("from: [open], role: anyone, set: { »contract: { value: x } }"),
      '"contract" is not a field of the PCCO, so no event can write it',
    ],
    [
      withEvent("from: [open], role: anyone, set: { »amount: { value: x } }"),
      '"amount" stands on every line; an event writes fields of the PCCO itself',
    ],
    [
      withEvent("from: [open], role: anyone, input: { note: { label: N, type: text, »default: today } }"),
      '"default: today" is for a value of type date; "note" is of type text',
    ],
    [
      withEvent("from: [open], role: anyone, input: { note: { label: N, type: text, »mustBe: true } }"),
      '"mustBe" is for a value of type boolean; "note" is of type text',
    ],
  ]);

  test("events need states and roles", () =>
    expectFaults(`${head}»lifecycle:\n  go: { label: Go, from: [»open], »role: anyone }\n`, [
      'events need "states"',
      'unknown state "open". There are none.',
      'unknown role "anyone". There are none.',
    ]));
});

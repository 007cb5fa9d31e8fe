import { describe, expect, test } from "vitest";
import { at, context, current, pcco } from "./testing.ts";

const circle: Record<string, unknown> = {};
circle["again"] = { circle };

/** A list in a list in a list: this many lists. */
const lists = (levels: number): unknown =>
  Array.from({ length: levels - 1 }).reduce((inner: unknown) => [inner], ["x"]);

/** Twice as many parts with each level: short to hold, too long to write. */
const doubled = Array.from({ length: 60 }).reduce((inner: unknown) => [inner, inner], "x");

const unwritable: readonly (readonly [string, unknown])[] = [
  ["lists 100,000 levels deep", lists(100_000)],
  ["lists one level deeper than is read", lists(201)],
  ["a group that leads back to itself", circle],
  ["lists that have more parts than there is room for", doubled],
  ["a number larger than JSON's", 12n],
  ["a number without an end", Number.POSITIVE_INFINITY],
  ["a list with what is no number", [Number.NaN]],
  ["a group with such a number", { cents: [12n] }],
  ["a function", () => 1],
  ["a group that can't be made JSON", { toJSON: () => circle }],
];

const writable: readonly (readonly [string, unknown])[] = [
  ["lists as deep as are read", lists(200)],
  ["a group", { a: [1, null, true, undefined] }],
  ["a day", new Date(0)],
  ["a switch", true],
  ["a number", 12.5],
];

const places = ["title", "status", "created_at", "grand_total", "line_items"] as const;

const check = (document: unknown, surroundings: unknown) =>
  Reflect.apply(current.check, current, [document, surroundings, { event: "send", at }]).findings;

/** What findings at places that this value was put into give back. */
function givenBack(value: unknown): readonly unknown[] {
  const [line] = pcco.line_items;
  const documents = [
    ...places.map((place) => ({ ...pcco, [place]: value })),
    { ...pcco, line_items: [value] },
    { ...pcco, line_items: [{ ...line, amount: value, billing_item_code: value }] },
  ];
  const surroundings = [
    { ...context, prime_contract: { ...context.prime_contract, accounting_method: value } },
    { ...context, erp: { ...context.erp, features: { export_prime_contract_change_orders: value } } },
  ];
  const findings = [
    ...documents.flatMap((document) => check(document, context)),
    ...surroundings.flatMap((each) => check(pcco, each)),
  ];
  expect(findings.length).toBeGreaterThanOrEqual(documents.length);
  expect(() => JSON.stringify(findings)).not.toThrow();
  return findings.map(({ received }) => received).filter((each) => each === value);
}

describe("a finding gives back what was found", () => {
  test.each(writable)("%s", (_, value) => {
    expect(givenBack(value).length).toBeGreaterThan(places.length);
  });
});

describe("a finding leaves out what no report can have in it", () => {
  test.each(unwritable)("%s", (_, value) => {
    expect(givenBack(value)).toEqual([]);
  });

  test("a number that was written without quotes, too", () => {
    const sourceOf = () => ".inf";
    const asked = [{ ...pcco, number: Number.POSITIVE_INFINITY }, context, { event: "send", at, sourceOf }];
    const { findings } = Reflect.apply(current.check, current, asked);
    expect(findings).toMatchObject([{ ruleId: "document/unquoted-code", path: "/number" }]);
    expect(findings[0]).not.toHaveProperty("received");
  });

  test("and still tells of it", () => {
    expect(check({ ...pcco, title: lists(100_000) }, context)).toMatchObject([
      { ruleId: "document/type", path: "/title", message: "Title must be a text in quotes; found a list of 1." },
    ]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fromPointer, valueAt } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import type { Verdict } from "./check.ts";
import { context, contract, current, frozen, group, pcco, seed } from "./testing.ts";

const odd = [
  undefined,
  null,
  "",
  " ",
  0,
  -1,
  1.5,
  Number.NaN,
  true,
  false,
  [],
  {},
  [null],
  { origin_id: 5 },
  "x".repeat(300),
  "9".repeat(40),
  "\u{1F3D7}".repeat(11),
  "__proto__",
];

/** A value at the edge of what a field can be: right, nearly right, or something else. */
const oneOf = (...near: readonly unknown[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...near) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

const ids = oneOf(7001, 7002, "7001", 9999, null);
const line = fc.record(
  {
    amount: oneOf("8000.00", "2500.00", "0", "-1.00", "1.005", "abc"),
    cost_code: oneOf({ origin_id: "05120" }, { origin_id: "03300" }, null),
    line_item_type: oneOf({ origin_id: "S" }, { origin_id: null }),
    wbs_code: oneOf(undefined, { flat_code: "05120.S" }),
    prime_line_item_id: ids,
    billing_item_code: oneOf(undefined, "0520", "1234567890", "12345678901"),
  },
  { requiredKeys: [] },
);
const lines = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom(...odd) }), {
      maxLength: 4,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const documents = fc.record(
  {
    contract_id: oneOf(901, "901", 902),
    number: oneOf("004", "1234567890", "12345678901"),
    title: oneOf("Canopy", "x".repeat(255), "x".repeat(256)),
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant("approved") },
      { weight: 2, arbitrary: oneOf("draft", "Approved", "void") },
    ),
    created_at: oneOf("2025-03-04T15:10:00Z", "2025-03-04", "2025-02-30"),
    reviewed_at: oneOf("2025-03-11T18:22:00Z", undefined),
    approved_on: oneOf("2025-03-11", undefined),
    grand_total: oneOf("10500.00", "0.00", "8000.00"),
    line_items: lines,
    markups: oneOf([], [{ amount: "1.00" }], undefined),
    erp: oneOf({ status: "not_in_erp" }, { status: "synced", origin_id: "1" }, undefined),
  },
  { requiredKeys: ["status"] },
);
/** The PCCO in which all is right, with some fields of another. */
const nearlyClean = fc
  .tuple(documents, fc.constantFrom(0, 1, 2))
  .map(([other, count]) => ({ ...pcco, ...Object.fromEntries(Object.entries(other).slice(0, count)) }));

const contractLine = fc.record({
  id: oneOf(7001, 7002, "7001"),
  origin_code: oneOf("0010", "0520", "12345678901", null),
});
// Each line has an id of its own: of two with one id, the first would count, and taking its id away would leave the other.
const contractLines = fc.uniqueArray(contractLine, { maxLength: 3, selector: ({ id }) => String(id) });
const contexts = fc.oneof(
  fc.constant(context),
  fc.record({
    erp: fc.record({
      system: oneOf("spectrum", "sage300"),
      features: oneOf(
        { export_prime_contract_change_orders: true },
        { export_prime_contract_change_orders: false },
        {},
      ),
    }),
    prime_contract: fc.record({
      id: oneOf(901, "901", 902),
      status: oneOf("Approved", "Complete", "Draft"),
      accounting_method: oneOf("amount", "unit"),
      origin_id: oneOf("SP-J24118", null),
      line_items: fc.oneof(fc.constant(contract.line_items), contractLines),
    }),
  }),
);

type Path = readonly (string | number)[];

/** Every fact of a context: each key of each group in it. What a list holds is known only as a whole; its items' facts count. */
function factsOf(value: unknown, path: Path = []): Path[] {
  if (isList(value)) return value.flatMap((item, index) => factsOf(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...factsOf(part, [...path, key])]);
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (isList(value)) return value.map((item, index) => (index === step ? without(item, rest) : item));
  if (!isObject(value) || step === undefined || !Object.hasOwn(value, step)) return value;
  const others = Object.entries(value).filter(([key]) => key !== step);
  return Object.fromEntries(
    rest.length === 0
      ? others
      : Object.entries(value).map(([key, part]) => [key, key === step ? without(part, rest) : part]),
  );
}

const asked = fc.constantFrom(
  (document: unknown, surroundings: unknown): Verdict => Reflect.apply(seed.check, seed, [document, surroundings]),
  (document: unknown, surroundings: unknown): Verdict =>
    Reflect.apply(current.check, current, [document, surroundings]),
  (document: unknown, surroundings: unknown): Verdict =>
    Reflect.apply(current.check, current, [document, surroundings, { event: "accept" }]),
);

test("taking facts away from the context never lets a PCCO through", () => {
  let through = 0;
  fc.assert(
    fc.property(
      fc.oneof(documents, nearlyClean),
      contexts,
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      asked,
      (document, surroundings, picks, check) => {
        let less: unknown = surroundings;
        for (const pick of picks) {
          const facts = factsOf(less);
          const fact = facts[pick % Math.max(1, facts.length)];
          if (fact !== undefined) less = without(less, fact);
        }
        const [before, after] = [
          check(frozen(document), frozen(surroundings)).outcome,
          check(document, frozen(less)).outcome,
        ];
        if (before === "exportable") through++;
        if (before !== "exportable") expect(after).not.toBe("exportable");
      },
    ),
    { numRuns: 3000 },
  );
  // Otherwise the test would ask only PCCOs that are blocked anyway.
  expect(through).toBeGreaterThan(50);
});

test("each fact about a clean PCCO that a rule needs makes it unknown when it is taken away, and none makes it blocked", () => {
  const outcomes = factsOf(context).map((fact) => [
    fact.join("."),
    current.check(pcco, frozen(group(without(context, fact)))).outcome,
  ]);
  expect(Object.fromEntries(outcomes)).toEqual({
    erp: "unknown",
    "erp.system": "unknown",
    "erp.features": "unknown",
    // A list of toggles without this one says that it stands at its default, which is off.
    "erp.features.export_prime_contract_change_orders": "blocked",
    prime_contract: "unknown",
    "prime_contract.id": "unknown",
    "prime_contract.status": "unknown",
    "prime_contract.accounting_method": "unknown",
    "prime_contract.origin_id": "unknown",
    "prime_contract.line_items": "unknown",
    "prime_contract.line_items.0.id": "unknown",
    "prime_contract.line_items.0.origin_code": "unknown",
    "prime_contract.line_items.1.id": "unknown",
    "prime_contract.line_items.1.origin_code": "unknown",
    actor: "exportable",
    ...Object.fromEntries(Object.keys(context.actor).map((key) => [`actor.${key}`, "exportable"])),
  });
});

test("no value at all makes a check throw, and what is given is never changed", () => {
  fc.assert(
    fc.property(
      fc.oneof(documents, fc.anything()),
      fc.oneof(contexts, fc.anything()),
      asked,
      (document, surroundings, check) => {
        const verdict = check(frozen(document), frozen(surroundings));
        expect(["exportable", "blocked", "unknown"]).toContain(verdict.outcome);
        if (verdict.outcome !== "exportable") expect(verdict.findings.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});

test("every finding stands at a place, or where one would stand, and every fix that needs no person changes the document there", () => {
  fc.assert(
    fc.property(documents, contexts, (document, surroundings) => {
      const verdict: Verdict = Reflect.apply(current.check, current, [frozen(document), frozen(surroundings)]);
      for (const finding of verdict.findings) {
        expect(finding.path === "" || finding.path.startsWith("/")).toBe(true);
        for (const fix of finding.fixes)
          for (const edit of fix.edits) {
            if (edit.op !== "add") expect(valueAt(document, fromPointer(edit.path))).not.toBeUndefined();
          }
      }
    }),
    { numRuns: 500 },
  );
});

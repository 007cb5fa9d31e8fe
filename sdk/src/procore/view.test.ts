import fc from "fast-check";
import { expect, test } from "vitest";
import { isSeenAsItIs, viewOf } from "./view.ts";

const some = (...values: readonly unknown[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const group = some(null, "x", [], {}, { status: null }, { status: " " }, { status: "synced" }, { origin_id: "1" });
const wrapped = some(null, "x", {}, { prime_contract_change_order: {} }, { status: "draft" });
const wrapper = fc.constantFrom(
  "data",
  "change_order",
  "request_data",
  "prime_change_order",
  "prime_contract_change_order",
  "prime_contract",
);
const payload = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, "x", 1, [], [{}]) },
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.record({ status: some("approved", null), erp: group, origin_id: some("SP-1", null, "") }),
        fc.dictionary(wrapper, wrapped, { maxKeys: 2 }),
      )
      .map(([own, more]) => ({ ...own, ...more })),
  },
);

test("what is told to be seen as it is, is", () => {
  const tally = { asItIs: 0, others: 0 };
  fc.assert(
    fc.property(payload, fc.constantFrom<unknown>({}, undefined, null, []), (given, context) => {
      if (!isSeenAsItIs(given, context, undefined)) {
        tally.others++;
        return;
      }
      tally.asItIs++;
      const view = viewOf(given, context);
      expect(view?.document).toBe(given);
      expect(view?.context).toBe(context);
      expect(view?.outside).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(tally.asItIs, tally.others)).toBeGreaterThan(10);
});

test("a PCCO with an ERP status of its own is seen as it is", () => {
  expect(isSeenAsItIs({ status: "approved", erp: { status: "not_in_erp", origin_id: "1" } }, {}, "spectrum")).toBe(
    true,
  );
});

test.each([
  [{ erp: { system: "spectrum" } }, true],
  [{ erp: { system: "Spectrum" } }, false],
  [{ erp: {} }, false],
  [{ erp: null }, false],
])("a context whose ERP system is to be asked for is not: %j", (context, isAsItIs) => {
  expect(isSeenAsItIs({ status: "approved" }, context, "spectrum")).toBe(isAsItIs);
});

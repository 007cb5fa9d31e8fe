import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doubtful, facts } from "../check/clean/testing.ts";
import { compileCleanTest } from "../check/clean.ts";
import { RuleSetError } from "../rules/rule-file.ts";
import { dictionary, features, rule } from "./rules/testing.ts";
import { compiledRules, openWorkshop, setOf, type Workshop } from "./testing.ts";

// Rule sets of a few random rules over fields of every kind, and PCCOs that are clean or almost.

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const head = { features, fields: dictionary };

/** The rules a rule file may have; those that loading refuses are left out. */
function fitting(rules: readonly object[]): Record<string, object> {
  const fits = rules.filter((each) => {
    try {
      compiledRules(setOf({ ...head, rules: { rule: each } }));
      return true;
    } catch (error) {
      if (error instanceof RuleSetError) return false;
      throw error;
    }
  });
  return Object.fromEntries(fits.map((each, index) => [`r${index}`, each]));
}

/** A few random rules that can stand together. */
const rules = fc
  .array(rule, { minLength: 2, maxLength: 5 })
  .map(fitting)
  .filter((each) => Object.keys(each).length > 0);

test("what either quick test calls clean, no rule finds fault with", async () => {
  const tally = { asked: 0, quick: 0, ahead: 0, doubtful: 0, sets: 0, covered: 0, rules: 0, open: 0, found: 0 };
  await fc.assert(
    fc.asyncProperty(rules, fc.array(facts, { minLength: 12, maxLength: 12 }), async (own, given) => {
      const set = setOf({ ...head, rules: own });
      const compiled = compiledRules(set);
      const quick = compileCleanTest(compiled);
      const ahead = await workshop.read(set);
      const covered = compiled.filter(({ id }) => !ahead.rest.includes(id));
      tally.sets++;
      tally.rules += compiled.length;
      tally.covered += covered.length;
      for (const each of given) {
        const called = { quick: quick(each), ahead: ahead.holds(each) };
        const found = { all: doubtful(compiled, each), covered: doubtful(covered, each) };
        expect([called, found, each]).toEqual([
          called,
          { all: called.quick ? [] : found.all, covered: called.ahead ? [] : found.covered },
          each,
        ]);
        // Of rules that don't certainly hold, it names at least those that don't.
        const left = called.ahead ? [] : compiled.filter((_, index) => ahead.isOpen(index)).map(({ id }) => id);
        const doubted = compiled.filter((_, index) => !called.quick && quick.isOpen?.(index)).map(({ id }) => id);
        expect(found.all.filter((id) => !doubted.includes(id))).toEqual([]);
        if (!called.ahead) expect(found.covered.filter((id) => !left.includes(id))).toEqual([]);
        tally.open += left.length;
        tally.found += found.covered.length;
        tally.asked++;
        tally.quick += Number(called.quick);
        tally.ahead += Number(called.ahead && covered.length > 0);
        tally.doubtful += Number(found.all.length > 0);
      }
    }),
    { numRuns: 300 },
  );
  // A property that never gets there says nothing.
  expect(tally.quick).toBeGreaterThan(tally.asked / 10);
  expect(tally.ahead).toBeGreaterThan(tally.asked / 20);
  expect(tally.doubtful).toBeGreaterThan(tally.asked / 4);
  expect(tally.covered).toBeGreaterThan(tally.rules / 5);
  expect(tally.found).toBeGreaterThan(tally.open / 3);
});

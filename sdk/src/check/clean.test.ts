import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPcco, context } from "../../../test/bench/documents.ts";
import type { Facts } from "../context/facts.ts";
import { cleanTests } from "../generated/clean-tests.js";
import { compileMachine } from "../lifecycle/machine.ts";
import type { RuleSet } from "../rule-set.ts";
import { doubtful, facts } from "./clean/testing.ts";
import { type CleanTest, cleanTestFor, compileCleanTest } from "./clean.ts";
import { compileNames } from "./names.ts";
import { type CompiledRule, compileRule } from "./rule.ts";
import { current, frozen, seed } from "./testing.ts";

interface Asked {
  readonly name: string;
  readonly rules: readonly CompiledRule[];
  /** The quick test made at run time, and the one written ahead of time. */
  readonly quick: CleanTest;
  readonly ahead: CleanTest;
}

/** The events of a rule set that ask rules. */
function eventsOf({ definition }: RuleSet): readonly Asked[] {
  const names = compileNames(definition);
  const rules = definition.rules.flatMap((rule) => compileRule(rule, definition, names) ?? []);
  const written = cleanTests[definition.file] ?? [];
  return [...compileMachine(definition, rules, names).events.values()]
    .filter((event) => event.rules.length > 0)
    .map(({ name, rules: asked }) => ({
      name: `${definition.version} ${name}`,
      rules: asked,
      quick: compileCleanTest(asked),
      ahead: cleanTestFor(asked, written),
    }));
}

const everyEvent = [seed, current].flatMap(eventsOf);

/** Of events that ask the same rules, the first. */
const events = everyEvent.filter(
  ({ rules }, index) => everyEvent.findIndex((other) => idsOf(other.rules) === idsOf(rules)) === index,
);

function idsOf(rules: readonly CompiledRule[]): string {
  return rules.map(({ id }) => id).join(" ");
}

/** The rules that a quick test leaves open. */
function namedBy(test: CleanTest, rules: readonly CompiledRule[], given: Facts): readonly string[] {
  return test(given) ? [] : rules.filter((_rule, index) => test.isOpen?.(index) ?? true).map(({ id }) => id);
}

test("both versions have events that ask rules", () => {
  expect(everyEvent.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["1.0.0 send", "1.1.0 send", "1.1.0 accept"]),
  );
});

describe.each(events)("$name", ({ rules, quick, ahead }) => {
  test("what a quick test calls clean, no rule finds fault with; else it names at least the rules that do", () => {
    let [asked, clean, named, found] = [0, 0, 0, 0];
    fc.assert(
      fc.property(facts, (given) => {
        const open = [quick, ahead].map((test) => namedBy(test, rules, given));
        const faults = doubtful(rules, given);
        asked++;
        if (open.some((each) => each.length === 0)) clean++;
        for (const each of open) {
          expect({ open: each, missed: faults.filter((id) => !each.includes(id)) }).toEqual({ open: each, missed: [] });
          named += each.length;
          found += faults.length;
        }
      }),
      { numRuns: 2500 },
    );
    // A property that never gets there says nothing, nor does a test that names all rules.
    expect(clean).toBeGreaterThan(asked / 12);
    expect(named).toBeLessThan(found * 2);
  });

  test.each([1, 2, 10, 12, 13, 24, 25, 100, 3000])("a clean PCCO of %i lines is called clean", (lines) => {
    const given: Facts = frozen({
      document: cleanPcco(lines),
      context,
      input: { transaction_date: "2025-03-12" },
    });
    expect([quick(given), ahead(given)]).toEqual([true, true]);
    expect(doubtful(rules, given)).toEqual([]);
  });

  test("a test written ahead of time is there for these rules", () => {
    const written = Object.values(cleanTests)
      .flat()
      .find((each) => each.rules.join(" ") === idsOf(rules));
    const entered = rules.filter(({ inputs }) => inputs.length > 0).map(({ id }) => id);
    expect(written?.rest).toEqual(entered);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { facts } from "../../check/clean/testing.ts";
import { parseText } from "../../document/parse.ts";
import { writeYaml } from "../../document/write-yaml.ts";
import { validateContext } from "../../generated/context-validator.js";
import type { RuleSet } from "../../rule-set.ts";
import { createSpace, type Space } from "../solver/space.ts";
import { type World, worldOf } from "../solver/world.ts";
import { moved } from "./compare-event.ts";
import type { EventDiff } from "./event-diff.ts";
import { diffRuleSets } from "./rule-set-diff.ts";
import { randomPair } from "./testing.ts";
import { usualTime, type Witness } from "./witness.ts";

// Random rule sets that are changed a little. What the diff tells is asked of both rule sets; what it does not tell, and so
// calls proved not to be, is looked for among PCCOs of two kinds: those that are clean or almost, and those put together
// from the values that the rules tell apart, with more lines than the diff tries.

const mostLines = 6;

/** A PCCO put together from the values that rules tell apart. */
function sample(space: Space, choose: (count: number) => number): World {
  const counts = new Set<string>();
  const entries = space.variables.flatMap(({ slot, line, values }) => {
    const pick = (): unknown => values[Math.min(choose(values.length), choose(values.length))];
    if (slot.kind === "list") {
      const count = choose(8);
      return [{ slot, line, value: count === 7 ? pick() : Math.min(count, mostLines) }];
    }
    if (slot.list === undefined) return [{ slot, line, value: pick() }];
    // The first line's variable stands for all lines here.
    if (counts.has(slot.key)) return [];
    counts.add(slot.key);
    const value = (): unknown => (slot.kind === "line" && choose(30) > 0 ? undefined : pick());
    return Array.from({ length: mostLines }, (_, index) => ({ slot, line: index, value: value() }));
  });
  return worldOf(entries);
}

const permissions = ["none", "read_only", "standard", "admin"];

function actorOf(choose: (count: number) => number): object {
  return {
    prime_contracts: permissions[choose(permissions.length)],
    ...(choose(3) > 0 ? { can_push_to_accounting: choose(2) === 0 } : {}),
  };
}

function outcomes(pair: readonly RuleSet[], event: string, { document, at = usualTime }: Witness): readonly string[] {
  return pair.map((rules) => rules.check(document, document.$context, { event, at }).outcome);
}

function possibilities(pair: readonly RuleSet[], event: string, witness: Witness): readonly string[] {
  return pair.map((rules) => (moved(rules, event, witness).ok ? "possible" : "impossible"));
}

/** Whether the diff tells of such a difference, or says that it can't tell. */
function isTold(
  { differences, notDecided }: EventDiff,
  before: string | undefined,
  after: string | undefined,
): boolean {
  const as = (result: string): string =>
    ({ exportable: "possible", unknown: "impossible", blocked: "impossible" })[result] ?? result;
  const isMove = before === "possible" || before === "impossible";
  return [...differences, ...notDecided].some((each) =>
    isMove ? as(each.before) === before && as(each.after) === after : each.before === before && each.after === after,
  );
}

test("every witness shows its difference, also when saved as a file, and no PCCO shows one that is not told", () => {
  const tally = { pairs: 0, events: 0, equivalent: 0, open: 0, witnesses: 0, asked: 0, different: 0 };
  fc.assert(
    fc.property(
      randomPair,
      fc.array(facts, { minLength: 30, maxLength: 30 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      (pair, given, numbers) => {
        const diff = diffRuleSets(...pair);
        tally.pairs++;
        for (const each of diff.events) {
          tally.events++;
          tally.equivalent += Number(each.relation === "equivalent");
          tally.open += Number(each.relation === "not decided");
          for (const { before, after, witness } of each.differences) {
            const [saved] = parseText(writeYaml(witness.document), { format: "yaml" }).documents;
            expect(saved?.problems).toEqual([]);
            expect(saved?.value).toEqual(witness.document);
            expect(validateContext(witness.document.$context)).toBe(true);
            if (before.startsWith("leads")) continue;
            const isMove = before === "possible" || before === "impossible";
            expect((isMove ? possibilities : outcomes)(pair, each.event, witness)).toEqual([before, after]);
            tally.witnesses++;
          }
        }
        const stream = numbers[Symbol.iterator]();
        const choose = (count: number): number => Number(stream.next().value) % count;
        const space = createSpace(pair.map(({ definition }) => definition));
        const sampled = Array.from({ length: 60 }, () => sample(space, choose));
        for (const { document, context: around } of [...given, ...sampled]) {
          const context = choose(4) === 0 ? around : { ...around, actor: actorOf(choose) };
          if (!validateContext(context)) continue;
          tally.asked++;
          const entered = [{}, { transaction_date: "2024-12-31" }, { transaction_date: "soon" }][choose(3)] ?? {};
          const witness = { document: { ...document, $context: context }, input: entered };
          for (const each of diff.events) {
            const checked = outcomes(pair, each.event, witness);
            const possible = possibilities(pair, each.event, witness);
            for (const [before, after] of [checked, possible]) {
              if (before === after) continue;
              tally.different++;
              if (!isTold(each, before, after)) expect([each, before, after, witness]).toBe("told");
            }
          }
        }
      },
    ),
    { numRuns: 40 },
  );
  // A property that never gets there says nothing.
  expect(tally.equivalent).toBeGreaterThan(tally.events / 40);
  expect(tally.open).toBeLessThan(tally.events / 3);
  expect(tally.witnesses).toBeGreaterThan(tally.pairs);
  expect(tally.different).toBeGreaterThan(tally.asked / 10);
}, 240_000);

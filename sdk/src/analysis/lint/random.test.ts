import fc from "fast-check";
import { expect, test } from "vitest";
import { facts } from "../../check/clean/testing.ts";
import type { JsonObject } from "../../document/value.ts";
import { createRuleSet, type RuleSet } from "../../rule-set.ts";
import { ruleStates } from "../../rule-states.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import { moved } from "../diff/compare-event.ts";
import { randomPair } from "../diff/testing.ts";
import { usualTime } from "../diff/witness.ts";
import { createSpace } from "../solver/space.ts";
import { worldOf } from "../solver/world.ts";
import type { LintFinding } from "./finding.ts";
import { lintRules } from "./lint.ts";

// Random rule sets. What lint tells of rules and events is a claim about every PCCO: none of many may contradict it.

/** The rules of two rule sets together: many say nearly the same. */
function together([first, second]: readonly [RuleSet, RuleSet]): RuleSet {
  const further = second.definition.rules.map((rule) => {
    const id = `second-${rule.id}`;
    return { ...rule, id, place: { ...rule.place, path: `/rules/${id}` } };
  });
  return createRuleSet({ ...first.definition, rules: [...first.definition.rules, ...further] });
}

/** The file that a rule set could have been made of. */
function sourceOf({ definition }: RuleSet): RuleFileSource {
  const { id, version, effective, lifecycle, states, roles, file, sha256 } = definition;
  const content = { format: 1, ruleSet: id, version, effective, lifecycle, states, roles } as const;
  return { file, sha256, content, rangeOf: () => undefined };
}

interface Asked {
  readonly document: JsonObject;
  readonly context: JsonObject;
}

/** What rules say of a PCCO, of those that are asked for an event; and which events can happen to it. */
function answersOf(rules: RuleSet, { document, context }: Asked) {
  const said = new Map<string, string>();
  const events = new Set<string>();
  for (const event of rules.events) {
    for (const [id, state] of ruleStates(rules.definition, document, context, { event, at: usualTime }))
      said.set(id, state);
    const witness = { document: { ...document, $context: context }, input: { transaction_date: "2025-01-01" } };
    if (moved(rules, event, witness).ok) events.add(event);
  }
  return { said, events };
}

/** Why a finding is wrong, if a PCCO shows that it is. */
function refuted({ id, place, related, message }: LintFinding, { said, events }: ReturnType<typeof answersOf>) {
  const ruleIn = (path = ""): string | undefined => said.get(/^\/rules\/(.*)$/.exec(path)?.[1] ?? "");
  const [own, other] = [ruleIn(place.path), ruleIn(related[0]?.place.path)];
  switch (id) {
    case "lint/never-fires":
      return own === "broken";
    case "lint/always-fires":
      return own === "holds";
    case "lint/shadowed":
      return own === "broken" && other !== "broken";
    case "lint/contradictory":
      return own === "holds" && other === "holds";
    case "lint/impossible-event":
    case "lint/nobody-may":
      return [...events].some((event) => message.includes(`"${event}"`));
    default:
      return false;
  }
}

test("no PCCO contradicts what is told, and every witness is one that the rule set knows so", () => {
  const tally = { told: new Map<string, number>(), sets: 0, open: 0, asked: 0 };
  fc.assert(
    fc.property(
      randomPair,
      fc.array(facts, { minLength: 20, maxLength: 20 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      (pair, given, numbers) => {
        const rules = together(pair);
        const findings = lintRules(rules, sourceOf(rules));
        tally.sets++;
        for (const { id } of findings) tally.told.set(id, (tally.told.get(id) ?? 0) + 1);
        tally.open += Number(findings.some(({ id }) => id === "lint/not-decided"));
        const stream = numbers[Symbol.iterator]();
        const choose = (count: number): number => Number(stream.next().value) % count;
        const { variables } = createSpace([rules.definition]);
        const sampled = Array.from({ length: 80 }, () =>
          worldOf(variables.map(({ slot, line, values }) => ({ slot, line, value: values[choose(values.length)] }))),
        );
        const witnesses = findings.flatMap(({ witness }) =>
          witness === undefined ? [] : [{ document: witness.document, context: witness.document.$context }],
        );
        for (const asked of [...given, ...sampled, ...witnesses]) {
          tally.asked++;
          const answers = answersOf(rules, asked);
          for (const finding of findings) if (refuted(finding, answers)) expect([finding, asked]).toBe("never so");
        }
      },
    ),
    { numRuns: 40 },
  );
  // A property that never gets there says nothing.
  expect(tally.open).toBeLessThan(tally.sets / 2);
  expect(tally.told.get("lint/shadowed")).toBeGreaterThan(5);
}, 120_000);

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseText } from "../../document/parse.ts";
import { ruleStates } from "../../rule-states.ts";
import { casesOf } from "../cases.ts";
import { givenTo } from "../given.ts";
import { readRuleTest } from "../read-rule-test.ts";
import { shipped } from "../testing.ts";
import type { ConditionWhy } from "./condition.ts";
import type { RuleWhy } from "./rule.ts";
import { explained } from "./testing.ts";

const folder = fileURLToPath(new URL("../../../../rules", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.yaml"));

/** What a rule says by what it says of its places. */
const heaviestFirst: readonly RuleWhy["state"][] = ["broken", "unknown", "holds", "does not apply"];

describe.each(files)("the cases of %s", (file) => {
  const [document] = parseText(readFileSync(join(folder, file), "utf8"), { format: "yaml" }).documents;
  const read = document && readRuleTest(document, file, (reference) => shipped(reference).rules);
  const { content, rules } = read ?? {};
  if (content === undefined || rules === undefined) throw new Error(`${file} can't be read`);
  const { at } = content;
  const cases = casesOf(content).map(({ event = "send", input = {}, ...each }) => {
    const { document, context } = givenTo(content, each);
    const options = { event, input, ...(at === undefined ? {} : { at }) };
    return { name: each.name, document, context, options, why: explained(rules, document, context, options) };
  });

  test("are explained with what a check says", () => {
    expect(cases.length).toBeGreaterThan(5);
    for (const { name, document, context, options, why } of cases) {
      const { outcome, findings } = rules.check(document, context, options);
      const idsOf = (state: string): readonly string[] => [
        ...new Set(findings.filter((each) => each.state === state && each.stage !== "read").map((each) => each.ruleId)),
      ];
      const whyOf = (state: string): readonly RuleWhy[] => why.rules.filter((each) => each.state === state);
      expect(why.outcome, name).toBe(outcome);
      expect(
        whyOf("broken").map(({ id }) => id),
        name,
      ).toEqual(idsOf("broken"));
      // A rule that meets a value of the wrong type is unknown; the finding is that of the value.
      const told = new Set([...idsOf("unknown"), ...findings.map(({ message }) => message)]);
      for (const { id, messages } of whyOf("unknown"))
        expect(told.has(id) || messages.some((message) => told.has(message)), `${name}: ${id}`).toBe(true);
      expect(
        whyOf("unknown").map(({ id }) => id),
        name,
      ).toEqual(expect.arrayContaining([...idsOf("unknown")]));
      for (const { id, messages, state } of why.rules)
        expect(messages.length > 0, `${name}: ${id}`).toBe(state === "broken" || state === "unknown");
    }
  });

  test("and each rule says what it says of its places, as its condition and its facts have it", () => {
    for (const { name, document, context, options, why } of cases) {
      const states = ruleStates(rules.definition, document, context, {
        event: options.event,
        ...(at === undefined ? {} : { at }),
      });
      for (const { id, state, places, asks } of why.rules) {
        const heaviest = heaviestFirst.find((each) => places.some((place) => place.state === each));
        expect(heaviest ?? "does not apply", `${name}: ${id}`).toBe(state);
        expect(asks.length, id).toBeGreaterThan(0);
        if (Object.keys(options.input).length === 0) expect(states.get(id), `${name}: ${id}`).toBe(state);
        for (const { when, facts } of places) {
          expect(facts.length > 0, `${name}: ${id}`).toBe(when === undefined || when.answer === "holds");
          if (when !== undefined) expect(joined(when), `${name}: ${id}`).toBe(when.answer);
        }
      }
      expect([...why.rules, ...why.notAsked].map(({ id }) => id).sort()).toEqual(
        rules.definition.rules.map(({ id }) => id).sort(),
      );
    }
  });

  test("and each event with what becomes of it", () => {
    for (const { name, document, context, options, why } of cases) {
      const { move, reasons } = why;
      if (move === undefined) {
        expect(rules.events).toEqual([]);
        continue;
      }
      const moved = rules.transition(document, options.event, { at: "", ...options, context });
      expect(reasons, name).toEqual(moved.ok ? [] : moved.reasons);
      const has = (wanted: string): boolean => reasons.some(({ kind }) => kind === wanted);
      const isKept = move.isPossible && move.guards.every(({ when }) => when.answer === "holds");
      expect(has("state"), name).toBe(!isKept);
      expect(has("role"), name).toBe(!move.roles.some(({ is }) => is.answer === "holds"));
    }
  });
});

/** The answer of a condition by those of its parts. */
function joined({ words, answer, parts }: ConditionWhy): ConditionWhy["answer"] {
  const answers = parts.map(joined);
  const has = (wanted: ConditionWhy["answer"]): boolean => answers.includes(wanted);
  switch (words) {
    case "all of these hold":
      return has("does not hold") ? "does not hold" : has("unknown") ? "unknown" : "holds";
    case "one of these holds":
      return has("holds") ? "holds" : has("unknown") ? "unknown" : "does not hold";
    case "this does not hold":
      return has("holds") ? "does not hold" : has("unknown") ? "unknown" : "holds";
    default:
      return answer;
  }
}

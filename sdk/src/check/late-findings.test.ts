import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanTests } from "../generated/clean-tests.js";
import { checkRules } from "./check.ts";
import { facts } from "./clean/testing.ts";
import { cleanTestFor } from "./clean.ts";
import { compileNames } from "./names.ts";
import { compileRule } from "./rule.ts";
import { current } from "./testing.ts";

const { definition } = current;
const names = compileNames(definition);
const [written] = cleanTests[definition.file] ?? [];
const rules = definition.rules
  .flatMap((rule) => compileRule(rule, definition, names) ?? [])
  .filter(({ id }) => written?.rules.includes(id));
const quick = cleanTestFor(rules, cleanTests[definition.file] ?? []);

test("the outcome, told before any finding is made, is the one the findings tell", () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(facts, (given) => {
      const { outcome, findings } = checkRules(rules, given, quick);
      const isBlocked = findings.some(({ state, severity }) => state === "broken" && severity === "error");
      const isUnknown = findings.some(({ state }) => state === "unknown");
      expect(outcome).toBe(isBlocked ? "blocked" : isUnknown ? "unknown" : "exportable");
      // Asked of every rule, without the quick test, it is the same.
      expect(checkRules(rules, given)).toEqual({ outcome, findings });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(...["blocked", "unknown", "exportable"].map((each) => outcomes.get(each) ?? 0))).toBeGreaterThan(50);
});

test("a verdict can be copied, sent and written as any object, and gives the same findings each time", () => {
  const pcco = { status: "draft", number: "12345678901" };
  const verdict = current.check(pcco, {});
  expect(Object.keys(verdict)).toEqual(["outcome", "findings"]);
  const { outcome, findings } = verdict;
  expect(findings.map(({ ruleId }) => ruleId)).toContain("status-approved");
  expect(verdict.findings).toBe(findings);
  const plain = { outcome, findings };
  expect({ ...current.check(pcco, {}) }).toEqual(plain);
  expect(structuredClone(current.check(pcco, {}))).toEqual(plain);
  expect(JSON.parse(JSON.stringify(current.check(pcco, {})))).toEqual(JSON.parse(JSON.stringify(plain)));
  expect(current.check(pcco, {})).toEqual(plain);
});

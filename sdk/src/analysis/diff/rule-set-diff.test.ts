import { describe, expect, test } from "vitest";
import { parseText } from "../../document/parse.ts";
import { writeYaml } from "../../document/write-yaml.ts";
import { validateContext } from "../../generated/context-validator.js";
import type { PccoContext } from "../../generated/types.ts";
import { loadBundled } from "../../load.ts";
import { createRuleSet, type RuleSet } from "../../rule-set.ts";
import { diffRuleSets } from "./rule-set-diff.ts";
import { eventOf } from "./testing.ts";

const [older, newer] = [loadBundled("spectrum/pcco@1.0.0"), loadBundled("spectrum/pcco@1.1.0")];
const shipped = diffRuleSets(older, newer);

describe("the versions that ship", () => {
  test("1.1.0 refuses more than 1.0.0 and lets nothing else through: proved for every event", () => {
    const relations = Object.fromEntries(shipped.events.map(({ event, relation }) => [event, relation]));
    const stricter = ["approve", "send", "accept", "resend", "retry-export"];
    expect(relations).toEqual(
      Object.fromEntries(newer.events.map((event) => [event, stricter.includes(event) ? "stricter" : "equivalent"])),
    );
    expect(shipped.events.flatMap(({ notDecided }) => notDecided)).toEqual([]);
    expect(shipped.step).toMatchObject({ needed: "minor", made: "minor", isCertain: true, problem: undefined });
  });

  test("each rule that newly refuses has a PCCO that it alone holds back", () => {
    const { differences } = eventOf(shipped, "send");
    const alone = differences.filter(({ isAlone, after }) => isAlone && after === "blocked");
    expect(alone.map(({ because }) => because.name)).toEqual([
      "amount-format",
      "title-length",
      "number-length",
      "contract-approved",
      "contract-match",
      "contract-synced",
      "amount-based-contract",
      "approved-date-required",
      "line-items-required",
      "cost-code-and-type",
    ]);
    for (const { because, witness } of alone) {
      const { document } = witness;
      const { findings } = newer.check(document, document.$context);
      const against = findings.filter(({ severity, state }) => severity === "error" && state === "broken");
      expect(against.map(({ ruleId }) => ruleId)).toEqual(
        because.name === "number-length" ? ["document/type"] : against.map(() => because.name),
      );
    }
  });

  test("each witness is as small as it gets: without any one of its fields the difference is gone or another rule speaks", () => {
    const { differences } = eventOf(shipped, "send");
    for (const { before, after, because, witness, isAlone } of differences) {
      for (const smaller of withoutOne(witness.document)) {
        const [first, second] = [older, newer].map((rules) => rules.check(smaller, contextIn(smaller)));
        const says =
          second?.findings.some(({ ruleId }) => ruleId === because.name || ruleId === "document/type") ?? false;
        const others = second?.findings.filter(
          ({ ruleId, severity, state }) =>
            ruleId !== because.name && !ruleId.startsWith("document/") && (severity === "error" || state === "unknown"),
        );
        const isStill =
          first?.outcome === before && second?.outcome === after && says && (!isAlone || others?.length === 0);
        expect([because.name, smaller, isStill]).toEqual([because.name, smaller, false]);
      }
    }
  });

  test("the other way round, 1.0.0 lets through what 1.1.0 refuses, which would be a major step", () => {
    const back = diffRuleSets(newer, older);
    expect(eventOf(back, "send").relation).toBe("looser");
    expect(back.step).toMatchObject({ needed: "major", made: undefined, problem: undefined });
  });

  test("what comes of leaving out any one rule is decided: it lets more through, or makes no difference", () => {
    const { definition } = newer;
    const relations = newer.ruleIds.map((id) => {
      const rules = definition.rules.filter((rule) => rule.id !== id);
      const { events, step } = diffRuleSets(newer, createRuleSet({ ...definition, rules }));
      expect([id, events.flatMap(({ notDecided }) => notDecided), step.needed]).toEqual([id, [], "major"]);
      return [id, events.find(({ event }) => event === "accept")?.relation];
    });
    const looser = relations.filter(([, relation]) => relation === "looser").map(([id]) => id);
    // Of these another rule speaks wherever they hold a PCCO back; those that only warn do so for a wrong type alone.
    expect(newer.ruleIds.filter((id) => !looser.includes(id))).toEqual([
      "associated-line-item-hidden",
      "associated-line-item-pattern",
      "status-known",
      "unique-phase-cost-type",
      "billing-item-present",
      "associated-line-item-set",
      "total-matches",
      "transaction-date",
    ]);
  });

  test("a rule set is equivalent to itself", () => {
    const same = diffRuleSets(newer, newer);
    expect(new Set(same.events.map(({ relation }) => relation))).toEqual(new Set(["equivalent"]));
    expect(same).toMatchObject({ changes: [], step: { needed: "none", reasons: [], isCertain: true } });
  });
});

function contextIn({ $context: context }: Readonly<Record<string, unknown>>): PccoContext {
  if (!validateContext(context)) throw new Error("no context");
  return context;
}

/** A value with one member left out, everywhere where there is one. */
function withoutOne(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  return entries.flatMap(([key, member]) => {
    const others = Object.fromEntries(entries.filter(([name]) => name !== key));
    const inner = Array.isArray(member) ? member.flatMap((_, at) => [member.toSpliced(at, 1)]) : withoutOne(member);
    return [
      ...(key === "$context" ? [] : [others]),
      ...inner.map((each) => ({ ...Object.fromEntries(entries), [key]: each })),
    ];
  });
}

test("a witness that is saved as a file is the same PCCO", () => {
  const judge = (rules: RuleSet, text: string): string | undefined => {
    const [document] = parseText(text, { format: "yaml" }).documents;
    expect(document?.problems).toEqual([]);
    const value = document?.value;
    if (typeof value !== "object" || value === null || !("$context" in value)) throw new Error("no PCCO");
    return rules.check({ ...value }, { ...(typeof value.$context === "object" ? value.$context : {}) }).outcome;
  };
  for (const { before, after, witness } of eventOf(shipped, "send").differences) {
    const text = writeYaml(witness.document);
    expect([judge(older, text), judge(newer, text)]).toEqual([before, after]);
  }
});

import { describe, expect, test } from "vitest";
import { madeMutants } from "../mutation/score.ts";
import { shipped, withRule, written } from "../testing.ts";
import { documentOf, type Sample, verdictsOf } from "./sample.ts";
import { samplesFor } from "./samples.ts";

const references = shipped("spectrum/pcco").library.files.map(({ content }) => `${content.ruleSet}@${content.version}`);

describe.each(references)("%s", (reference) => {
  const made = shipped(reference);
  const { samples, killed, equivalent, notDecided, isSmallest } = samplesFor(made);
  const mutants = [...madeMutants(made)];
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

  test("the samples kill all mutants but those that make no difference; asked in full, without any short cut", () => {
    const before = samples.map(({ sample }) => verdictsOf(made.rules, sample));
    const alive = mutants.filter(({ rules }) =>
      samples.every(({ sample }, index) => isSame(verdictsOf(rules, sample), before[index])),
    );
    expect(alive.map(({ mutant }) => mutant)).toEqual(equivalent);
    expect(notDecided).toEqual([]);
    expect(killed).toBe(mutants.length - equivalent.length);
  });

  test("none can be left out", () => {
    expect(isSmallest).toBe(true);
    for (const { kills } of samples) {
      const others = new Set(samples.filter((each) => each.kills !== kills).flatMap((each) => each.kills));
      expect(kills.filter((mutant) => !others.has(mutant)).length).toBeGreaterThan(0);
    }
    expect(samples.length).toBeLessThan(mutants.length / 2);
  });
});

describe("a sample", () => {
  test("says how it is judged, and what comes of it", async () => {
    const made = await written(withRule("field: title, maxLength: 3"));
    const { samples } = samplesFor(made);
    expect(samples.map(({ sample }) => documentOf(made.rules, sample, "rules.yaml"))).toEqual([
      { $rules: "rules.yaml", $context: {}, $expect: { outcome: "exportable", broken: [], unknown: [] }, title: "AAA" },
      {
        $rules: "rules.yaml",
        $context: {},
        $expect: { outcome: "blocked", broken: ["a-rule"], unknown: [] },
        name: "AAAA",
      },
    ]);
  });

  test("tells of each event where it leads, or why it is refused", () => {
    const { rules } = shipped("spectrum/pcco@1.1.0");
    const sample: Sample = {
      document: { erp: { status: "ready_to_export" } },
      context: { actor: { erp_integrations: "standard", can_push_to_accounting: true, prime_contracts: "none" } },
      event: "accept",
      input: { transaction_date: "" },
    };
    const { outcome, broken, events } = verdictsOf(rules, sample);
    expect(outcome).toBe("blocked");
    expect(broken).toContain("transaction-date");
    expect(events).toMatchObject({
      accept: ["input", "rule"],
      reject: "rejected",
      retrieve: ["role"],
      send: ["role", "rule", "state"],
    });
    expect(Object.keys(events)).toEqual(rules.events);
  });
});

import { describe, expect, test } from "vitest";
import type { RuleState } from "../check/rule-state.ts";
import { loadBundled } from "../load.ts";
import { ruleStates } from "../rule-states.ts";
import { type CaseFound, findCase } from "./find-case.ts";
import { createSolver } from "./solver/solver.ts";

const rules = loadBundled("spectrum/pcco@1.1.0");
const solver = createSolver([rules.definition]);
const states: readonly RuleState[] = ["holds", "broken", "unknown", "does not apply"];

function find(wanted: Readonly<Record<string, RuleState>>, others: "kept" | "any" = "any", event = "send"): CaseFound {
  const [source] = solver.space.sources;
  if (source === undefined) throw new Error("no source");
  return findCase(solver, source, { event, states: wanted, others });
}

describe("each rule that send asks", () => {
  const asked = [...ruleStates(rules.definition, {}, {}, { event: "send" }).keys()];

  test.each(asked)("%s: a PCCO for each thing it can say, or the proof that there is none", (id) => {
    for (const state of states) {
      const found = find({ [id]: state });
      if (found.kind === "found") {
        const { document } = found.witness;
        expect(ruleStates(rules.definition, document, document.$context, { event: "send" }).get(id)).toBe(state);
      } else {
        expect(found).toEqual({ kind: "none" });
        expect(["unknown", "holds", "does not apply"]).toContain(state);
      }
    }
  });

  test("can be broken, and be the only one that is", () => {
    const alone = asked.filter((id) => find({ [id]: "broken" }, "kept").kind === "found");
    const shadowed = asked.filter((id) => !alone.includes(id));
    // Whoever has an Associated Line Item without the export can't send for want of the export, too.
    expect(shadowed.map((id) => [id, find({ [id]: "broken" }, "kept").kind])).toEqual(
      [
        ["status-known", "none"],
        ["associated-line-item-hidden", "none"],
      ].sort((a, b) => asked.indexOf(a[0] ?? "") - asked.indexOf(b[0] ?? "")),
    );
  });
});

test("what is proved not to be", () => {
  const none = [...ruleStates(rules.definition, {}, {}, { event: "send" }).keys()].flatMap((id) =>
    states.filter((state) => find({ [id]: state }).kind === "none").map((state) => `${id} ${state}`),
  );
  // Whatever the PCCO, these have something to say: a missing value or a toggle that is off breaks them.
  const always = [
    "export-switched-on",
    "status-approved",
    "date-required",
    "status-known",
    "contract-approved",
    "contract-synced",
    "amount-based-contract",
    "line-items-required",
  ];
  expect(none).toEqual(always.map((id) => `${id} does not apply`));
});

test("several rules at once", () => {
  expect(find({ "associated-line-item-hidden": "broken", "associated-line-item-known": "broken" })).toEqual({
    kind: "none",
  });
  const both = find({ "title-length": "broken", "total-matches": "broken" }, "kept");
  expect(both).toMatchObject({ kind: "found", witness: { document: { grand_total: expect.any(String) } } });
});

test("a rule that is not asked for the event, and an event that is not there", () => {
  expect(() => find({ "transaction-date": "broken" })).toThrow("send does not ask a rule transaction-date");
  expect(() => find({ "transaction-date": "broken" }, "any", "sned")).toThrow(RangeError);
  expect(find({ "transaction-date": "broken" }, "any", "accept")).toEqual({ kind: "none" });
});

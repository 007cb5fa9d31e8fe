import { expect, test } from "vitest";
import { loadBundled } from "../../../sdk/src/load.ts";
import { brokenDocuments } from "../breaker.ts";
import { breaks } from "./breaks.ts";
import { documents } from "./documents.ts";
import { judge, outcomeOf } from "./judge.ts";
import { isKeyed, type Keyed } from "./values.ts";

const rules = loadBundled("spectrum/pcco@1.1.0");

/** What both say: the outcome, and of each finding the rule and the place. */
function both(pcco: Keyed, context: Keyed) {
  const { outcome, findings } = rules.check(pcco, Object(context));
  const found = judge(pcco, context);
  return {
    engine: { outcome, found: findings.map(({ ruleId, path, state }) => ({ ruleId, path, state })) },
    tuned: { outcome: outcomeOf(found), found },
  };
}

test.each([
  [1, 3000],
  [2, 2000],
  [10, 3000],
  [17, 1500],
  [40, 800],
  [100, 300],
  [1000, 40],
])("of %i lines, the tuned code says what the engine says", (lines, count) => {
  const outcomes: Record<string, number> = { exportable: 0, blocked: 0, unknown: 0 };
  const tried = new Set<string>();
  for (const { pcco, context, broken } of documents(lines, count, 20250304 + lines)) {
    const { engine, tuned } = both(pcco, context);
    expect({ broken, ...tuned }).toEqual({ broken, ...engine });
    if (broken.length === 0) expect(engine).toEqual({ outcome: "exportable", found: [] });
    outcomes[engine.outcome] = (outcomes[engine.outcome] ?? 0) + 1;
    for (const name of broken) tried.add(name);
  }
  expect(outcomes["exportable"]).toBeGreaterThan(count * 0.6);
  expect(outcomes["blocked"]).toBeGreaterThan(count * 0.1);
  if (count >= 1000) {
    expect(outcomes["unknown"]).toBeGreaterThan(count * 0.005);
    expect([...tried].toSorted()).toEqual(Object.keys(breaks).toSorted());
  }
});

test("of PCCOs and contexts with values taken away or changed anywhere, too", () => {
  let dirty = 0;
  for (const { judged, edits } of brokenDocuments(3000, 7)) {
    const { pcco, context } = judged;
    if (!isKeyed(pcco) || !isKeyed(context)) throw new Error("no PCCO");
    const { engine, tuned } = both(pcco, context);
    expect({ edits, ...tuned }).toEqual({ edits, ...engine });
    if (engine.found.length > 0) dirty++;
  }
  expect(dirty).toBeGreaterThan(1000);
});

test("the same seed gives the same documents, three of ten broken", () => {
  expect(documents(3, 20, 1)).toEqual(documents(3, 20, 1));
  expect(documents(3, 20, 1)).not.toEqual(documents(3, 20, 2));
  const many = documents(1, 4000, 3);
  const broken = many.filter((each) => each.broken.length > 0).length / many.length;
  expect(broken).toBeGreaterThan(0.27);
  expect(broken).toBeLessThan(0.33);
  expect(new Set(many.map((each) => each.broken.length))).toEqual(new Set([0, 1, 2, 3, 4]));
});

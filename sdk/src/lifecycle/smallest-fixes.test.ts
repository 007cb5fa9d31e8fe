import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, extending, frozen, group, pcco } from "../check/testing.ts";
import { editValue } from "../document/edit-value.ts";
import type { Fix, Pcco } from "../generated/types.ts";
import type { RuleSet } from "../rule-set.ts";
import { smallestFixes } from "./smallest-fixes.ts";
import { mendable } from "./testing.ts";

describe("the set is the smallest", () => {
  test("one fix that mends two findings is made once", () => {
    const document = frozen({ c: "Open" });
    // Two of the three offer the very same edit, and the third none.
    expect(
      mendable.check(document).findings.map(({ ruleId, fixes }) => [ruleId, fixes.map(({ kind }) => kind)]),
    ).toEqual([
      ["c-lower", []],
      ["c-known", ["safe"]],
      ["c-open", ["safe"]],
    ]);
    const edits = [{ op: "replace", path: "/c", value: "open" }];
    expect(mendable.repair(document, undefined, "send")).toEqual({
      ok: true,
      document: { c: "open" },
      fixes: [{ title: 'Write C as "open"', kind: "safe", edits }],
      edits,
    });
  });

  test("of several fixes, only those that are needed are taken, the cheapest first", () => {
    const fix = (path: string, kind: Fix["kind"] = "safe"): Fix => ({
      title: path,
      kind,
      edits: [{ op: "remove", path }],
    });
    const [a, b, c, status] = [fix("/a"), fix("/b"), fix("/c"), fix("/s", "status")];
    const solvedBy =
      (...sets: readonly (readonly Fix[])[]) =>
      (fixes: readonly Fix[]) =>
        sets.some((set) => set.every((each) => fixes.includes(each)));
    expect(smallestFixes([[a], [b]], solvedBy([a, b]))).toEqual([a, b]);
    expect(smallestFixes([[a], [b], [c]], solvedBy([b, c]))).toEqual([b, c]);
    expect(smallestFixes([[status, a]], solvedBy([status], [a]))).toEqual([a]);
    expect(smallestFixes([[a], [b]], solvedBy([]))).toEqual([]);
    expect(smallestFixes([[a], [b]], () => false)).toBeUndefined();
  });

  test("so many fixes that not all sets can be tried are still all needed", () => {
    const fixes = Array.from(
      { length: 60 },
      (_, index): Fix => ({ title: "", kind: "safe", edits: [{ op: "remove", path: `/${index}` }] }),
    );
    const needed = new Set(fixes.filter((_, index) => index % 2 === 0));
    const found = smallestFixes(
      fixes.map((fix) => [fix]),
      (tried) => [...needed].every((fix) => tried.includes(fix)),
    );
    expect(new Set(found)).toEqual(needed);
  });
});

/** Whether any set of fewer fixes would do, by trying every one. */
function smallestSize(rules: RuleSet, document: Pcco): number | undefined {
  const blocking = rules
    .check(document, context)
    .findings.filter(({ severity, state }) => severity === "error" && state === "broken");
  const fixes = blocking.flatMap((finding) => finding.fixes).filter(({ kind }) => kind !== "choice");
  const distinct = [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
  let smallest: number | undefined;
  for (let set = 0; set < 2 ** distinct.length; set++) {
    const chosen = distinct.filter((_, index) => (set >> index) & 1);
    const repaired = editValue(
      document,
      chosen.flatMap(({ edits }) => edits),
    );
    const { outcome } = rules.check(group(repaired), context);
    if (outcome === "exportable" && (smallest === undefined || chosen.length < smallest)) smallest = chosen.length;
  }
  return smallest;
}

test("compared with every possible set of fixes, on small PCCOs", async () => {
  const rules = await extending(
    "overrides:\n  associated-line-item-set: { severity: off, because: x }\nrules:\n  titled: { field: title, equals: x, when: { field: title, required: true }, severity: error, stage: save, source: send }\n",
  );
  const documents = fc.record({
    status: fc.constantFrom("approved", "Approved", "APPROVED ", "draft", "void"),
    title: fc.constantFrom(null, "x", "X ", "x".repeat(256)),
    created_at: fc.constantFrom("2025-03-04", "2025-03-04", "2025-03-04", null),
    reviewed_at: fc.constantFrom("2025-03-04", "2025-03-04", null),
    grand_total: fc.constantFrom("10500.00", "10,500.00", "$10,500.00"),
    line_items: fc.constantFrom(
      pcco.line_items,
      pcco.line_items.map((line) => ({ ...line, amount: ` ${line.amount}` })),
    ),
  });
  let [repaired, refused] = [0, 0];
  fc.assert(
    fc.property(documents, (fields) => {
      const document = frozen({ ...pcco, ...fields });
      const result = rules.repair(document, context, "send");
      const smallest = smallestSize(rules, document);
      expect(result.ok ? result.fixes.length : undefined).toBe(smallest);
      if (!result.ok) {
        refused++;
        expect(result.needs.length + result.reasons.length).toBeGreaterThan(0);
        return;
      }
      repaired++;
      // It is proved by asking again, changes what it says, and makes up nothing.
      expect(rules.check(result.document, context).outcome).toBe("exportable");
      expect(editValue(document, result.edits)).toEqual(result.document);
      expect(rules.repair(frozen(result.document), context, "send")).toMatchObject({ ok: true, edits: [] });
      for (const { kind } of result.fixes) expect(kind).not.toBe("choice");
    }),
    { numRuns: 300 },
  );
  expect(Math.min(repaired, refused)).toBeGreaterThan(20);
});

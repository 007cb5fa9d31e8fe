import { expect, test } from "vitest";
import { createSummaryCounter } from "./summary.ts";
import { broken, report, syntax, unknown } from "./testing.ts";

test("counts outcomes of documents and severities of broken findings", () => {
  const counter = createSummaryCounter();
  counter.add(report("a.json"));
  counter.add(
    report("b.json", { findings: [broken(), broken({ severity: "warning" }), broken({ severity: "info" })] }),
  );
  // What can't be judged shows in the outcome, and counts as no severity.
  const open = unknown("contract-synced", ["prime_contract"]);
  counter.add(report("c.json", { outcome: "unknown", findings: [open, { ...open, severity: "warning" }] }));
  counter.add(report("d.json", { outcome: "unreadable", findings: [syntax] }));
  expect(counter.total()).toEqual({
    documents: 4,
    exportable: 1,
    blocked: 1,
    unknown: 1,
    unreadable: 1,
    errors: 2,
    warnings: 1,
    infos: 1,
  });
});

test("a run without documents counts nothing", () => {
  expect(Object.values(createSummaryCounter().total())).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

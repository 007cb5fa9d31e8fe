import { expect, test } from "vitest";
import { type Committed, faultsOf, updated } from "./committed.ts";
import { isMissed, type Measured, markdown } from "./table.ts";

const measured = (ratio: number, more: Partial<Measured> = {}): Measured => ({
  key: "a",
  ratio: { ratio, from: ratio - 0.1, to: ratio + 0.1 },
  tellsOfOurs: true,
  ...more,
});
const committed = (ratio: number) => ({ machine: "any", ratios: { a: { ratio, from: ratio, to: ratio } } });

const faults = (one: Measured, before: Committed = committed(1), isWhole = false) => faultsOf([one], before, isWhole);

test("a ratio of ours falls behind when it is a fifth worse than the committed one", () => {
  expect(faults(measured(1.2))).toEqual([]);
  expect(faults(measured(1.21))).toEqual(["a: more than 20 % behind, 1.21, committed 1.00"]);
  expect(faults(measured(0.5))).toEqual([]);
});

test("where more is better, it falls behind when it is less", () => {
  const target = { least: 10 };
  expect(faults(measured(12, { target }), committed(14))).toEqual([]);
  expect(faults(measured(11, { target }), committed(14))).toEqual(["a: more than 20 % behind, 11.00, committed 14.00"]);
  expect(faults(measured(20, { target }), committed(14))).toEqual([]);
});

test("a peer may fall behind", () => {
  expect(faults(measured(9, { tellsOfOurs: false }))).toEqual([]);
});

test("what was never committed is a fault, be it new, renamed or a peer", () => {
  const never = ["new: never committed; --update commits it"];
  expect(faults(measured(1, { key: "new" }))).toEqual(never);
  expect(faults(measured(1, { key: "new", tellsOfOurs: false }), { machine: "any", ratios: {} })).toEqual(never);
});

test("what a whole run no longer measures is a fault until it is dropped; a shorter run leaves it", () => {
  const one = measured(1, { key: "new" });
  const before = { a: { ratio: 2, from: 2, to: 2 }, new: { ratio: 1, from: 1, to: 1 } };
  const gone = ["a: committed, but no longer measured; --full --update drops it"];
  expect(faults(one, { machine: "any", ratios: before }, true)).toEqual(gone);
  expect(faults(one, { machine: "any", ratios: before })).toEqual([]);
  expect(updated(before, [one], true)).toEqual({ new: { ratio: 1, from: 0.9, to: 1.1 } });
  expect(updated(before, [one], false)).toEqual({ a: before.a, new: { ratio: 1, from: 0.9, to: 1.1 } });
});

test("a missed target is said in the table", () => {
  const table = (...cells: (Measured | undefined)[]) =>
    markdown({ title: "What", about: "About it.", columns: ["1 line"], rows: [{ label: "ours", cells }] });
  expect(isMissed(measured(2.1, { target: { most: 2 } }))).toBe(true);
  expect(isMissed(measured(2, { target: { most: 2 } }))).toBe(false);
  expect(isMissed(measured(9.9, { target: { least: 10 } }))).toBe(true);
  expect(table(measured(2.1, { target: { most: 2 } }))).toBe(
    "About it.\n\n| What | 1 line |\n| --- | --- |\n| ours | 2.10 (2.00–2.20), **missed**: ≤ 2 |\n",
  );
  expect(table(measured(1200))).toContain("| ours | 1200 (1200–1200) |");
  expect(table(measured(1, { ratio: { ratio: 1, from: 1, to: 1 } }))).toContain("| ours | 1 |");
  expect(table(undefined)).toContain("| ours | – |");
});

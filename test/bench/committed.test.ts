import { expect, test } from "vitest";
import { behind } from "./committed.ts";
import { isMissed, type Measured, markdown } from "./table.ts";

const measured = (ratio: number, more: Partial<Measured> = {}): Measured => ({
  key: "a",
  ratio: { ratio, from: ratio - 0.1, to: ratio + 0.1 },
  tellsOfOurs: true,
  ...more,
});
const committed = (ratio: number) => ({ machine: "any", ratios: { a: { ratio, from: ratio, to: ratio } } });

test("a ratio of ours falls behind when it is a fifth worse than the committed one", () => {
  expect(behind([measured(1.2)], committed(1))).toEqual([]);
  expect(behind([measured(1.21)], committed(1))).toEqual(["a: 1.21, committed 1.00"]);
  expect(behind([measured(0.5)], committed(1))).toEqual([]);
});

test("where more is better, it falls behind when it is less", () => {
  const target = { least: 10 };
  expect(behind([measured(12, { target })], committed(14))).toEqual([]);
  expect(behind([measured(11, { target })], committed(14))).toEqual(["a: 11.00, committed 14.00"]);
  expect(behind([measured(20, { target })], committed(14))).toEqual([]);
});

test("a peer may fall behind, and what was never committed has nothing to fall behind", () => {
  expect(behind([measured(9, { tellsOfOurs: false })], committed(1))).toEqual([]);
  expect(behind([measured(9, { key: "new" })], committed(1))).toEqual([]);
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

import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestCover } from "./cover.ts";

/** The fewest covers that do, found by trying all. */
function fewest(covers: readonly ReadonlySet<number>[]): number {
  const all = new Set(covers.flatMap((cover) => [...cover]));
  let least = covers.length;
  for (let choice = 0; choice < 2 ** covers.length; choice++) {
    const chosen = covers.filter((_, index) => (choice >> index) & 1);
    if (chosen.length < least && new Set(chosen.flatMap((cover) => [...cover])).size === all.size)
      least = chosen.length;
  }
  return least;
}

test("what is chosen covers all, and no fewer would", () => {
  const covers = fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 6 }), { maxLength: 9 });
  fc.assert(
    fc.property(covers, (lists) => {
      const sets = lists.map((list) => new Set(list));
      const { chosen, isSmallest } = smallestCover(sets);
      const covered = new Set(chosen.flatMap((index) => [...(sets[index] ?? [])]));
      expect([...covered].sort()).toEqual([...new Set(lists.flat())].sort());
      expect(isSmallest).toBe(true);
      expect(chosen.length).toBe(fewest(sets));
    }),
    { numRuns: 500 },
  );
});

test("the most at once is not always the fewest in the end", () => {
  const covers = [new Set([1, 2, 3, 4]), new Set([1, 3, 5]), new Set([2, 4, 6])];
  expect(smallestCover(covers).chosen).toEqual([1, 2]);
});

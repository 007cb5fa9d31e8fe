import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameId } from "./ids.ts";
import { beginPlaces, createPlaces, endPlaces, placeOf } from "./places.ts";

const idOf = (line: unknown): unknown =>
  typeof line === "object" && line !== null && "id" in line ? line.id : undefined;
const linesOf = (ids: readonly unknown[]): readonly unknown[] => ids.map((id) => ({ id }));

/** The same, line by line. */
function first(ids: readonly unknown[], id: unknown): number {
  return ids.findIndex((each) => sameId(each, id));
}

const few = fc.integer({ min: 1, max: 12 });
const id = fc.oneof({ weight: 6, arbitrary: few }, { weight: 1, arbitrary: few.map(String) });
const numbers = fc.array(
  few.map((n) => n * 3),
  { maxLength: 60 },
);
const rising = fc.integer({ min: 0, max: 60 }).map((length) => Array.from({ length }, (_, index) => index + 1));
const mixed = fc.array(fc.oneof(id, fc.constantFrom<unknown>(null, undefined, "", "x", {}, 1.5)), { maxLength: 60 });

describe("the place of an id", () => {
  test("is that of the first line that has it, whatever was searched before and however ids are written", () => {
    const places = createPlaces(idOf);
    const tally = { found: 0, missed: 0 };
    fc.assert(
      fc.property(
        fc.oneof(rising, numbers, mixed),
        fc.array(fc.oneof(id, fc.nat({ max: 70 })), { maxLength: 70 }),
        (ids, wanted) => {
          expect(beginPlaces(places, linesOf(ids))).toBe(true);
          for (const each of [...wanted, ...ids.slice(0, 30).filter((known) => typeof known === "number")]) {
            const place = placeOf(places, each);
            expect([each, place]).toEqual([each, first(ids, each)]);
            tally[place < 0 ? "missed" : "found"]++;
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(Math.min(tally.found, tally.missed)).toBeGreaterThan(1000);
  });

  test.each([17, 4000, 5000])("is found among %i lines, in their order and in none", (length) => {
    const ids = Array.from({ length }, (_, index) => 7001 + index);
    const places = createPlaces(idOf);
    for (const wanted of [ids, ids.toReversed().slice(0, 200), [ids[3], 5, ids.at(-1), "7002"]]) {
      beginPlaces(places, linesOf(ids));
      for (const each of wanted) expect(placeOf(places, each)).toBe(first(ids, each));
    }
  });

  test("is none where there is no list, or none any more", () => {
    const places = createPlaces(idOf);
    beginPlaces(places, linesOf([1, 2]));
    expect(placeOf(places, 2)).toBe(1);
    for (const none of [undefined, null, "12", { length: 3 }]) {
      expect(beginPlaces(places, none)).toBe(false);
      expect(placeOf(places, 2)).toBe(-1);
    }
    beginPlaces(places, linesOf([1, 2]));
    endPlaces(places);
    expect([places.items, placeOf(places, 1)]).toEqual([[], -1]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameId } from "./ids.ts";
import { beginPlaces, createPlaces, endPlaces, placeOf } from "./places.ts";

const idOf = (_facts: unknown, line: unknown): unknown =>
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

  test("is what the walk says, for any ids in any list, however often and whatever is searched", () => {
    const things = [{}, [], Symbol("id")];
    const odd = [Number.NaN, "NaN", -0, 0, "0", "-0", 1e21, "1e+21", Number.POSITIVE_INFINITY, "Infinity", 1.5, "1.50"];
    const texts = ["1.5", "1", " 1", "1 ", "01", "1.0", "=1", "", "null", "true", "__proto__", "\ud83d"];
    const any = fc.constantFrom<unknown>(...odd, ...texts, ...things, null, undefined, true, 1n, 1);
    const others = fc.oneof({ weight: 3, arbitrary: any }, few, few.map(String), fc.double(), fc.string());
    const places = createPlaces(idOf);
    fc.assert(
      fc.property(
        fc.array(others, { minLength: 0, maxLength: 80, size: "max" }),
        fc.array(others, { maxLength: 60, size: "max" }),
        fc.boolean(),
        (ids, wanted, isReversed) => {
          beginPlaces(places, linesOf(ids));
          for (const each of [...wanted, ...(isReversed ? ids.toReversed() : ids)]) {
            expect([each, placeOf(places, each)]).toEqual([each, first(ids, each)]);
          }
          endPlaces(places);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const count = 20_000;
  const many = Array.from({ length: count }, (_, index) => 7001 + index);
  test.each([
    ["numbers", many, many],
    ["texts", many.map(String), many.map(String)],
    ["numbers that are searched as texts", many, many.map(String)],
    ["texts that are searched as numbers", many.map(String), many],
    ["both", many.map((n) => (n % 2 === 0 ? n : String(n))), many],
    ["few that are searched often", many.map((n) => String(n % 500)), many.map((n) => n % 1000)],
  ])("is found among very many without asking each line for it: %s", (_what, ids, wanted) => {
    let asked = 0;
    const places = createPlaces((_facts, line) => {
      asked++;
      return idOf(undefined, line);
    });
    beginPlaces(places, linesOf(ids));
    const expected = new Map<string, number>();
    for (const [place, each] of ids.entries()) {
      if (!expected.has(String(each))) expected.set(String(each), place);
    }
    for (const each of wanted.toReversed()) {
      if (placeOf(places, each) !== (expected.get(String(each)) ?? -1))
        expect.fail(`${each} at ${placeOf(places, each)}`);
    }
    expect(asked).toBeLessThan(3 * count);
    endPlaces(places);
    expect([places.known.size, placeOf(places, wanted[0])]).toEqual([0, -1]);
  });

  test("is told anew when a check ended halfway", () => {
    const places = createPlaces(idOf);
    beginPlaces(places, linesOf(many.slice(0, 30).map(String)));
    expect(placeOf(places, "7003")).toBe(2);
    beginPlaces(places, linesOf(many.slice(1, 31).map(String)));
    expect([placeOf(places, "7003"), placeOf(places, "7001")]).toEqual([1, -1]);
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

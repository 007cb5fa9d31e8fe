import fc from "fast-check";
import { expect, test } from "vitest";
import { BROKEN, HOLDS } from "../../context/judgement.ts";
import { type Demand, meets, search } from "./search.ts";
import { valueSlot } from "./slot.ts";
import type { Space } from "./space.ts";
import type { Unit } from "./unit.ts";

const kept = 1 << HOLDS;

/** A space of variables with so many values each; those of a class stand for each other. */
function spaceOf(sizes: readonly number[], areAlike: boolean): Space {
  const variables = sizes.map((size, index) => ({
    slot: valueSlot("document", undefined, [`f${index}`]),
    line: undefined,
    values: Array.from({ length: size }, (_, value) => value),
    classes: Array.from({ length: size }, () => (areAlike ? 0 : -1)),
    pairs: Array.from({ length: size }, (_, value) => value),
    areTwins: Array.from({ length: size }, () => false),
    group: 0,
    gap: undefined,
  }));
  return { variables, sources: [], lines: new Map(), of: () => [] };
}

/** A unit that reads its variables one after another, as long as it has to. */
function unitOf(scope: readonly number[], isKept: (read: (place: number) => number) => boolean): Unit {
  return {
    scope,
    judge: (assignment) => {
      const asked: number[] = [];
      const judgement = isKept((place) => {
        const variable = scope[place] ?? 0;
        if (!asked.includes(variable)) asked.push(variable);
        return assignment[variable] ?? 0;
      });
      return { judgement: judgement ? HOLDS : BROKEN, asked };
    },
  };
}

function* all(sizes: readonly number[]): Generator<number[]> {
  const [size, ...rest] = sizes;
  if (size === undefined) yield [];
  else for (let value = 0; value < size; value++) for (const others of all(rest)) yield [value, ...others];
}

const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 });

test("finds what is there, and only that, however the demands are tangled", () => {
  let none = 0;
  fc.assert(
    fc.property(
      sizes,
      fc.array(
        fc.tuple(
          fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
          fc.array(fc.boolean(), { minLength: 27, maxLength: 27 }),
        ),
        { maxLength: 9 },
      ),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (counts, tables, begin) => {
        const space = spaceOf(counts, false);
        const demands = tables.map(([places, table]): Demand => {
          const scope = [...new Set(places.map((place) => place % counts.length))];
          const unit = unitOf(scope, (read) => {
            let index = 0;
            for (let place = 0; place < scope.length; place++) {
              index = index * 3 + read(place);
              // What is decided early is not asked further.
              if (table[26 - index]) return table[index] ?? true;
            }
            return table[index] ?? true;
          });
          return { unit, allowed: kept };
        });
        const start = counts.map((size, index) => (begin[index] ?? 0) % size);
        const outcome = search({ space, demands, start }, { left: 1e6 });
        const isThere = [...all(counts)].some((values) => demands.every((demand) => meets(demand, values)));
        expect(outcome.kind).toBe(isThere ? "found" : "none");
        if (outcome.kind === "found") expect(demands.every((demand) => meets(demand, outcome.assignment))).toBe(true);
        else none++;
      },
    ),
    { numRuns: 2000 },
  );
  expect(none).toBeGreaterThan(200);
});

test("values that stand for each other are tried once, and nothing is missed for it", () => {
  const pair = fc.tuple(fc.nat(), fc.nat(), fc.boolean());
  let none = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(pair, { maxLength: 10 }),
      (count, size, pairs) => {
        const counts = Array.from({ length: count }, () => size);
        const demands = pairs.map(([a, b, same]): Demand => {
          const unit = unitOf([a % count, b % count], (read) => (read(0) === read(1)) === same);
          return { unit, allowed: kept };
        });
        const outcome = search({ space: spaceOf(counts, true), demands, start: counts.map(() => 0) }, { left: 1e6 });
        const isThere = [...all(counts)].some((values) => demands.every((demand) => meets(demand, values)));
        expect(outcome.kind).toBe(isThere ? "found" : "none");
        if (!isThere) none++;
      },
    ),
    { numRuns: 500 },
  );
  expect(none).toBeGreaterThan(50);
});

test("a search that costs too much is given up", () => {
  const counts = [3, 3, 3, 3, 3, 3];
  const unit = unitOf([0, 1, 2, 3, 4, 5], (read) => [0, 1, 2, 3, 4, 5].map(read).every((value) => value === 9));
  const space = spaceOf(counts, false);
  expect(search({ space, demands: [{ unit, allowed: kept }], start: counts.map(() => 0) }, { left: 100 }).kind).toBe(
    "too much",
  );
  expect(search({ space, demands: [{ unit, allowed: kept }], start: counts.map(() => 0) }, { left: 1e6 }).kind).toBe(
    "none",
  );
});

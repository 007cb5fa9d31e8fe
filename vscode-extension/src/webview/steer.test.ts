import { describe, expect, test } from "vitest";
import { layOut } from "./layout/layout.ts";
import { sizes, spectrum } from "./layout/testing.ts";
import { type Spot, steer } from "./steer.ts";

const middle = { id: "middle", x: 100, y: 100 };
const spots: readonly Spot[] = [
  { id: "up", x: 100, y: 0 },
  { id: "far up", x: 100, y: -50 },
  { id: "beside", x: 180, y: 95 },
  middle,
  { id: "left", x: 0, y: 110 },
  { id: "down", x: 130, y: 200 },
];

describe("keys in the diagram", () => {
  test.each([
    ["ArrowUp", "up"],
    ["ArrowDown", "down"],
    ["ArrowLeft", "left"],
    ["ArrowRight", "beside"],
    ["Home", "up"],
    ["End", "down"],
  ])("%s leads to %s", (key, id) => {
    expect(steer(middle, key, spots)).toBe(id);
  });

  test("do not lead aside to what stands no further on", () => {
    expect(steer({ id: "a", x: 0, y: 0 }, "ArrowUp", [{ id: "b", x: 50, y: 0 }])).toBeUndefined();
  });

  test("lead nowhere past the edge, and other keys not at all", () => {
    expect(steer({ id: "left", x: 0, y: 110 }, "ArrowLeft", spots)).toBeUndefined();
    expect(steer(middle, "x", spots)).toBeUndefined();
    expect(steer(middle, "toString", spots)).toBeUndefined();
  });

  test("reach every element of the life cycle that ships by arrows alone", () => {
    const all = [...layOut(spectrum, sizes).boxes.values()];
    const reached = new Set(all.slice(0, 1));
    for (const from of reached) {
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
        const next = all.find(({ id }) => id === steer(from, key, all));
        if (next !== undefined) reached.add(next);
      }
    }
    expect(reached.size).toBe(all.length);
  });
});

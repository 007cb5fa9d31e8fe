import { describe, expect, test } from "vitest";
import { spread } from "./place.ts";

const node = (wanted: number, weight = 1) => ({ width: 20, wanted, weight });

describe("places in a row", () => {
  test("are the wanted ones where there is room", () => {
    expect(spread([node(0), node(100), node(300)])).toEqual([0, 100, 300]);
  });

  test("part neighbours that want the same place evenly, with room between", () => {
    expect(spread([node(100), node(100)])).toEqual([81, 119]);
    expect(spread([node(100), node(100), node(100)])).toEqual([62, 100, 138]);
  });

  test("keep the order though it is not wanted", () => {
    expect(spread([node(100), node(0)])).toEqual([31, 69]);
  });

  test("give way less the more something weighs", () => {
    expect(spread([node(100, 3), node(100, 1)])).toEqual([90.5, 128.5]);
  });

  test("leave those alone that no pool reaches", () => {
    expect(spread([node(0), node(0), node(500)])).toEqual([-19, 19, 500]);
  });
});

import { expect, test } from "vitest";
import { type Placed, pathData, routes } from "./route.ts";

const at = (id: string, rank: number, x: number): Placed => ({
  id,
  rank,
  x,
  y: rank * 100 + 10,
  width: 100,
  height: 20,
  isPassage: id.startsWith("passage"),
});
const bands = [0, 1, 2].map((rank) => ({ top: rank * 100, bottom: rank * 100 + 20 }));
const nodes = new Map(
  [at("a", 0, 50), at("b", 0, 250), at("c", 2, 150), at("passage", 1, 80)].map((node) => [node.id, node]),
);

test("spreads lines over the side they end at, in the order they come from", () => {
  const [fromB, fromA] = routes(
    [
      ["b", "c"],
      ["a", "c"],
    ],
    nodes,
    bands,
  );
  expect(fromA?.at(-1)).toEqual({ x: 140, y: 200 });
  expect(fromB?.at(-1)).toEqual({ x: 160, y: 200 });
});

test("goes upright through the rows it passes, either way", () => {
  const [down, up] = routes(
    [
      ["a", "passage", "c"],
      ["c", "passage", "a"],
    ],
    nodes,
    bands,
  );
  expect(down?.slice(1, 3)).toEqual([
    { x: 80, y: 100 },
    { x: 80, y: 120 },
  ]);
  expect(up?.slice(1, 3)).toEqual([
    { x: 80, y: 120 },
    { x: 80, y: 100 },
  ]);
});

test("writes lines as paths that leave and enter upright", () => {
  expect(
    pathData([
      { x: 1, y: 0 },
      { x: 1, y: 20 },
      { x: 11.25, y: 40 },
    ]),
  ).toBe("M1 0V20C1 30 11.3 30 11.3 40");
  expect(pathData([])).toBe("");
});

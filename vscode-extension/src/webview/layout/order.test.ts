import { expect, test } from "vitest";
import { layered, type Node } from "./layers.ts";
import { countCrossings, ordered } from "./order.ts";

const node = (id: string, rank: number): Node => ({ id, rank, width: 10, height: 10, isPassage: false });
const edge = (way: string) => ({ from: way.slice(0, 1), to: way.slice(1) });

test("counts crossings", () => {
  const graph = layered([node("a", 0), node("b", 0), node("x", 1), node("y", 1)], ["ay", "bx", "by"].map(edge));
  expect(countCrossings(graph.layers, graph)).toBe(1);
});

test("orders rows so that lines that need not cross do not", () => {
  const nodes = ["a", "b", "c"].map((id) => node(id, 0)).concat(["x", "y", "z"].map((id) => node(id, 1)));
  const graph = layered(
    [...nodes, ...["p", "q", "r"].map((id) => node(id, 2))],
    ["az", "by", "cx", "zq", "yr", "xp"].map(edge),
  );
  expect(countCrossings(graph.layers, graph)).toBeGreaterThan(0);
  const layers = ordered(graph);
  expect(countCrossings(layers, graph)).toBe(0);
  expect(layers.map((layer) => layer.map(({ id }) => id).sort())).toEqual([
    ["a", "b", "c"],
    ["x", "y", "z"],
    ["p", "q", "r"],
  ]);
});

test("a line over several rows passes each row between, upwards as well as downwards", () => {
  const nodes = ["a", "b", "c", "d"].map(node);
  const graph = layered(nodes, ["ad", "da"].map(edge));
  expect(graph.ways).toEqual([
    ["a", "passage 0 1", "passage 0 2", "d"],
    ["d", "passage 1 2", "passage 1 1", "a"],
  ]);
  expect(graph.below.get("a")).toEqual(["passage 0 1", "passage 1 1"]);
  expect(graph.above.get("d")).toEqual(["passage 0 2", "passage 1 2"]);
});

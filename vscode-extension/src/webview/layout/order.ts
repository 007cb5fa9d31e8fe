import type { Layered, Node } from "./layers.ts";

type Layers = readonly (readonly Node[])[];

/** Sweeps through the rows; more hardly ever find a better order. */
const sweeps = 12;

/** Orders the nodes of each row so that few lines cross: each near the middle of those it is joined to, the best of several sweeps. */
export function ordered(graph: Layered): Layers {
  let best = graph.layers;
  let fewest = countCrossings(best, graph);
  let current = best;
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    current = sweep % 2 === 0 ? swept(current, graph.above) : swept([...current].reverse(), graph.below).toReversed();
    const crossings = countCrossings(current, graph);
    if (crossings < fewest) {
      best = current;
      fewest = crossings;
    }
  }
  return best;
}

/** How many pairs of lines cross. */
export function countCrossings(layers: Layers, { below }: Pick<Layered, "below">): number {
  const positions = positionsOf(layers);
  let count = 0;
  for (const layer of layers) {
    const ends = layer.map(({ id }) => (below.get(id) ?? []).map((to) => positions.get(to) ?? 0));
    for (const [index, left] of ends.entries())
      for (const right of ends.slice(index + 1)) for (const a of left) count += right.filter((b) => b < a).length;
  }
  return count;
}

/** One sweep: each row ordered by where the nodes of the row before it have come to stand. */
function swept(layers: Layers, before: ReadonlyMap<string, readonly string[]>): Layers {
  const done: (readonly Node[])[] = [];
  for (const layer of layers) {
    const positions = positionsOf(done);
    const middleOf = ({ id }: Node, index: number): number => {
      const joined = (before.get(id) ?? []).map((other) => positions.get(other) ?? 0);
      return joined.length === 0 ? index : joined.reduce((sum, at) => sum + at, 0) / joined.length;
    };
    const middles = new Map(layer.map((node, index) => [node.id, middleOf(node, index)]));
    done.push(layer.toSorted((a, b) => (middles.get(a.id) ?? 0) - (middles.get(b.id) ?? 0)));
  }
  return done;
}

function positionsOf(layers: Layers): ReadonlyMap<string, number> {
  return new Map(layers.flatMap((layer) => layer.map(({ id }, index) => [id, index] as const)));
}

import type { Layered, Node } from "./layers.ts";

/** Room between neighbours in a row. */
const gap = 18;
/** How often places are evened out. */
const rounds = 24;
/** How much more a line that passes several rows holds to its place than an element does, so that it is straight. */
const straightness = 8;

/**
 * The middle of each node from left to right: near those it is joined to, in the order of its row, and with room between
 * neighbours. The leftmost node begins at 0.
 */
export function placed(
  layers: readonly (readonly Node[])[],
  { above, below }: Pick<Layered, "above" | "below">,
): ReadonlyMap<string, number> {
  const nodes = new Map(layers.flat().map((node) => [node.id, node]));
  const at = new Map<string, number>();
  const wantedFor = (node: Node, sides: readonly Layered["above"][]): number => {
    const joined = sides.flatMap((side) => side.get(node.id) ?? []).flatMap((id) => nodes.get(id) ?? []);
    if (joined.length === 0) return at.get(node.id) ?? 0;
    const pulls = joined.map((other) => (node.isPassage && other.isPassage ? straightness : 1));
    const total = pulls.reduce((sum, pull) => sum + pull, 0);
    return joined.reduce((sum, { id }, index) => sum + (at.get(id) ?? 0) * (pulls[index] ?? 1), 0) / total;
  };
  for (let round = 0; round <= rounds; round++) {
    const isDown = round % 2 === 0;
    // First each row by the one before it, so that all find their region; then by both.
    const [side, other] = isDown ? [above, below] : [below, above];
    const sides = round > rounds / 2 ? [side, other] : [side];
    for (const layer of isDown ? layers : layers.toReversed()) {
      const places = spread(
        layer.map((node) => ({
          width: node.width,
          wanted: wantedFor(node, sides),
          weight: node.isPassage ? straightness : 1,
        })),
      );
      for (const [index, { id }] of layer.entries()) at.set(id, places[index] ?? 0);
    }
  }
  const left = Math.min(...layers.flat().map(({ id, width }) => (at.get(id) ?? 0) - width / 2));
  return new Map([...at].map(([id, x]) => [id, x - left]));
}

/**
 * Places in a row as near to the wanted ones as the order and the room between neighbours allow: the weighted squares of
 * what they are off by are as few as can be. Neighbours that would overlap are pooled around their mean.
 */
export function spread(
  row: readonly { readonly width: number; readonly wanted: number; readonly weight: number }[],
): readonly number[] {
  const offsets: number[] = [];
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const [index, { width, wanted, weight }] of row.entries()) {
    const before = row[index - 1];
    const offset = before === undefined ? 0 : (offsets[index - 1] ?? 0) + (before.width + width) / 2 + gap;
    offsets.push(offset);
    let pool = { sum: (wanted - offset) * weight, weight, count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const bases = pools.flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight));
  return offsets.map((offset, index) => offset + (bases[index] ?? 0));
}

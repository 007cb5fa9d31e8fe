import type { Edge } from "./elements.ts";

/** What stands in a row: an element, or the place where a long line passes through. */
export interface Node {
  readonly id: string;
  readonly rank: number;
  readonly width: number;
  readonly height: number;
  readonly isPassage: boolean;
}

/** A graph whose lines all go from one row to the next. */
export interface Layered {
  /** Rows from the top, each from left to right. */
  readonly layers: readonly (readonly Node[])[];
  /** For each node, those it is joined to in the row above and in the row below. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
  /** For each edge, in the order given, the nodes it passes, ends included, from where it begins. */
  readonly ways: readonly (readonly string[])[];
}

/** Room that a passing line takes. */
const passageWidth = 10;

/** Puts elements into rows and cuts lines into pieces from row to row. Lines within one row get no passage. */
export function layered(elements: readonly Node[], edges: readonly Edge[]): Layered {
  const ranks = new Map(elements.map(({ id, rank }) => [id, rank]));
  const nodes = [...elements];
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const ways = edges.map(({ from, to }, index) => {
    const start = ranks.get(from) ?? 0;
    const end = ranks.get(to) ?? 0;
    const step = Math.sign(end - start);
    const way = [from];
    for (let rank = start + step; step !== 0 && rank !== end; rank += step) {
      const id = `passage ${index} ${rank}`;
      nodes.push({ id, rank, width: passageWidth, height: 0, isPassage: true });
      way.push(id);
    }
    way.push(to);
    for (let at = 1; step !== 0 && at < way.length; at++) {
      const [upper = "", lower = ""] = step > 0 ? [way[at - 1], way[at]] : [way[at], way[at - 1]];
      push(below, upper, lower);
      push(above, lower, upper);
    }
    return way;
  });
  const layers: Node[][] = [];
  for (const node of nodes) {
    while (layers.length <= node.rank) layers.push([]);
    layers[node.rank]?.push(node);
  }
  return { layers, above, below, ways };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

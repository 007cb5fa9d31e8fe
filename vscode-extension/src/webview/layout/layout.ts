import type { Diagram } from "../diagram.ts";
import { type Edge, edgesOf, idOf } from "./elements.ts";
import { layered, type Node } from "./layers.ts";
import { ordered } from "./order.ts";
import { placed } from "./place.ts";
import { rankElements } from "./rank.ts";
import { type Band, type Placed, type Point, routes } from "./route.ts";

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where everything stands. */
export interface Layout extends Size {
  /** The elements by their ids, passages of lines left out. */
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly lines: readonly (Edge & { readonly points: readonly Point[] })[];
}

/** Room between rows, and around the drawing. */
const rowGap = 44;
const margin = 16;

/**
 * Lays out a life cycle from top to bottom: states in rows by how far along they are, and each event between the states
 * it joins, so that its words never stand on a line. The same life cycle gives the same layout.
 * @param sizeOf the room an element needs, by its id
 */
export function layOut(diagram: Diagram, sizeOf: (id: string) => Size): Layout {
  const edges = edgesOf(diagram);
  const ids = [
    ...diagram.states.map(({ name }) => idOf("state", name)),
    ...diagram.events.map(({ name }) => idOf("event", name)),
  ];
  const ranks = rankElements(diagram);
  const elements = [...new Set(ids)].map(
    (id): Node => ({ id, rank: ranks.get(id) ?? 0, ...sizeOf(id), isPassage: false }),
  );
  const graph = layered(elements, edges);
  const layers = ordered(graph);
  const bands = bandsOf(layers);
  const at = placed(layers, graph);
  const nodes = new Map(
    layers.flat().map((node): [string, Placed] => {
      const { top, bottom } = bands[node.rank] ?? { top: 0, bottom: 0 };
      return [node.id, { ...node, x: (at.get(node.id) ?? 0) + margin, y: (top + bottom) / 2 }];
    }),
  );
  const ways = routes(graph.ways, nodes, bands);
  const all = [...nodes.values()];
  return {
    width: Math.max(0, ...all.map(({ x, width }) => x + width / 2)) + margin,
    height: (bands.at(-1)?.bottom ?? 0) + margin,
    boxes: new Map([...nodes].filter(([, { isPassage }]) => !isPassage)),
    lines: edges.map((edge, index) => ({ ...edge, points: ways[index] ?? [] })),
  };
}

function bandsOf(layers: readonly (readonly Node[])[]): readonly Band[] {
  const bands: Band[] = [];
  let top = margin;
  for (const layer of layers) {
    const bottom = top + Math.max(0, ...layer.map(({ height }) => height));
    bands.push({ top, bottom });
    top = bottom + rowGap;
  }
  return bands;
}

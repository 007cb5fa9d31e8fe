import type { Node } from "./layers.ts";

/** A point of the drawing, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its place. `x` and `y` are those of its middle. */
export interface Placed extends Node {
  readonly x: number;
  readonly y: number;
}

/** A row: where it begins and ends from top to bottom. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The part of a node's side that lines may end at; the rest is left to its round corners. */
const usable = 0.6;

/** The points each line goes through. Lines that end at the same side of a node are spread over it, in the order they come from. */
export function routes(
  ways: readonly (readonly string[])[],
  nodes: ReadonlyMap<string, Placed>,
  bands: readonly Band[],
): readonly (readonly Point[])[] {
  const ports = new Map<string, { readonly end: string; readonly x: number }[]>();
  const keyOf = (node: Placed, isDown: boolean): string => `${node.id} ${isDown ? "below" : "above"}`;
  const stops = ways.map((way) => way.flatMap((id) => nodes.get(id) ?? []));
  for (const [index, way] of stops.entries()) {
    for (const { node, next, end } of endsOf(way)) {
      const key = keyOf(node, next.rank > node.rank);
      ports.set(key, [...(ports.get(key) ?? []), { end: `${index} ${end}`, x: next.x }]);
    }
  }
  const portOf = (index: number, node: Placed, next: Placed, end: string): Point => {
    const isDown = next.rank > node.rank;
    const all = (ports.get(keyOf(node, isDown)) ?? []).toSorted((a, b) => a.x - b.x);
    const position = all.findIndex((port) => port.end === `${index} ${end}`);
    const share = (position + 1) / (all.length + 1) - 0.5;
    return { x: node.x + share * node.width * usable, y: node.y + (isDown ? node.height / 2 : -node.height / 2) };
  };
  return stops.map((way, index) => {
    const [start, finish] = endsOf(way);
    if (start === undefined || finish === undefined) return [];
    const isDown = start.next.rank > start.node.rank;
    const passages = way.slice(1, -1).flatMap(({ x, rank }) => {
      const { top, bottom } = bands[rank] ?? { top: 0, bottom: 0 };
      const points = [
        { x, y: top },
        { x, y: bottom },
      ];
      return isDown ? points : points.toReversed();
    });
    return [
      portOf(index, start.node, start.next, "start"),
      ...passages,
      portOf(index, finish.node, finish.next, "finish"),
    ];
  });
}

/** Both ends of a line, each with the node that is next to it on the way. */
function endsOf(way: readonly Placed[]) {
  const [first, second] = way;
  const last = way.at(-1);
  const beforeLast = way.at(-2);
  if (first === undefined || second === undefined || last === undefined || beforeLast === undefined) return [];
  return [
    { node: first, next: second, end: "start" },
    { node: last, next: beforeLast, end: "finish" },
  ];
}

/** A line as the data of an SVG path, rounded so that it leaves and enters upright. */
export function pathData(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (start === undefined) return "";
  let before = start;
  let data = `M${number(start.x)} ${number(start.y)}`;
  for (const point of rest) {
    const middle = (before.y + point.y) / 2;
    data +=
      before.x === point.x
        ? `V${number(point.y)}`
        : `C${number(before.x)} ${number(middle)} ${number(point.x)} ${number(middle)} ${number(point.x)} ${number(point.y)}`;
    before = point;
  }
  return data;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

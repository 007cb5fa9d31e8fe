/** Where an element stands. `x` and `y` are those of its middle. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const directions = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const;

/** How much nearer than it is something seems that stands straight in the direction, rather than to the side. */
const sideways = 3;

/**
 * The element a key leads to from another: the nearest in the direction of an arrow, the first or the last in order for
 * Home and End. `undefined` when there is none, or the key leads nowhere.
 * @param spots all elements, in the order they are read
 */
export function steer(from: Spot, key: string, spots: readonly Spot[]): string | undefined {
  if (key === "Home") return spots.at(0)?.id;
  if (key === "End") return spots.at(-1)?.id;
  if (!isArrow(key)) return undefined;
  const [right, down] = directions[key];
  let nearest: { readonly id: string; readonly distance: number } | undefined;
  for (const { id, x, y } of spots) {
    const ahead = (x - from.x) * right + (y - from.y) * down;
    if (id === from.id || ahead <= 0) continue;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    const distance = ahead + sideways * aside;
    if (nearest === undefined || distance < nearest.distance) nearest = { id, distance };
  }
  return nearest?.id;
}

function isArrow(key: string): key is keyof typeof directions {
  return Object.hasOwn(directions, key);
}

import type { Diagram, DiagramEvent } from "../diagram.ts";
import { idOf } from "./elements.ts";

/**
 * The row of each element, from 0 at the top: states in even rows, as many events below the first one as lead there, and
 * events in the odd rows between them.
 */
export function rankElements(diagram: Diagram): ReadonlyMap<string, number> {
  const steps = stepsFromFirst(diagram);
  const rowOf = (state: string): number => 2 * (steps.get(state) ?? 0);
  const ranks = new Map<string, number>();
  for (const { name } of diagram.states) ranks.set(idOf("state", name), rowOf(name));
  for (const event of diagram.events) ranks.set(idOf("event", event.name), rowOfEvent(event, rowOf));
  return ranks;
}

/** How many events lead from the first state to each; states that none leads to stand beside the first. */
function stepsFromFirst({ states, events }: Diagram): ReadonlyMap<string, number> {
  const known = new Set(states.map(({ name }) => name));
  const leaving = (name: string): readonly string[] =>
    events.flatMap(({ from, to }) => (from.includes(name) && to !== undefined && known.has(to) ? [to] : []));
  const isEntered = (name: string): boolean =>
    events.some(({ from, to }) => to === name && from.some((state) => state !== name));
  const isLeft = (name: string): boolean => leaving(name).some((to) => to !== name);
  // Where a life cycle begins it can also come back to; what only leads into it stands aside.
  const names = [...known];
  const first = names.find((name) => isEntered(name) && isLeft(name)) ?? names.find(isLeft) ?? names[0];
  const steps = new Map<string, number>(first === undefined ? [] : [[first, 0]]);
  for (const [name, count] of steps) for (const to of leaving(name)) if (!steps.has(to)) steps.set(to, count + 1);
  return steps;
}

function rowOfEvent({ from, to }: DiagramEvent, rowOf: (state: string) => number): number {
  const rows = from.map(rowOf);
  const highest = rows.length === 0 ? 0 : Math.min(...rows);
  if (to === undefined) return highest + 1;
  const target = rowOf(to);
  // Above what it comes from when it leads back, else above what it leads to.
  if (target < highest) return highest - 1;
  return target === highest ? target + 1 : target - 1;
}

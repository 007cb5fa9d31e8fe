import type { Diagram, ElementKind } from "../diagram.ts";

/** How an element is called within the drawing; states and events may share names. */
export function idOf(kind: ElementKind, name: string): string {
  return `${kind} ${name}`;
}

/** An arrow, or a line without a head where an event leaves the state as it is. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Every line of the drawing: from the states an event can happen in to the event, and from it to where it leads. Names that are no states have none. */
export function edgesOf({ states, events }: Diagram): readonly Edge[] {
  const known = new Set(states.map(({ name }) => name));
  return events.flatMap(({ name, from, to }) => {
    const event = idOf("event", name);
    const sources = [...new Set(from)].filter((state) => known.has(state));
    return [
      ...sources.map((state) => ({ from: idOf("state", state), to: event })),
      ...(to !== undefined && known.has(to) ? [{ from: event, to: idOf("state", to) }] : []),
    ];
  });
}

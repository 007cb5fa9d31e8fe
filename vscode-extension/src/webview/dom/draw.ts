import type { Diagram, DiagramEvent, DiagramState } from "../diagram.ts";
import { idOf } from "../layout/elements.ts";
import { type Layout, layOut, type Size } from "../layout/layout.ts";
import { type Placed, pathData } from "../layout/route.ts";
import { svg } from "./svg.ts";

/** Room within the boxes, beside the words. */
const inset = 14;
/** Room for the icon of a state, and for the lock of one that is locked. */
const sign = 20;

/** How much wider bold words are. */
const bolder = 1.1;

/** A diagram that is drawn, and what is in it. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly layout: Layout;
  /** What can be focused, by its id. */
  readonly elements: ReadonlyMap<string, SVGGElement>;
}

/** Draws a life cycle. Every element can be focused and says in words what its look says. */
export function draw(diagram: Diagram, measure: (text: string) => number): Drawing {
  const states = new Map(diagram.states.map((state) => [idOf("state", state.name), state]));
  const events = new Map(diagram.events.map((event) => [idOf("event", event.name), event]));
  const layout = layOut(diagram, (id) => sizeOf(states.get(id), events.get(id), measure));
  const elements = new Map<string, SVGGElement>();
  // In the order they are read: from top to bottom, then from left to right.
  for (const box of [...layout.boxes.values()].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const state = states.get(box.id);
    const event = events.get(box.id);
    if (state !== undefined) elements.set(box.id, drawState(state, box));
    else if (event !== undefined) elements.set(box.id, drawEvent(event, box));
  }
  const { width, height } = layout;
  const root = svg(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-labelledby": "title",
      "aria-describedby": "summary",
    },
    svg("defs", {}, arrowHead("arrow"), arrowHead("arrow-lit")),
    svg("g", { "aria-hidden": "true" }, ...drawLines(layout, states, events)),
    ...elements.values(),
  );
  return { svg: root, layout, elements };
}

function sizeOf(
  state: DiagramState | undefined,
  event: DiagramEvent | undefined,
  measure: (text: string) => number,
): Size {
  const words = Math.ceil(measure(state?.label ?? event?.label ?? "") * (state?.isCurrent ? bolder : 1)) + 2 * inset;
  if (state === undefined) return { width: words, height: 26 };
  return { width: words + (hasIcon(state) ? sign : 0) + (state.isLocked ? sign : 0), height: 38 };
}

function drawState(state: DiagramState, box: Placed): SVGGElement {
  const left = -box.width / 2 + inset;
  const right = box.width / 2 - inset;
  return group(
    state,
    box,
    `state${state.isCurrent ? " current" : ""}`,
    state.isCurrent ? { "aria-current": "true" } : {},
    rectangle(box, 6),
    ...(hasIcon(state) ? [svg("circle", { class: `icon ${state.icon}`, cx: left + 5, cy: 0, r: 5 })] : []),
    words(state.label, left + (hasIcon(state) ? sign : 0)),
    ...(state.isLocked ? [lock(right - 5)] : []),
  );
}

function drawEvent(event: DiagramEvent, box: Placed): SVGGElement {
  return group(
    event,
    box,
    `event ${event.standing}`,
    {},
    rectangle(box, box.height / 2),
    words(event.label, -box.width / 2 + inset),
  );
}

function group(
  { label, description, canJump }: DiagramState | DiagramEvent,
  { id, x, y }: Placed,
  look: string,
  more: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): SVGGElement {
  return svg(
    "g",
    {
      class: `element ${look}${canJump ? " jumps" : ""}`,
      transform: `translate(${x} ${y})`,
      role: canJump ? "button" : "img",
      tabindex: -1,
      "aria-label": label,
      "aria-description": description,
      "data-id": id,
      ...more,
    },
    svg("title", {}, `${label}\n${description}`),
    ...children,
  );
}

function drawLines(
  { lines }: Layout,
  states: ReadonlyMap<string, DiagramState>,
  events: ReadonlyMap<string, DiagramEvent>,
): readonly SVGPathElement[] {
  const isLit = (from: string, to: string): boolean =>
    events.has(from)
      ? events.get(from)?.standing === "possible"
      : states.get(from)?.isCurrent === true && events.get(to)?.standing === "possible";
  const drawn = lines.map(({ from, to, points }) => {
    const lit = isLit(from, to);
    const head = states.has(to) ? { "marker-end": `url(#${lit ? "arrow-lit" : "arrow"})` } : {};
    return { lit, path: svg("path", { class: lit ? "line lit" : "line", d: pathData(points), ...head }) };
  });
  // What is lit lies above what is not.
  return [...drawn.filter(({ lit }) => !lit), ...drawn.filter(({ lit }) => lit)].map(({ path }) => path);
}

function rectangle({ width, height }: Placed, radius: number): SVGRectElement {
  return svg("rect", { x: -width / 2, y: -height / 2, width, height, rx: radius });
}

function words(label: string, x: number): SVGTextElement {
  return svg("text", { x, y: 0, "dominant-baseline": "central" }, label);
}

function lock(x: number): SVGPathElement {
  return svg("path", { class: "lock", d: `M${x - 5} -1h10v7h-10zM${x - 3} -1v-2a3 3 0 0 1 6 0v2` });
}

/** As large on a lit line, which is thicker, as on any other. */
function arrowHead(id: string): SVGMarkerElement {
  const size = { viewBox: "0 0 8 8", markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse" };
  return svg("marker", { id, ...size, refX: 7, refY: 4, orient: "auto" }, svg("path", { d: "M0 0L8 4L0 8Z" }));
}

function hasIcon({ icon }: DiagramState): boolean {
  return ["blue", "green", "yellow"].includes(icon);
}

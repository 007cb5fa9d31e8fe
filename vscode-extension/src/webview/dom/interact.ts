import { steer } from "../steer.ts";
import type { Drawing } from "./draw.ts";

/** Lets the elements of a drawing be chosen with pointer and keys. One of them at a time is reached by the tab key. */
export function interact({ svg, layout, elements }: Drawing, choose: (id: string) => void): (id: string) => void {
  const spots = [...elements.keys()].flatMap((id) => layout.boxes.get(id) ?? []);
  const idOf = (event: Event): string | undefined => {
    const element = event.target instanceof Element ? event.target.closest("[data-id]") : null;
    return element?.getAttribute("data-id") ?? undefined;
  };
  const makeReachable = (id: string): void => {
    for (const [other, element] of elements) element.setAttribute("tabindex", other === id ? "0" : "-1");
  };

  svg.addEventListener("click", (event) => {
    const id = idOf(event);
    if (id !== undefined) choose(id);
  });
  // Not on the drawing as a whole: browsers stop with the tab key at an SVG that listens for the focus.
  for (const [id, element] of elements) element.addEventListener("focus", () => makeReachable(id));
  svg.addEventListener("keydown", (event) => {
    const id = idOf(event);
    const from = id === undefined ? undefined : layout.boxes.get(id);
    if (id === undefined || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") choose(id);
    else {
      const next = steer(from, event.key, spots);
      if (next === undefined) return;
      elements.get(next)?.focus();
    }
    event.preventDefault();
  });
  return makeReachable;
}

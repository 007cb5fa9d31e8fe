import "./lifecycle.css";
import type { Diagram, Followed } from "./diagram.ts";
import { draw } from "./dom/draw.ts";
import { interact } from "./dom/interact.ts";
import { measurer } from "./dom/measure.ts";
import { idOf } from "./layout/elements.ts";
import type { FromPage, ToPage } from "./messages.ts";

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly setState: (state: Followed) => void;
};

const host = acquireVsCodeApi();

function show(message: ToPage): void {
  if (message.type === "empty") {
    setTexts("", message.text);
    partOf("diagram").replaceChildren();
    return;
  }
  host.setState(message.followed);
  showDiagram(message.diagram);
}

function showDiagram(diagram: Diagram): void {
  const focused = document.activeElement?.getAttribute("data-id") ?? undefined;
  // Somebody who types in the editor must not lose the focus to the page.
  const hasFocus = document.hasFocus();
  const drawing = draw(diagram, measurer());
  const targets = new Map(
    [
      ...diagram.states.map((state) => ["state", state] as const),
      ...diagram.events.map((event) => ["event", event] as const),
    ].map(([kind, { name, canJump }]) => [idOf(kind, name), { kind, name, canJump }]),
  );
  const makeReachable = interact(drawing, (id) => {
    const target = targets.get(id);
    if (target?.canJump === true) host.postMessage({ type: "jump", kind: target.kind, name: target.name });
  });
  setTexts(diagram.title, diagram.summary);
  partOf("diagram").replaceChildren(drawing.svg);

  const current = diagram.states.find(({ isCurrent }) => isCurrent) ?? diagram.states[0];
  const start = focused !== undefined && drawing.elements.has(focused) ? focused : idOf("state", current?.name ?? "");
  makeReachable(start);
  if (start === focused && hasFocus) drawing.elements.get(start)?.focus();
  else drawing.elements.get(start)?.scrollIntoView({ block: "nearest", inline: "center" });
}

function setTexts(title: string, summary: string): void {
  partOf("title").textContent = title;
  partOf("summary").textContent = summary;
}

function partOf(id: string): HTMLElement {
  const part = document.getElementById(id);
  if (part === null) throw new Error(`the page has no ${id}`);
  return part;
}

addEventListener("message", ({ data }: MessageEvent<ToPage>) => show(data));
host.postMessage({ type: "ready" });

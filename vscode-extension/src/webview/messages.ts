import type { Diagram, ElementKind, Followed } from "./diagram.ts";

/** What the extension tells the diagram's page. */
export type ToPage =
  | { readonly type: "diagram"; readonly diagram: Diagram; readonly followed: Followed }
  /** There is nothing to draw, and why. */
  | { readonly type: "empty"; readonly text: string };

/** What the diagram's page tells the extension. */
export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "jump"; readonly kind: ElementKind; readonly name: string };

/** Whether something that came from the page is a message of it. */
export function isFromPage(value: unknown): value is FromPage {
  if (!isGroup(value)) return false;
  if (value["type"] === "ready") return true;
  return (
    value["type"] === "jump" &&
    (value["kind"] === "state" || value["kind"] === "event") &&
    typeof value["name"] === "string"
  );
}

/** Whether something is what the diagram followed, kept from an earlier window. */
export function isFollowed(value: unknown): value is Followed {
  return isGroup(value) && typeof value["uri"] === "string" && Number.isInteger(value["line"]);
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

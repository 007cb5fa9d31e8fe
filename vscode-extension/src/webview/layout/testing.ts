import type { Diagram } from "../diagram.ts";
import type { Size } from "./layout.ts";

/** A diagram in short: states, and events written `name: from+from > to`; without an end the state stays. */
export function diagramOf(states: string, ...events: readonly string[]): Diagram {
  const shown = (name: string) => ({ name, label: name, description: "", canJump: true });
  return {
    title: "",
    summary: "",
    states: states.split(" ").map((name) => ({ ...shown(name), icon: "none", isLocked: false, isCurrent: false })),
    events: events.map((event) => {
      const [name = "", way = ""] = event.split(": ");
      const [from = "", to] = way.split(" > ");
      return {
        ...shown(name),
        from: from.split("+"),
        ...(to === undefined ? {} : { to }),
        standing: "unasked" as const,
      };
    }),
  };
}

/** As long as their names are. */
export const sizes = (id: string): Size => ({ width: id.length * 8, height: id.startsWith("state") ? 36 : 26 });

/** The life cycle that ships, in short. */
export const spectrum = diagramOf(
  "not_integrated not_in_erp ready_to_export exporting failed_to_export rejected invalid synced",
  "approve: not_integrated+not_in_erp+rejected+invalid",
  "send: not_in_erp+invalid > ready_to_export",
  "retrieve: ready_to_export > not_in_erp",
  "accept: ready_to_export > exporting",
  "reject: ready_to_export+failed_to_export > rejected",
  "resend: rejected+not_in_erp > ready_to_export",
  "export-succeeded: exporting > synced",
  "export-failed: exporting > failed_to_export",
  "retry-export: failed_to_export > exporting",
  "unlink: synced > not_in_erp",
  "reset: synced > not_in_erp",
);

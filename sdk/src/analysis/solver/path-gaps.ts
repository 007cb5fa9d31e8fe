import { isInherited } from "../../context/walk.ts";
import type { Reading } from "./readings.ts";
import type { Slot } from "./slot.ts";

/**
 * Why not everything is tried in some places, by the keys of their slots: paths that cross, or that lead where every
 * object has something, or where something else stands.
 */
export function pathGaps(slots: readonly Slot[], readings: readonly Reading[]): ReadonlyMap<string, string> {
  const gaps = new Map<string, string>();
  const paths = slots
    .filter(({ kind }) => kind === "value" || kind === "list")
    .map((slot) => ({
      slot,
      path: [
        slot.place,
        ...(slot.list === undefined ? [] : [slot.list, ...(slot.kind === "list" ? [] : ["[]"])]),
        ...slot.steps,
      ].join("."),
    }));
  for (const { slot, path } of paths) {
    const crossed = paths.some(
      (other) => other.path !== path && (isWithin(other, path) || isWithin({ path }, other.path)),
    );
    if (crossed) gaps.set(slot.key, "its path crosses another field's");
    const steps = [...(slot.list?.split(".") ?? []), ...slot.steps];
    if (steps.some(isInherited)) gaps.set(slot.key, "its path has a name that every object knows");
    if (slot.kind === "value" && slot.steps.length === 0) gaps.set(slot.key, "it is a line itself");
    if (slot.place === "context" && steps[0] === "erp" && (steps[1] ?? "features") === "features")
      gaps.set(slot.key, "it stands where toggles are listed");
    const isMixed = readings.some(
      ({ field }) => field.place === slot.place && field.path === slot.list && field.type !== "list",
    );
    if (slot.kind === "list" && isMixed) gaps.set(slot.key, "it is read as a list and as something else");
    if (slot.place === "document" && wrappers.has(steps[0] ?? ""))
      gaps.set(slot.key, "it stands where Procore's payloads wrap a PCCO");
  }
  return gaps;
}

/** Whether a path leads through another one. The lines of a list do not lead through its count. */
function isWithin({ path }: { readonly path: string }, around: string): boolean {
  return path.startsWith(`${around}.`) && !path.startsWith(`${around}.[]`);
}

/** Keys by which a PCCO inside another payload is known. */
const wrappers = new Set([
  "data",
  "change_order",
  "prime_change_order",
  "prime_contract",
  "prime_contract_change_order",
  "request_data",
]);

import type { Reading } from "./readings.ts";
import type { Slot } from "./slot.ts";

/** Most lines of a list of the PCCO, and of its surroundings, that are tried. */
const mostLines = { document: 4, context: 5, input: 1 };

/** How many lines of each list are tried: enough for every check that compares or counts them, within reason. */
export function lineCounts(lists: Iterable<Slot>, readings: readonly Reading[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const slots = [...lists].sort((a, b) => Number(a.place === "context") - Number(b.place === "context"));
  let ofDocument = 0;
  for (const { key, place, list } of slots) {
    const own = readings.filter(({ field }) => field.place === place && field.list?.join(".") === list);
    const fewest = own.flatMap(({ boundaries }) => boundaries.map(fewestLines));
    const thresholds = readings
      .filter(({ field }) => field.place === place && field.path === list)
      .flatMap(({ boundaries }) => boundaries.map((each) => (each.kind === "count" ? each.at : 0)));
    // One more than a check needs, and no fewer than three, for whatever else is to be seen beside it.
    const needed = Math.max(2, ...fewest) + 1;
    const count = Math.max(place === "context" ? Math.max(needed, ofDocument + 1) : needed, ...thresholds);
    if (place === "document") ofDocument = Math.max(ofDocument, Math.min(count, mostLines.document));
    counts.set(key, Math.min(count, mostLines[place]));
  }
  return counts;
}

function fewestLines(boundary: Reading["boundaries"][number]): number {
  return boundary.kind === "lines" ? boundary.fewest : 1;
}

import type { DocumentReport } from "../generated/types.ts";

// As they stand in a `Report`.
const [before, after] = ['{\n  "documents": [\n    ', "\n  ]\n}"];

/** What stands between the items of the list of reports in JSON. */
export const betweenItems = ",\n    ";

/** Some items of the list of reports in JSON, as they are to be printed there. Empty when there is none. */
export function jsonItems(documents: readonly DocumentReport[]): string {
  if (documents.length === 0) return "";
  return JSON.stringify({ documents }, null, 2).slice(before.length, -after.length);
}

import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { documents } from "../hand-tuned/documents.ts";

/** The context file that stands beside what is checked. */
export function writeContext(folder: string): void {
  const clean = documents(10, 20, 1).find(({ broken }) => broken.length === 0);
  writeFileSync(join(folder, "pcco.context.json"), JSON.stringify(clean?.context));
}

/** How many PCCOs have a fault: three of ten, or none. */
export type Faults = "some broken" | "all clean";

/** Writes an NDJSON file of at least so many bytes, PCCOs of ten lines, over one that it wrote before. Gives its path. */
export function writeNdjson(folder: string, bytes: number, faults: Faults = "some broken"): string {
  const block = documents(10, 1000, 20250325)
    .filter(({ broken }) => faults === "some broken" || broken.length === 0)
    .map(({ pcco }) => `${JSON.stringify(pcco)}\n`)
    .join("");
  const file = join(folder, "many.pcco.ndjson");
  const open = openSync(file, "w");
  try {
    for (let written = 0; written < bytes; ) written += writeSync(open, block);
  } finally {
    closeSync(open);
  }
  return file;
}

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { contextOf, documents } from "../ten-rules/documents.ts";

/**
 * Writes so many files of one PCCO of ten lines each, a hundred in a folder, JSON and YAML in turn, three of ten broken, and a
 * context above them.
 */
export function writePccoFolders(folder: string, count: number): void {
  writeFileSync(join(folder, "pcco.context.json"), JSON.stringify(contextOf(12)));
  const task = { lines: 10, count: 100, seed: 0, broken: true, form: "text" } as const;
  for (let from = 0; from < count; from += task.count) {
    const below = join(folder, `job-${from / task.count}`);
    mkdirSync(below);
    for (const [index, { pcco }] of documents({ ...task, seed: from }).entries())
      if (index % 2 === 0) writeFileSync(join(below, `${from + index}.pcco.json`), JSON.stringify(pcco, undefined, 2));
      else writeFileSync(join(below, `${from + index}.pcco.yaml`), stringify(pcco));
  }
}

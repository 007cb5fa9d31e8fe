import type { Mutant } from "../analysis/mutation/mutant.ts";
import { writeYaml } from "../document/write-yaml.ts";
import { count } from "./words.ts";

/** The formats of samples. */
export const sampleFormats = ["yaml", "json", "ndjson"] as const;

/** One of `sampleFormats`. */
export type SampleFormat = (typeof sampleFormats)[number];

/** A PCCO that says what must be found, and the mutants that it kills. */
export interface SampleDocument {
  readonly document: Readonly<Record<string, unknown>>;
  readonly kills: readonly Mutant[];
}

/** Writes samples: PCCOs one after another as YAML, each with what it is for, or as a list or lines of JSON. */
export function writeSamples(samples: readonly SampleDocument[], format: SampleFormat): string {
  const documents = samples.map(({ document }) => document);
  switch (format) {
    case "yaml":
      return samples
        .map((sample, index) => `---\n${commentOf(sample, index, samples)}${writeYaml(sample.document)}`)
        .join("");
    case "json":
      return `${JSON.stringify(documents, null, 2)}\n`;
    case "ndjson":
      return documents.map((document) => `${JSON.stringify(document)}\n`).join("");
  }
}

/** Mutants that are named for a sample. */
const mostNamed = 3;

/** Which mutants a sample kills: those that no other one does are why it is there. */
function commentOf({ kills }: SampleDocument, index: number, samples: readonly SampleDocument[]): string {
  const others = new Set(samples.filter((_, other) => other !== index).flatMap((sample) => sample.kills));
  const own = kills.filter((mutant) => !others.has(mutant));
  const named = (own.length === 0 ? kills : own).slice(0, mostNamed);
  const words = own.length === 0 ? "among them" : `${own.length} of them by itself`;
  const lines = [
    `Kills ${count(kills.length, "mutant")}, ${words}:`,
    ...named.map(({ entry, change }) => `- ${entry}: ${change}`),
  ];
  return lines.map((line) => `# ${line.replaceAll(/\s+/g, " ")}\n`).join("");
}

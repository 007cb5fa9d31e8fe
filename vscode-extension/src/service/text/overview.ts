import type { Finding } from "@erp-export-rules/sdk";
import type { TextVerdict } from "@erp-export-rules/sdk/text";
import type { PccoRecord, Surroundings } from "../model.ts";
import type { Found } from "./found.ts";
import type { Severities } from "./judged.ts";
import type { SectionRecord } from "./section-record.ts";

/** The verdicts of a file together. */
export interface Overview {
  /** Another number as soon as a finding, its place, or what its PCCO is judged by is another; the same as long as all stay. */
  readonly stamp: number;
  /** How many PCCOs have come out so. */
  readonly outcomes: Readonly<Record<TextVerdict["outcome"], number>>;
  /** How many findings there are. */
  readonly severities: Severities;
  /** The first findings: errors before warnings before infos, and each in the order of the text. */
  first(limit: number): readonly FoundFinding[];
}

/** A finding and the PCCO it is about. */
export interface FoundFinding {
  readonly record: PccoRecord;
  /** Its range is a position in the file. */
  readonly finding: Finding;
  /** What the PCCO was judged by; `undefined` when it can't be judged. */
  readonly surroundings: Surroundings | undefined;
}

const ranks = ["error", "warning", "info"] as const;

/** What was found on the PCCOs of a file at one moment. */
export class Picture implements Overview {
  readonly stamp: number;
  readonly outcomes = { exportable: 0, blocked: 0, unknown: 0, unreadable: 0 };
  readonly severities = { error: 0, warning: 0, info: 0 };
  readonly #found: Found[] = [];

  /**
   * @param records all judged
   * @param before the picture before this one, whose stamp stays when nothing has changed
   */
  constructor(records: readonly SectionRecord[], before: Picture | undefined) {
    for (const record of records) {
      const { judged } = record;
      if (judged === undefined) continue;
      this.outcomes[judged.verdict.outcome]++;
      if (judged.findings.length === 0) continue;
      this.#found.push(record.found());
      for (const rank of ranks) this.severities[rank] += judged.severities[rank];
    }
    this.stamp = before === undefined ? 1 : this.#showsSame(before) ? before.stamp : before.stamp + 1;
  }

  first(limit: number): readonly FoundFinding[] {
    const first: FoundFinding[] = [];
    for (const rank of ranks) {
      if (this.severities[rank] === 0) continue;
      for (const found of this.#found) {
        if (first.length >= limit) return first;
        const { record, judged } = found;
        if (judged.severities[rank] === 0) continue;
        const surroundings = "cannot" in judged.by ? undefined : judged.by;
        for (const finding of found.findings) {
          if (first.length >= limit) return first;
          if (finding.severity === rank) first.push({ record, finding, surroundings });
        }
      }
    }
    return first;
  }

  #showsSame(other: Picture): boolean {
    return (
      this.#found.length === other.#found.length &&
      this.#found.every((found, position) => other.#found[position]?.showsSame(found))
    );
  }
}

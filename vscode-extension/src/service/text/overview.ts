import type { Finding } from "@erp-export-rules/sdk";
import type { TextVerdict } from "@erp-export-rules/sdk/text";
import type { PccoRecord, Surroundings } from "../model.ts";
import { isEqual } from "./is-equal.ts";
import type { Judged, Severities } from "./judged.ts";
import type { Place } from "./place.ts";
import type { SectionRecord } from "./section-record.ts";

/** The verdicts of a file together. */
export interface Overview {
  /** Another number as soon as a finding, its place, or what its PCCO is judged by is another; the same as long as all stay. */
  readonly stamp: number;
  /** How many PCCOs have come out so. */
  readonly outcomes: Readonly<Record<TextVerdict["outcome"], number>>;
  /** How many findings there are. */
  readonly severities: Severities;
  /** The first findings: errors before warnings before infos, and each in the order of the text. To be asked before the file is changed. */
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

/** A PCCO with findings, as it was judged and where it stood at one moment. */
interface Sight {
  readonly record: SectionRecord;
  readonly judged: Judged;
  readonly place: Place;
  readonly index: number;
}

const ranks = ["error", "warning", "info"] as const;

/** What was found on the PCCOs of a file at one moment. */
export class Picture implements Overview {
  readonly stamp: number;
  readonly outcomes = { exportable: 0, blocked: 0, unknown: 0, unreadable: 0 };
  readonly severities = { error: 0, warning: 0, info: 0 };
  readonly #sights: Sight[] = [];

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
      this.#sights.push({ record, judged, place: record.place, index: record.index });
      for (const rank of ranks) this.severities[rank] += judged.severities[rank];
    }
    this.stamp = before === undefined ? 1 : this.#showsSame(before) ? before.stamp : before.stamp + 1;
  }

  first(limit: number): readonly FoundFinding[] {
    const found: FoundFinding[] = [];
    for (const rank of ranks) {
      if (this.severities[rank] === 0) continue;
      for (const { record, judged } of this.#sights) {
        if (found.length >= limit) break;
        if (judged.severities[rank] === 0) continue;
        const surroundings = "cannot" in judged.by ? undefined : judged.by;
        for (const finding of record.found().findings)
          if (finding.severity === rank && found.length < limit) found.push({ record, finding, surroundings });
      }
    }
    return found;
  }

  #showsSame(other: Picture): boolean {
    const others = other.#sights;
    return (
      this.#sights.length === others.length &&
      this.#sights.every((sight, position) => {
        const twin = others[position];
        return twin !== undefined && isSame(sight, twin);
      })
    );
  }
}

function isSame(a: Sight, b: Sight): boolean {
  if (a.index !== b.index || a.judged.by !== b.judged.by) return false;
  const isPlacedAlike = a.place === b.place || a.place.equals(b.place);
  if (a.judged === b.judged && isPlacedAlike) return true;
  if (a.judged.findings.length !== b.judged.findings.length) return false;
  return a.judged.findings.every((finding, position) => {
    const other = b.judged.findings[position];
    if (other === undefined) return false;
    return isPlacedAlike ? isEqual(finding, other) : isEqual(a.place.finding(finding), b.place.finding(other));
  });
}

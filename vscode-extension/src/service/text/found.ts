import type { Finding } from "@erp-export-rules/sdk";
import type { TextVerdict } from "@erp-export-rules/sdk/text";
import type { PccoRecord } from "../model.ts";
import { isEqual } from "./is-equal.ts";
import type { Judged } from "./judged.ts";
import type { Place } from "./place.ts";

/** What was found on a PCCO, where it stood at one moment. */
export class Found {
  readonly record: PccoRecord;
  readonly judged: Judged;
  readonly place: Place;
  /** Position of the PCCO among those of the file. */
  readonly index: number;
  #verdict: TextVerdict | undefined;
  #findings: readonly Finding[] | undefined;
  #placed: readonly Finding[] | undefined;

  constructor(record: PccoRecord, judged: Judged, place: Place, index: number) {
    this.record = record;
    this.judged = judged;
    this.place = place;
    this.index = index;
  }

  /** With positions in the file. */
  get verdict(): TextVerdict {
    const { outcome, findings } = this.judged.verdict;
    this.#verdict ??= { index: this.index, outcome, findings: this.#all().slice(0, findings.length) };
    return this.#verdict;
  }

  /** Those of the verdict and the further ones, in the order of the text. */
  get findings(): readonly Finding[] {
    const hasFurther = this.judged.findings.length > this.judged.verdict.findings.length;
    this.#findings ??= hasFurther ? this.#all().toSorted(byPlace) : this.#all();
    return this.#findings;
  }

  /** Whether somebody who is shown this and the other sees a difference. */
  showsSame(other: Found): boolean {
    if (this === other) return true;
    if (this.index !== other.index || this.judged.by !== other.judged.by) return false;
    const arePlacedAlike = this.place === other.place || this.place.equals(other.place);
    if (this.judged === other.judged && arePlacedAlike) return true;
    const { findings } = other.judged;
    return (
      this.judged.findings.length === findings.length &&
      this.judged.findings.every((finding, position) => {
        const twin = findings[position];
        if (twin === undefined) return false;
        return arePlacedAlike
          ? isEqual(finding, twin)
          : isEqual(this.place.finding(finding), other.place.finding(twin));
      })
    );
  }

  #all(): readonly Finding[] {
    this.#placed ??= this.judged.findings.map((finding) => this.place.finding(finding));
    return this.#placed;
  }
}

/** As the SDK orders findings: what has no place of its own comes last. */
function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

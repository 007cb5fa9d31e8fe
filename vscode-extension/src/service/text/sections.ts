import type { Position } from "@erp-export-rules/sdk/text";
import { type Cut, type Cuts, wholeCut } from "./cut.ts";
import { cutText } from "./cut-text.ts";
import type { ContentChange, TouchedLines } from "./lines.ts";
import { readsOnlyAsWhole } from "./reads-only-as-whole.ts";
import { Section, type Source } from "./section.ts";
import type { SectionRecord } from "./section-record.ts";

/** The sections of a file, in order. Which they are depends on the text alone, not on the edits that led to it. */
export class Sections {
  readonly #source: Source;
  #cuts: Cuts;
  #sections: readonly Section[];
  /** The whole file as one section, when its parts can't be read by themselves; found out once they have been tried. */
  #whole: Section | undefined;
  #records: readonly SectionRecord[] | undefined;

  constructor(source: Source) {
    this.#source = source;
    this.#cuts = cutText(source.lines, source.format);
    this.#sections = this.#cuts.cuts.map((cut) => new Section(source, cut));
  }

  change(changes: readonly ContentChange[]): void {
    const { lines, format } = this.#source;
    for (const change of changes) this.#touch(lines.change(change));
    this.#cuts = cutText(lines, format);
    this.#sections = this.#kept(this.#cuts.cuts);
    if (this.#whole !== undefined) this.#source.recent.delete(this.#whole);
    this.#whole = undefined;
    this.#records = undefined;
  }

  /** The sections that are still to be read. */
  *unread(): Iterable<Section> {
    for (const section of this.#sections) if (section.records === undefined) yield section;
  }

  /** All PCCOs of the file. */
  get records(): readonly SectionRecord[] {
    this.#records ??= this.#settle().flatMap((section) => section.read());
    return this.#records;
  }

  /** The PCCO at a position, or the nearest above it. */
  at({ line, character }: Position): SectionRecord {
    const { records } = this;
    const home = this.#whole ?? this.#sections[firstBelow(this.#sections, line)] ?? this.#sections.at(-1);
    const own = home?.records ?? records;
    const holding = own.filter((record) => record.startLine <= line && line < record.endLine);
    const begun = holding.filter((record) => record.beginsBefore({ line, character }));
    const found = begun.at(-1) ?? holding[0] ?? own.at(-1);
    if (found === undefined) throw new Error("a file has at least one PCCO");
    return found;
  }

  /** Marks the sections that a change touches, and moves those below it. */
  #touch({ from, removed, inserted }: TouchedLines): void {
    const end = from + removed;
    const moved = inserted - removed;
    for (let at = firstBelow(this.#sections, from); at < this.#sections.length; at++) {
      const section = this.#sections[at];
      if (section === undefined) break;
      if (section.from < end) {
        section.isTouched = true;
        section.from = Math.min(section.from, from);
        section.to = section.to >= end ? section.to + moved : from + inserted;
      } else {
        section.from += moved;
        section.to += moved;
      }
    }
  }

  /** The sections of some cuts: the old ones where no line was touched. */
  #kept(cuts: readonly Cut[]): readonly Section[] {
    const old = this.#sections;
    let next = 0;
    const kept = cuts.map((cut) => {
      while (next < old.length && (old[next]?.from ?? 0) < cut.from) next++;
      for (let at = next; old[at]?.from === cut.from; at++) {
        const section = old[at];
        if (section?.keeps(cut)) return section;
      }
      return new Section(this.#source, cut);
    });
    for (const section of old) if (section.isTouched) this.#source.recent.delete(section);
    return kept;
  }

  /** Reads what is unread, and finds out where everything stands. */
  #settle(): readonly Section[] {
    for (const section of this.unread()) section.read();
    const isWhole = this.#sections.length > 1 && readsOnlyAsWhole(this.#sections, this.#source);
    if (isWhole) this.#whole = new Section(this.#source, wholeCut(this.#source.lines));
    const sections = this.#whole === undefined ? this.#sections : [this.#whole];
    let index = 0;
    let itemsAbove = 0;
    for (const section of sections) {
      if (section.cut.startsList) itemsAbove = 0;
      section.stand(index, itemsAbove, this.#cuts.opening);
      index += section.size;
      itemsAbove += section.size;
    }
    return sections;
  }
}

/** Position of the first section that ends below a line. */
function firstBelow(sections: readonly Section[], line: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.to ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}

import type { Position } from "@erp-export-rules/sdk/text";
import { bare, start } from "./cut.ts";
import { cutText } from "./cut-text.ts";
import type { ContentChange, TouchedLines } from "./lines.ts";
import { readsOnlyAsWhole } from "./reads-only-as-whole.ts";
import { Section, type Source } from "./section.ts";
import type { SectionRecord } from "./section-record.ts";

/** The sections of a file, in order. Which they are depends on the text alone, not on the edits that led to it. */
export class Sections {
  readonly #source: Source;
  #opening: Position = start;
  #sections: readonly Section[] = [];
  /** Those that are still to be read, in order. */
  #unread: Section[] = [];
  /** The whole file as one section, when its parts can't be read by themselves; found out once they have been tried. */
  #whole: Section | undefined;
  #records: readonly SectionRecord[] | undefined;

  constructor(source: Source) {
    this.#source = source;
    this.#cut();
  }

  change(changes: readonly ContentChange[]): void {
    for (const change of changes) this.#touch(this.#source.lines.change(change));
    this.#cut();
  }

  /** Reads the first section that is still to be read. `undefined` when there is none. */
  readNext(): Section | undefined {
    const section = this.#unread.pop();
    section?.read();
    return section;
  }

  /** All PCCOs of the file. */
  get records(): readonly SectionRecord[] {
    this.#records ??= this.#settle();
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

  /** Cuts the text anew, and keeps the sections whose lines were not touched. */
  #cut(): void {
    const { lines, format, recent } = this.#source;
    const { starts, frames, opening } = cutText(lines, format);
    const old = this.#sections;
    const unread: Section[] = [];
    let next = 0;
    this.#sections = starts.map((from, position) => {
      const to = starts[position + 1] ?? lines.count;
      const frame = frames[position] ?? bare;
      while ((old[next]?.from ?? from) < from) next++;
      for (let at = next; old[at]?.from === from; at++) {
        const section = old[at];
        if (!section?.isMadeOf(from, to, frame)) continue;
        section.frame = frame;
        if (section.records === undefined) unread.push(section);
        return section;
      }
      const section = new Section(this.#source, from, to, frame);
      unread.push(section);
      return section;
    });
    for (const section of old) if (section.isTouched) recent.delete(section);
    if (this.#whole !== undefined) recent.delete(this.#whole);
    this.#opening = opening;
    this.#unread = unread.reverse();
    this.#whole = undefined;
    this.#records = undefined;
  }

  /** Reads what is unread, and finds out where everything stands. */
  #settle(): readonly SectionRecord[] {
    while (this.readNext() !== undefined);
    const source = this.#source;
    const isWhole = this.#sections.length > 1 && readsOnlyAsWhole(this.#sections, source);
    if (isWhole) this.#whole = new Section(source, 0, source.lines.count, bare);
    const records: SectionRecord[] = [];
    let itemsAbove = 0;
    for (const section of this.#whole === undefined ? this.#sections : [this.#whole]) {
      if (section.frame.startsList) itemsAbove = 0;
      section.stand(records.length, itemsAbove, this.#opening);
      for (const record of section.read()) records.push(record);
      itemsAbove += section.size;
    }
    return records;
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

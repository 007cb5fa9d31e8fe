import { binaryAt, type Position, parseText, type TextDocument } from "@erp-export-rules/sdk/text";
import { type Cut, start } from "./cut.ts";
import { type Extent, extentsOf } from "./extents.ts";
import type { Home, HomeSource } from "./home.ts";
import { type Marks, marksIn } from "./marks.ts";
import type { PinTable } from "./pins.ts";
import { Place } from "./place.ts";
import type { Recent } from "./recent.ts";
import { SectionRecord } from "./section-record.ts";

/** What all sections of a file share. */
export interface Source extends HomeSource {
  readonly pins: PinTable;
  /** The documents of the sections that were read last. All others are read again when they are asked for. */
  readonly recent: Recent<Section, readonly TextDocument[]>;
}

/** A part of a file that is read by itself. It stays the same object as long as no edit touches its lines. */
export class Section implements Home {
  readonly source: Source;
  cut: Cut;
  /** Where its lines stand, while several changes are carried out. */
  from: number;
  to: number;
  isTouched = false;
  place: Place;
  /** Why it can't be read, if so. */
  fault: "syntax" | "binary" | undefined;
  #records: readonly SectionRecord[] | undefined;
  #extents: readonly Extent[] | undefined;
  #marks: Marks | undefined;

  constructor(source: Source, cut: Cut) {
    this.source = source;
    this.cut = cut;
    this.from = cut.from;
    this.to = cut.to;
    this.place = new Place(cut, 0, 0, start);
  }

  /** Its PCCOs, at least one; `undefined` before it has been read. */
  get records(): readonly SectionRecord[] | undefined {
    return this.#records;
  }

  get size(): number {
    return this.read().length;
  }

  /** Takes its new place among the lines, if the lines of a cut are its own. */
  keeps(cut: Cut): boolean {
    const { head, tail, from, to, startsList } = this.cut;
    if (this.isTouched || this.from !== cut.from || this.to !== cut.to || head !== cut.head || tail !== cut.tail)
      return false;
    if (from !== cut.from || to !== cut.to || startsList !== cut.startsList) this.cut = cut;
    return true;
  }

  /** Tells it what stands above it. */
  stand(index: number, itemsAbove: number, opening: Position): void {
    if (!this.place.is(this.cut, index, itemsAbove, opening))
      this.place = new Place(this.cut, index, itemsAbove, opening);
  }

  /** Its lines as they stand. */
  text(): string {
    return this.source.lines.text(this.cut.from, this.cut.to);
  }

  /** Reads its PCCOs. All ranges are positions in its own lines. */
  read(): readonly SectionRecord[] {
    if (this.#records !== undefined) return this.#records;
    const documents = this.documents();
    const isBroken = documents.some(({ problems }) =>
      problems.some(({ id, fatal }) => fatal && id === "document/syntax"),
    );
    if (isBroken) this.fault = binaryAt(this.text()) === undefined ? "syntax" : "binary";
    this.#records = documents.map(
      ({ value }, position) => new SectionRecord(this, position, this.source.pins.of(value)),
    );
    return this.#records;
  }

  /** Its PCCOs as values with positions in the text that is read for it: with what is put before it. */
  documents(): readonly TextDocument[] {
    const { recent, format } = this.source;
    const known = recent.get(this);
    if (known !== undefined) return known;
    const text = this.readableText();
    const { documents } = parseText(text, { format });
    // What can't be read at all is one document, without the item put behind it.
    const hasOneMore = format === "json" && this.cut.tail !== "" && documents.length > 1;
    const own = hasOneMore ? documents.slice(0, -1) : documents;
    recent.set(this, own, text.length);
    return own;
  }

  /** Its text with what must stand around it to be read. */
  readableText(): string {
    return `${this.cut.head}${this.text()}${this.cut.tail}`;
  }

  /** What YAML could repeat from it, and in it. */
  get marks(): Marks {
    this.#marks ??= marksIn(this.text());
    return this.#marks;
  }

  /** The lines of each of its PCCOs, counted from its own first. They overlap where two stand on one line. */
  extents(): readonly Extent[] {
    this.#extents ??= extentsOf(this.documents(), this.place.above, this.cut.to - this.cut.from);
    return this.#extents;
  }
}

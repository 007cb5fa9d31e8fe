import { binaryAt, type Position, parseText, type TextDocument } from "@erp-export-rules/sdk/text";
import { type Frame, start } from "./cut.ts";
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
  /** Its first line, and the line after its last. */
  from: number;
  to: number;
  frame: Frame;
  isTouched = false;
  place: Place;
  /** Why it can't be read, if so. */
  fault: "syntax" | "binary" | undefined;
  #records: readonly SectionRecord[] | undefined;
  #extents: readonly Extent[] | undefined;
  #marks: Marks | undefined;

  constructor(source: Source, from: number, to: number, frame: Frame) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.frame = frame;
    this.place = new Place(from, to, frame, 0, 0, start);
  }

  /** Its PCCOs, at least one; `undefined` before it has been read. */
  get records(): readonly SectionRecord[] | undefined {
    return this.#records;
  }

  /** How many they are. It is read for that. */
  get size(): number {
    return this.read().length;
  }

  /** Whether lines and what stands around them are just its own, untouched. */
  isMadeOf(from: number, to: number, { head, tail }: Frame): boolean {
    return (
      !this.isTouched && this.from === from && this.to === to && this.frame.head === head && this.frame.tail === tail
    );
  }

  /** Tells it what stands above it. */
  stand(index: number, itemsAbove: number, opening: Position): void {
    const { from, to, frame } = this;
    if (this.place.is(from, to, frame, index, itemsAbove, opening)) return;
    this.place = new Place(from, to, frame, index, itemsAbove, opening);
  }

  /** Its lines as they stand. */
  text(): string {
    return this.source.lines.text(this.from, this.to);
  }

  /** Reads its PCCOs. All ranges are positions in its own lines. */
  read(): readonly SectionRecord[] {
    // Asked of every section at every edit; what is written out below would cost memory each time.
    return this.#records ?? this.#readOnce();
  }

  #readOnce(): readonly SectionRecord[] {
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
    const hasOneMore = format === "json" && this.frame.tail !== "" && documents.length > 1;
    const own = hasOneMore ? documents.slice(0, -1) : documents;
    recent.set(this, own, text.length);
    return own;
  }

  /** Its text with what must stand around it to be read. */
  readableText(): string {
    return `${this.frame.head}${this.text()}${this.frame.tail}`;
  }

  /** What YAML could repeat from it, and in it. */
  get marks(): Marks {
    this.#marks ??= marksIn(this.text());
    return this.#marks;
  }

  /** The lines of each of its PCCOs, counted from its own first. They overlap where two stand on one line. */
  extents(): readonly Extent[] {
    this.#extents ??= extentsOf(this.documents(), this.place.above, this.to - this.from);
    return this.#extents;
  }
}

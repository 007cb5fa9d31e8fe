import { type Edit, type TextDocument, type TextVerdict, textEdits } from "@erp-export-rules/sdk/text";
import type { Position, TextEdit } from "vscode-languageserver-types";
import type { PccoRecord, Surroundings, SurroundingsOf, Unjudgeable } from "../model.ts";
import { onlyRange, unlisted } from "./alone.ts";
import { type Extent, rangeOf } from "./extents.ts";
import { Found } from "./found.ts";
import type { Home } from "./home.ts";
import { type Further, type Judged, judge, nothingFurther } from "./judged.ts";
import type { Pins } from "./pins.ts";
import type { Place } from "./place.ts";
import { PlacedDocument } from "./placed-document.ts";
import { positionsIn } from "./positions.ts";

/** One PCCO of a section. */
export class SectionRecord implements PccoRecord {
  readonly pins: Pins;
  readonly #section: Home;
  readonly #position: number;
  #judged: Judged | undefined;
  #found: Found | undefined;

  /** @param position among the PCCOs of its section */
  constructor(section: Home, position: number, pins: Pins) {
    this.#section = section;
    this.#position = position;
    this.pins = pins;
  }

  get place(): Place {
    return this.#section.place;
  }

  get index(): number {
    return this.place.index + this.#position;
  }

  get startLine(): number {
    return this.place.from + this.#extent()[0];
  }

  get endLine(): number {
    return this.place.from + this.#extent()[1];
  }

  /** Whether its value begins at a position or before it. */
  beginsBefore({ line, character }: Position): boolean {
    const begin = this.#isAlone() ? undefined : rangeOf(this.#inSection())?.start;
    if (begin === undefined) return true;
    const own = this.place.inside({ line, character });
    return begin.line < own.line || (begin.line === own.line && begin.character <= own.character);
  }

  text(): string {
    const { source, place } = this.#section;
    const { head, tail } = place.frame;
    const [from, to] = this.#extent();
    const text = source.lines.text(place.from + from, place.from + to);
    if (this.#isAlone()) {
      const isItem = source.format === "json" && (head !== "" || tail !== "");
      return isItem ? unlisted(text, head === "") : text;
    }
    const range = rangeOf(this.#inSection());
    if (range === undefined || (source.format === "yaml" && !this.#sharesLines())) return text;
    const up = place.above + from;
    return onlyRange(text, { start: moved(range.start, -up), end: moved(range.end, -up) });
  }

  document(): TextDocument {
    return new PlacedDocument(this.#inSection(), this.place, this.index);
  }

  /** What was found on it; `undefined` before it is judged. */
  get judged(): Judged | undefined {
    return this.#judged;
  }

  /** @returns whether it was not yet judged so */
  judge(by: Surroundings | Unjudgeable, further: Further): boolean {
    if (this.#judged?.by === by && this.#judged.further === further) return false;
    this.#judged = judge(this.#inSection(), by, further);
    this.#section.source.judgements++;
    return true;
  }

  verdict(surroundingsOf: SurroundingsOf): TextVerdict {
    this.judge(surroundingsOf(this.pins.value), this.#judged?.further ?? nothingFurther);
    return this.found().verdict;
  }

  /** What was found on it, with positions in the file. It must be judged. */
  found(): Found {
    const judged = this.#judged;
    if (judged === undefined) throw new Error("what is on a PCCO is found once it is judged");
    const { place, index } = this;
    if (this.#found?.judged !== judged || this.#found.place !== place)
      this.#found = new Found(this, judged, place, index);
    return this.#found;
  }

  textEdits(edits: readonly Edit[]): readonly TextEdit[] {
    const { source, place } = this.#section;
    const text = this.#section.readableText();
    const options = { format: source.format, index: this.#position };
    const positionAt = positionsIn(text);
    return textEdits(text, options, edits).map(({ start, end, newText }) => ({
      range: place.range({ start: positionAt(start), end: positionAt(end) }),
      newText,
    }));
  }

  #inSection(): TextDocument {
    const documents = this.#section.documents();
    const document = documents[this.#position] ?? documents[0];
    if (document === undefined) throw new Error("a text has at least one document");
    return document;
  }

  #isAlone(): boolean {
    return this.#section.size === 1;
  }

  #extent(): Extent {
    // The usual case needs no reading.
    if (this.#isAlone()) return [0, this.place.to - this.place.from];
    return this.#section.extents()[this.#position] ?? [0, 1];
  }

  #sharesLines(): boolean {
    const [from, to] = this.#extent();
    const extents = this.#section.extents();
    const above = extents[this.#position - 1];
    const below = extents[this.#position + 1];
    return (above !== undefined && above[1] > from) || (below !== undefined && below[0] < to);
  }
}

function moved({ line, character }: Position, lines: number): Position {
  return { line: line + lines, character };
}

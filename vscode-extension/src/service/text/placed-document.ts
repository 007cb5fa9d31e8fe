import type { Path, Position, Range, Spot, TextDocument, TextProblem } from "@erp-export-rules/sdk/text";
import type { Place } from "./place.ts";

/** A document that was read from a part of a text, with positions in the text. */
export class PlacedDocument implements TextDocument {
  readonly index: number;
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  readonly #document: TextDocument;
  readonly #place: Place;

  constructor(document: TextDocument, place: Place, index: number) {
    this.index = index;
    this.value = document.value;
    this.problems = document.problems.map((problem) => place.problem(problem));
    this.#document = document;
    this.#place = place;
  }

  valueRange(path: Path): Range | undefined {
    const range = this.#document.valueRange(path);
    return range && this.#place.range(range);
  }

  keyRange(path: Path): Range | undefined {
    const range = this.#document.keyRange(path);
    return range && this.#place.range(range);
  }

  spotAt(position: Position): Spot | undefined {
    return this.#document.spotAt(this.#place.inside(position));
  }

  sourceOf(path: Path): string | undefined {
    return this.#document.sourceOf(path);
  }
}

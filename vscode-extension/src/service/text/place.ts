import type { Finding } from "@erp-export-rules/sdk";
import { messageWithin, type Position, type Range, type TextProblem } from "@erp-export-rules/sdk/text";
import type { Frame } from "./cut.ts";

/**
 * Where a part of a text stands in it. What was found in the part alone is moved to where it stands in the text. Only
 * lines move: a part begins at the beginning of a line.
 */
export class Place {
  /** Its first line, and the line after its last. */
  readonly from: number;
  readonly to: number;
  readonly frame: Frame;
  /** Position of its first PCCO among those of the text, from 0. */
  readonly index: number;
  /** How many items of its list stand above it. */
  readonly itemsAbove: number;
  /** How many lines are put before its own so that it can be read. */
  readonly above: number;
  readonly #opening: Position;
  /** How many lines further down things stand in the text. */
  readonly #shift: number;

  constructor(from: number, to: number, frame: Frame, index: number, itemsAbove: number, opening: Position) {
    this.from = from;
    this.to = to;
    this.frame = frame;
    this.index = index;
    this.itemsAbove = itemsAbove;
    this.#opening = opening;
    this.above = frame.head === "" ? 0 : 1;
    this.#shift = from - this.above;
  }

  /** Whether a part stands here. */
  is(from: number, to: number, frame: Frame, index: number, itemsAbove: number, opening: Position): boolean {
    return (
      this.from === from &&
      this.to === to &&
      this.frame.head === frame.head &&
      this.frame.tail === frame.tail &&
      this.index === index &&
      this.itemsAbove === itemsAbove &&
      this.#opening.line === opening.line &&
      this.#opening.character === opening.character
    );
  }

  /** Whether everything is moved alike here and there. */
  equals(other: Place): boolean {
    return this.is(other.from, other.to, other.frame, other.index, other.itemsAbove, other.#opening);
  }

  range({ start, end }: Range): Range {
    return { start: this.#position(start, 0), end: this.#position(end, 1) };
  }

  /** The position in the part alone of a position in the text. */
  inside({ line, character }: Position): Position {
    return { line: line - this.#shift, character };
  }

  message(message: string): string {
    const line = (number: number): number =>
      number + this.#shift < this.from + 1 ? this.#opening.line + 1 : number + this.#shift;
    return messageWithin(message, { line, item: (number) => number + this.itemsAbove });
  }

  problem(problem: TextProblem): TextProblem {
    return { ...problem, message: this.message(problem.message), range: this.range(problem.range) };
  }

  finding(finding: Finding): Finding {
    const moved = finding.ruleId.startsWith("document/")
      ? { ...finding, message: this.message(finding.message) }
      : finding;
    return finding.range === undefined ? moved : { ...moved, range: this.range(finding.range) };
  }

  /** @param width how many characters of a sign that stands in for another may be covered */
  #position({ line, character }: Position, width: 0 | 1): Position {
    const moved = line + this.#shift;
    // The bracket before the part and the item behind it stand in for the list's own bracket and for the next item.
    if (moved < this.from)
      return { line: this.#opening.line, character: this.#opening.character + Math.min(character, width) };
    if (moved >= this.to && this.frame.tail !== "")
      return { line: moved, character: Math.min(character, this.frame.borrowed - 1 + width) };
    return { line: moved, character };
  }
}

import type { Path } from "@erp-export-rules/sdk/text";
import type { Position } from "vscode-languageserver-types";
import { type Frame, pathOf } from "./frame.ts";
import type { Location } from "./location.ts";
import type { Word } from "./words.ts";

/** What the reading of a text found at its cursor, before the rest of the text has told what stands beside it. */
export interface Found {
  readonly path: Path;
  readonly part: Location["part"];
  readonly style: Location["style"];
  /** Where the replaced stretch begins and ends on the cursor's line. */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly prefix: string;
  readonly quote: Location["quote"];
  readonly needsColon: boolean;
  readonly needsComma: boolean;
  readonly commaAt: Position | undefined;
  readonly needsSpace: boolean;
  readonly isNewItem: boolean;
  readonly indent: number;
  /** The mapping the word may be a key of, and the list it may be an item of: their entries are not complete yet. */
  readonly mapping: Frame | undefined;
  readonly list: Frame | undefined;
}

/** A text that is read line by line from its top, and the cursor that is looked for. Lines count from 0. */
export class Scan {
  readonly lines: readonly string[];
  readonly cursor: Position;
  /** The mappings and lists around the place that is read, outermost first. */
  readonly frames: Frame[] = [];
  found: Found | undefined;

  constructor(text: string, cursor: Position) {
    this.lines = text.split(/\r\n|\n|\r/);
    const length = this.lines[cursor.line]?.length ?? 0;
    this.cursor = { line: cursor.line, character: Math.min(Math.max(cursor.character, 0), length) };
  }

  get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  /** The cursor's character on a line; -1 on every other line, and once it is found. */
  at(line: number): number {
    return line === this.cursor.line && this.found === undefined ? this.cursor.character : -1;
  }

  /** Whether what is found can't change any more by reading on. */
  isSettled(line: number): boolean {
    if (line < this.cursor.line) return false;
    if (this.found === undefined) return line > this.cursor.line;
    const { mapping, list } = this.found;
    return ![mapping, list].some((frame) => frame !== undefined && this.frames.includes(frame));
  }

  /** Notes that the cursor stands in or before a word, or where none is. */
  find(details: Pick<Found, "part" | "style" | "indent"> & Partial<Found>, word?: Word): void {
    const at = this.cursor.character;
    const begins = word === undefined ? at : Math.min(word.start, at);
    const text = word === undefined ? "" : word.start >= at ? word.text : wordUpTo(word, this.line(), at);
    const opened = word?.quote === undefined ? (word?.start ?? at) : word.start + 1;
    this.found = {
      path: pathOf(this.frames),
      start: begins,
      end: word === undefined ? at : Math.max(word.end, at),
      word: text,
      prefix: word === undefined ? "" : this.line().slice(opened, Math.min(at, opened + text.length)),
      quote: word !== undefined && word.start < at ? word.quote : undefined,
      needsColon: details.part !== "value",
      needsComma: false,
      commaAt: undefined,
      needsSpace: false,
      isNewItem: false,
      mapping: undefined,
      list: undefined,
      ...details,
    };
  }

  private line(): string {
    return this.lines[this.cursor.line] ?? "";
  }
}

/** What a word says, together with the spaces behind it up to a cursor there. */
function wordUpTo(word: Word, line: string, at: number): string {
  return at > word.end && word.quote === undefined ? line.slice(word.start, at) : word.text;
}

/** The location of what is found; `undefined` when nothing can be written at the cursor. */
export function locationOf({ found, cursor }: Scan, firstLine: number): Location | undefined {
  if (found === undefined) return undefined;
  const { start, end, mapping, list, path, part, isNewItem, ...rest } = found;
  const line = cursor.line + firstLine;
  const isList = part === "either" && mapping?.kind === "list";
  const isKey = part === "either" && mapping?.kind === "mapping" && mapping.entries.length > 0;
  const keys = isList
    ? []
    : found.needsColon
      ? (mapping?.entries ?? [])
      : withoutOne(mapping?.entries ?? [], found.word);
  const items = isKey ? [] : withoutOne(list?.entries ?? [], found.word);
  return {
    ...rest,
    path: isList ? [...path, 0] : path,
    part: isKey ? "key" : part,
    isNewItem: isNewItem || isList,
    commaAt: rest.commaAt && { ...rest.commaAt, line: rest.commaAt.line + firstLine },
    replace: { start: { line, character: start }, end: { line, character: end } },
    siblings: [...keys, ...items],
  };
}

/** The others beside a word that stands among them itself. */
function withoutOne(words: readonly string[], own: string): readonly string[] {
  const at = words.indexOf(own);
  return at < 0 ? words : words.toSpliced(at, 1);
}

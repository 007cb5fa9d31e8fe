import type { Path } from "./pointer.ts";

/** A place in a text, counted from 0: lines, and in a line UTF-16 units. Editors that speak LSP count the same way. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text, `end` exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The ways a PCCO can be written down. `ndjson` is one JSON document a line. */
export type TextFormat = "json" | "yaml" | "ndjson";

/** What is wrong with the text itself, before any rule is asked. */
export type TextProblemId = "document/syntax" | "document/duplicate-key" | "document/type" | "document/limit";

/** One fault of the text, worded for the person who wrote it. */
export interface TextProblem {
  readonly id: TextProblemId;
  readonly message: string;
  readonly range: Range;
  /** Where in the value the fault stands, when that is known (the key given twice, say). */
  readonly path: Path;
  /** `true` when no value can be had from this document because of it. */
  readonly fatal: boolean;
}

/** A key or a value of a document. */
export interface Spot {
  readonly path: Path;
  readonly part: "key" | "value";
}

/** One document of a text: its value, and where each part of it stands. */
export interface TextDocument {
  /** Position of this document among the documents of the text, from 0. */
  readonly index: number;
  /** The plain value (objects, lists, strings, numbers, booleans, null); `undefined` when a problem is fatal. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  /** The range of the value at `path`; `undefined` when nothing stands there. */
  valueRange(path: Path): Range | undefined;
  /** The range of the key of the property at `path`; `undefined` for list items, the root and what is not there. */
  keyRange(path: Path): Range | undefined;
  /** What stands at a position: the innermost key or value that holds it or ends there; `undefined` outside of all. */
  spotAt(position: Position): Spot | undefined;
  /** The characters of the scalar at `path` as written in the text (`0520`, `"0520"`), quotes included. */
  sourceOf(path: Path): string | undefined;
}

/** A text read as documents. */
export interface ParsedText {
  readonly format: TextFormat;
  readonly documents: readonly TextDocument[];
}

/** A change to a document, in the manner of JSON Patch (RFC 6902). */
export interface Edit {
  readonly op: "add" | "replace" | "remove";
  /** JSON Pointer into the document. */
  readonly path: string;
  /** The new value; not used by `remove`. */
  readonly value?: unknown;
}

import type { Position, TextDocument, TextFormat } from "../document/text.ts";
import type { ExitCode } from "./exit-code.ts";

/** One PCCO of an input. */
export interface InputDocument {
  readonly file: string;
  readonly document: TextDocument;
  /** The text it stands in: that of the file, or its part of a file that is read piece by piece. */
  readonly text: string;
  /** Where `text` begins in the file. */
  readonly start: Position;
  readonly format: TextFormat;
  /** The bytes of the file, when it was read whole. */
  readonly bytes: Uint8Array | undefined;
}

/** An input that can't be read as text. */
export interface FailedInput {
  readonly file: string;
  /** Position of the PCCO among those of the file, from 0. */
  readonly index: number;
  readonly id: "document/file" | "document/limit" | "document/syntax";
  readonly problem: string;
  /** The exit code it asks for, when not that of an input that can't be read. */
  readonly exitCode?: ExitCode;
}

import type { TextDocument, TextFormat } from "../document/text.ts";
import type { ExitCode } from "./exit-code.ts";

/** One PCCO of an input. */
export interface InputDocument {
  readonly file: string;
  readonly document: TextDocument;
  /** The text it stands in, or for NDJSON its line. */
  readonly text: string;
  /** Number of the first line of `text` in the file, from 0. */
  readonly firstLine: number;
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

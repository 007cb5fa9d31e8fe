import type { TextFormat } from "../../document/text.ts";
import type { FoundFile } from "../find-files.ts";
import type { ItemSpan, ListPlace } from "./scan-list.ts";

/** A part of a run that can be judged by itself, in any thread. */
export type Work = InputsWork | FilesWork | TextWork | LinesWork | ItemsWork;

/** The memory of a block, which goes over to another thread instead of being copied, and is used again. */
export function memoryOf(work: Work): ArrayBuffer | undefined {
  if (work.kind === "inputs" || work.kind === "text") return undefined;
  const { buffer } = work.bytes;
  return buffer instanceof ArrayBuffer ? buffer : undefined;
}

/** Files to read whole, and inputs that can't be read. */
export interface InputsWork {
  readonly kind: "inputs";
  readonly inputs: readonly FoundFile[];
}

/** Small files that were read one behind the other. */
export interface FilesWork {
  readonly kind: "files";
  readonly bytes: Uint8Array;
  readonly files: readonly ReadFile[];
}

/** A file that begins where the one before it ends. */
export interface ReadFile {
  readonly file: string;
  readonly to: number;
}

/** A whole text of a stream. */
export interface TextWork {
  readonly kind: "text";
  readonly file: string;
  readonly bytes: Uint8Array;
  /** `undefined` when the text itself has to tell. */
  readonly format: TextFormat | undefined;
}

/** Whole lines of NDJSON. */
export interface LinesWork {
  readonly kind: "lines";
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Number of the first line in its file, from 0. */
  readonly firstLine: number;
  /** Position of the first PCCO among those of its file, from 0. */
  readonly firstIndex: number;
}

/** Whole items of a JSON list. */
export interface ItemsWork {
  readonly kind: "items";
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly items: readonly ItemSpan[];
  /** Position of the first of them in the list, from 0. */
  readonly firstIndex: number;
}

/** How far a run has come through its inputs. */
export interface Position {
  /** Inputs that are done. */
  readonly files: number;
  /** The input that was last read from. */
  readonly file: string;
  /** Where the next line or item begins, in bytes, while that input is not done; else 0. */
  readonly offset: number;
  /** Number of the next line, from 0, when it is read line by line. */
  readonly line: number;
  /** Position of the next PCCO in it, from 0. */
  readonly index: number;
  /** Where the next item begins, when it holds a list. */
  readonly list: ListPlace | undefined;
  /** The bytes right before `offset`, to be found there again. */
  readonly before: Fingerprint | undefined;
}

/** Some bytes by their hash. */
export interface Fingerprint {
  readonly length: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/** One work after the other, and where the run is when it is done. */
export interface Step {
  readonly work: Work;
  readonly end: Position;
  /** Bytes it stands for; 0 when they are not known. */
  readonly size: number;
}

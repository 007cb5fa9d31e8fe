import type { TextFormat } from "@erp-export-rules/sdk/text";
import type { PccoFile, PccoRecord, SurroundingsOf } from "../model.ts";
import type { Further } from "./judged.ts";
import type { ContentChange } from "./lines.ts";
import type { Overview } from "./overview.ts";
import { SectionedFile } from "./sectioned-file.ts";

export type { Further } from "./judged.ts";
export type { ContentChange } from "./lines.ts";
export type { FoundFinding, Overview } from "./overview.ts";

/** A PCCO file that an editor changes. A change costs about as much as the PCCOs it touches. */
export interface EditablePccoFile extends PccoFile {
  /** Carries out the changes of one edit, in order. */
  change(changes: readonly ContentChange[], version: number): void;
  /**
   * Reads and judges what is not yet, as long as it may; at least one PCCO. For large files: what is read is kept, so
   * other work can be done between two calls.
   * @param further what else is to be found on each PCCO. As long as it is the same function, nothing is asked twice
   * @returns whether all is read and judged, so that `overview` answers at once
   */
  readSome(surroundingsOf: SurroundingsOf, mayGoOn: () => boolean, further?: Further): boolean;
  /** What the PCCOs of the file say together; reads and judges what is not yet. */
  overview(surroundingsOf: SurroundingsOf, further?: Further): Overview;
  /** The PCCO that stands at a position, or the nearest above it. */
  recordAt(line: number, character?: number): PccoRecord;
}

/** Keeps a text as a PCCO file. Never throws, now or later, whatever the text. */
export function openPccoFile(
  uri: string,
  format: TextFormat,
  text: string,
  version: number | null = null,
): EditablePccoFile {
  return new SectionedFile(uri, format, text, version);
}

import type { TextDocument, TextFormat } from "@erp-export-rules/sdk/text";
import type { Extent } from "./extents.ts";
import type { Lines } from "./lines.ts";
import type { Place } from "./place.ts";

/** What all PCCOs of a file share. */
export interface HomeSource {
  readonly format: TextFormat;
  readonly lines: Lines;
  /** How often a PCCO was judged. */
  judgements: number;
}

/** What a PCCO stands in: a part of a file that is read by itself. */
export interface Home {
  readonly source: HomeSource;
  readonly place: Place;
  /** How many PCCOs stand in it. */
  readonly size: number;
  /** Its PCCOs as values with positions in the text that is read for it. */
  documents(): readonly TextDocument[];
  readableText(): string;
  extents(): readonly Extent[];
}

import { placedReading } from "./json-find.ts";
import type { ShapeLibrary } from "./json-known.ts";
import { ShapeReader } from "./json-reader.ts";
import { MAX_DEPTH, MAX_TEXT_LENGTH } from "./limits.ts";
import { documentOf, type Source } from "./reading.ts";
import type { TextDocument } from "./text.ts";

/**
 * Reads a whole JSON text that is a list of groups by their shapes, and keeps of its documents only what is made of each.
 * @returns `undefined` when something may be wrong with the text, it is not alike enough or not worth it: it has to be read in another
 * way. `of` may have been asked of some documents all the same.
 */
export function mapList<Made>(
  source: Source,
  of: (document: TextDocument) => Made,
  library: ShapeLibrary,
): Made[] | undefined {
  const { text, lines } = source;
  // The sign stands for bytes that are no text.
  if (!library.isWorth(text.length) || text.length > MAX_TEXT_LENGTH || text.includes("\uFFFD")) return undefined;
  const made: Made[] = [];
  const isRead = new ShapeReader(text, library).wholeList(MAX_DEPTH, (value, start, end, lineEnds) => {
    lines.know(start, lineEnds);
    made.push(of(documentOf(source, placedReading(text.slice(0, end), value, start), made.length, "this file")));
  });
  return isRead ? made : undefined;
}

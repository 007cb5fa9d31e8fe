import { mapJson } from "./json.ts";
import { LineIndex } from "./lines.ts";
import { mapNdjson } from "./ndjson.ts";
import { brokenDocument, fatal } from "./reading.ts";
import type { ParsedText, TextDocument, TextFormat } from "./text.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Reads a text as documents. A top-level list, a YAML stream and NDJSON give several, always at
 * least one; what cannot be read is a document whose problems say why.
 *
 * Never throws. The limits are in `limits.ts`.
 */
export function parseText(text: string, options: { readonly format: TextFormat }): ParsedText {
  return { format: options.format, documents: mapText(text, options, (document) => document) };
}

/**
 * Reads a text as `parseText` does, and keeps of its documents only what is made of each: of a long text most of the time
 * would else go into keeping them.
 * @param of may be asked again of documents it was asked of, from the first one on. What it throws is thrown on.
 */
export function mapText<Made>(
  text: string,
  { format }: { readonly format: TextFormat },
  of: (document: TextDocument) => Made,
): Made[] {
  let isReading = true;
  const each = (document: TextDocument): Made => {
    isReading = false;
    const made = of(document);
    isReading = true;
    return made;
  };
  try {
    return read(text, format, each);
  } catch (error) {
    if (!isReading) throw error;
    // No input is known to lead here. Should one, the other files of a run must still be checked.
    const source = { text, lines: new LineIndex(text) };
    const fault = fatal("document/syntax", `this file cannot be read as ${format.toUpperCase()}`, 0, text.length);
    return [of(brokenDocument(source, 0, [fault]))];
  }
}

function read<Made>(text: string, format: TextFormat, of: (document: TextDocument) => Made): Made[] {
  if (format === "json") return mapJson(text, of);
  return format === "ndjson" ? mapNdjson(text, of) : parseYaml(text).map(of);
}

import { parseJson } from "./json.ts";
import { LineIndex } from "./lines.ts";
import { parseNdjson } from "./ndjson.ts";
import { brokenDocument, fatal } from "./reading.ts";
import type { ParsedText, TextDocument, TextFormat } from "./text.ts";
import { parseYaml } from "./yaml.ts";

const READERS: Readonly<Record<TextFormat, (text: string) => TextDocument[]>> = {
  json: parseJson,
  yaml: parseYaml,
  ndjson: parseNdjson,
};

/**
 * Reads a text as documents. A top-level list, a YAML stream and NDJSON give several, always at
 * least one; what cannot be read is a document whose problems say why.
 *
 * Never throws. The limits are in `limits.ts`.
 */
export function parseText(text: string, options: { readonly format: TextFormat }): ParsedText {
  const { format } = options;
  try {
    return { format, documents: READERS[format](text) };
  } catch {
    // No input is known to lead here. Should one, the other files of a run must still be checked.
    const source = { text, lines: new LineIndex(text) };
    const fault = fatal("document/syntax", `this file cannot be read as ${format.toUpperCase()}`, 0, text.length);
    return { format, documents: [brokenDocument(source, 0, [fault])] };
  }
}

import { parseJson } from "./json.ts";
import { LineIndex } from "./lines.ts";
import { parseNdjson } from "./ndjson.ts";
import { brokenDocument, fatal } from "./reading.ts";
import type { ParsedText, TextDocument, TextFormat } from "./text.ts";
import { parseYaml } from "./yaml.ts";

const FORMATS: ReadonlyMap<string, TextFormat> = new Map([
  ["json", "json"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
]);

const READERS: Readonly<Record<TextFormat, (text: string) => TextDocument[]>> = {
  json: parseJson,
  yaml: parseYaml,
  ndjson: parseNdjson,
};

/** The format a file name ends in (`.json`, `.yaml`, `.yml`, `.ndjson`, `.jsonl`, in any case); `undefined` for all others. */
export function formatOf(fileName: string): TextFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1];
  return ending === undefined ? undefined : FORMATS.get(ending.toLowerCase());
}

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

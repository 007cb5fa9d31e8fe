import { parseJson } from "./json.ts";
import type { ParsedText, TextFormat } from "./text.ts";

/** Reads a text as `parseText` does, but loads the YAML reader only for YAML: a quick check of JSON must not pay for it. */
export async function parseLazily(text: string, format: TextFormat): Promise<ParsedText> {
  if (format === "json") return { format, documents: parseJson(text) };
  const { parseText } = await import("./parse.ts");
  return parseText(text, { format });
}

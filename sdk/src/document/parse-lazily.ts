import { parseJson } from "./json.ts";
import type { ParsedText, TextFormat } from "./text.ts";
import { parseQuickYaml } from "./yaml-quick.ts";

/**
 * Reads a text as `parseText` does, but loads the YAML library only for YAML that needs it: a quick check must not pay for
 * it. What needs no library is there at once.
 */
export function parseLazily(text: string, format: TextFormat): ParsedText | Promise<ParsedText> {
  const documents = format === "json" ? parseJson(text) : format === "yaml" ? parseQuickYaml(text) : undefined;
  return documents === undefined ? parseWithLibrary(text, format) : { format, documents };
}

async function parseWithLibrary(text: string, format: TextFormat): Promise<ParsedText> {
  const { parseText } = await import("./parse.ts");
  return parseText(text, { format });
}

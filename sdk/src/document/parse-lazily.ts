import { parseJson } from "./json.ts";
import type { ParsedText, TextFormat } from "./text.ts";
import { parseQuickYaml } from "./yaml-quick.ts";

/** Reads a text as `parseText` does, but loads the YAML library only for YAML that needs it: a quick check must not pay for it. */
export async function parseLazily(text: string, format: TextFormat): Promise<ParsedText> {
  const documents = format === "json" ? parseJson(text) : format === "yaml" ? parseQuickYaml(text) : undefined;
  if (documents !== undefined) return { format, documents };
  const { parseText } = await import("./parse.ts");
  return parseText(text, { format });
}

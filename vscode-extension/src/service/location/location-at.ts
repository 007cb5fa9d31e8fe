import type { TextFormat } from "@erp-export-rules/sdk/text";
import type { Position } from "vscode-languageserver-types";
import { jsonLocation } from "./json-location.ts";
import type { Location } from "./location.ts";
import { yamlLocation } from "./yaml-location.ts";

/** Where a cursor stands in a text of any format; as `yamlLocation` and `jsonLocation`. */
export function locationAt(text: string, format: TextFormat, position: Position, firstLine = 0): Location | undefined {
  return (format === "yaml" ? yamlLocation : jsonLocation)(text, position, firstLine);
}

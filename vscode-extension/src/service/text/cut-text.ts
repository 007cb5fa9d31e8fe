import { binaryAt, isBlankLine, MAX_TEXT_LENGTH, type TextFormat } from "@erp-export-rules/sdk/text";
import { bare, type Cuts, start, uncut } from "./cut.ts";
import { cutJson } from "./cut-json.ts";
import { cutYaml } from "./cut-yaml.ts";
import type { Lines } from "./lines.ts";

/** How much of a text tells whether it is one. */
const sampleLength = 4096;

/**
 * Cuts a text into parts that can be read one by one, by the look of its lines alone: no line is read for what it says.
 * A text whose lines show no parts is one part.
 */
export function cutText(lines: Lines, format: TextFormat): Cuts {
  if (format === "ndjson") return cutNdjson(lines);
  if (lines.length > MAX_TEXT_LENGTH || binaryAt(beginning(lines)) !== undefined) return uncut;
  if (format === "json") return cutJson(lines) ?? uncut;
  return cutYaml(lines) ?? uncut;
}

function beginning(lines: Lines): string {
  let text = "";
  for (let line = 0; line < lines.count && text.length < sampleLength; line++) text += lines.whole(line);
  return text.slice(0, sampleLength);
}

/** Every line that is not blank is a part. What stands above the first belongs to it. */
function cutNdjson(lines: Lines): Cuts {
  const starts: number[] = [];
  for (let line = 0; line < lines.count; line++) if (!isBlank(lines.whole(line))) starts.push(line);
  if (starts.length === 0) return uncut;
  starts[0] = 0;
  return { starts, frames: new Array(starts.length).fill(bare), opening: start };
}

function isBlank(line: string): boolean {
  // Nearly every line begins so, and the question is asked of every line at every edit.
  return line.charCodeAt(0) !== 0x7b && isBlankLine(line);
}

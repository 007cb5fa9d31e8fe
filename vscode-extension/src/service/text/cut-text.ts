import { binaryAt, isBlankLine, MAX_TEXT_LENGTH, type TextFormat } from "@erp-export-rules/sdk/text";
import { type Cut, type Cuts, start, wholeCut } from "./cut.ts";
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
  if (format === "ndjson") return { cuts: cutNdjson(lines), opening: start };
  if (lines.length > MAX_TEXT_LENGTH || binaryAt(beginning(lines)) !== undefined) return uncut(lines);
  if (format === "json") return cutJson(lines) ?? uncut(lines);
  const cuts = cutYaml(lines);
  return cuts === undefined ? uncut(lines) : { cuts, opening: start };
}

function uncut(lines: Lines): Cuts {
  return { cuts: [wholeCut(lines)], opening: start };
}

function beginning(lines: Lines): string {
  let text = "";
  for (let line = 0; line < lines.count && text.length < sampleLength; line++) text += lines.whole(line);
  return text.slice(0, sampleLength);
}

/** Every line that is not blank is a part. What stands above the first belongs to it. */
function cutNdjson(lines: Lines): readonly Cut[] {
  const starts: number[] = [];
  for (let line = 0; line < lines.count; line++) if (!isBlank(lines.whole(line))) starts.push(line);
  if (starts.length === 0) return [wholeCut(lines)];
  return starts.map((start, index) => ({
    ...wholeCut(lines),
    from: index === 0 ? 0 : start,
    to: starts[index + 1] ?? lines.count,
  }));
}

function isBlank(line: string): boolean {
  // Nearly every line begins so, and the question is asked of every line at every edit.
  return line.charCodeAt(0) !== 0x7b && isBlankLine(line);
}

import type { TextFormat } from "@erp-export-rules/sdk/text";
import type { Lines } from "./lines.ts";
import type { Section } from "./section.ts";

/**
 * Whether a text means something else than its sections, each read by itself, say: the lines are not laid out as they
 * look, or one section repeats a part of another.
 * @param sections all read
 */
export function readsOnlyAsWhole(
  sections: readonly Section[],
  { format, lines }: { readonly format: TextFormat; readonly lines: Lines },
): boolean {
  if (format === "ndjson") return false;
  const broken = sections.filter(({ fault }) => fault !== undefined);
  if (broken.some(({ fault }) => fault === "binary")) return true;
  if (format === "yaml") return broken.some((section) => repeatsFromAbove(section, sections));
  // When all others are items of the list, what one lacks to be an item the list lacks, too.
  return broken.length > 1 && isJson(lines.text());
}

function repeatsFromAbove(section: Section, sections: readonly Section[]): boolean {
  const { aliases } = section.marks;
  if (aliases.size === 0) return false;
  const above = sections.slice(0, sections.indexOf(section));
  return above.some(({ marks: { anchors } }) => [...anchors].some((name) => aliases.has(name)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    return true;
  } catch {
    return false;
  }
}

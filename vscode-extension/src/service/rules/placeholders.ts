import { type Path, type Range, valueAt } from "@erp-export-rules/sdk/text";
import type { RuleTestText, RuleText } from "../model.ts";
import { readable } from "./readable.ts";

/** The places of the words in braces in the messages of a rule file, braces included; those of messages on one line. */
export function placeholdersIn(file: RuleText | RuleTestText): readonly Range[] {
  const document = readable(file);
  const paths = ["rules", "overrides"].flatMap((section) =>
    Object.keys(Object(valueAt(document.value, [section]))).map((id): Path => [section, id, "message"]),
  );
  return paths.flatMap((path) => {
    const source = document.sourceOf(path);
    const range = document.valueRange(path);
    if (source === undefined || range === undefined || range.start.line !== range.end.line) return [];
    return [...source.matchAll(/\{[A-Za-z]+\}/g)].map(({ 0: word, index }) => {
      const { line, character } = range.start;
      const start = { line, character: character + index };
      return { start, end: { line, character: start.character + word.length } };
    });
  });
}

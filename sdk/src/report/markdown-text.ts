import { visible } from "./screen.ts";

/** A table; `rule` is how its columns are aligned. */
export function table(names: readonly string[], rows: readonly (readonly string[])[], rule: string): string {
  const lines = [names, names.map(() => rule), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text that Markdown shows as it is, on one line. */
export function escapeText(text: string): string {
  return visible(text.replaceAll(/\s+/g, " "))
    .replaceAll(/[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replaceAll(/[&<>]/g, (character) => entities[character] ?? character);
}

import type { Book } from "../naive/book.ts";

/** The texts that rules mention, each known by its place. All other texts are other numbers. */
export function wordsOf(books: readonly Book[]): readonly string[] {
  const words = new Set<string>();
  const note = (value: unknown): void => {
    if (typeof value === "string") words.add(value);
    else if (typeof value === "number") words.add(String(value));
    else if (Array.isArray(value)) for (const each of value) note(each);
  };
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === "equals" || key === "oneOf") note(part);
      else walk(part);
    }
  };
  for (const { rules, features } of books) walk([Object.values(rules), Object.values(features)]);
  return [...words];
}

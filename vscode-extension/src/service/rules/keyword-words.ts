import type { Keyword } from "@erp-export-rules/sdk/authoring";

/** What a check keyword is for, what it can be put on, and the words its messages may mention, as Markdown. */
export function keywordPage({ summary, on, words, message }: Keyword): string {
  const target = on.includes("feature")
    ? "a toggle (`feature`)"
    : `fields of type ${on.map((type) => `\`${type}\``).join(", ")}`;
  const own =
    words.length === 0
      ? ""
      : `\n\nMessage words: ${words.map((word) => `\`{${word}}\``).join(", ")}, besides \`{label}\`, \`{value}\` and \`{line}\``;
  return `${summary}\n\nFor ${target}\n\nMessage unless the rule has one: ${message}${own}`;
}

/** What the setting of a check keyword takes, in a few words. */
export function settingWords({ schema, mentions, name }: Keyword): string {
  const { type, const: only, enum: words, anyOf, minimum } = schema;
  if (only !== undefined) return String(only);
  if (Array.isArray(words)) return words.join(" | ");
  const isOfFields = mentions !== undefined;
  if (anyOf !== undefined) return isOfFields ? "a value | { field: a field }" : "a value";
  if (type === "array") return isOfFields ? "[a field, …]" : "[a word, …]";
  if (Array.isArray(type)) return 'a number, such as 0 or "99.50"';
  if (type === "integer") return `a whole number${typeof minimum === "number" ? `, ${minimum} or more` : ""}`;
  if (name === "notBefore") return "a date field | a day, such as 2026-11-05";
  return isOfFields ? "a field of a list" : "a text";
}

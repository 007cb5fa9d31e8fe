import type { Words } from "./keyword.ts";

const placeholder = /\{([A-Za-z]+)\}/g;

/** The words in braces that a message mentions. */
export function placeholders(message: string): readonly string[] {
  return [...message.matchAll(placeholder)].map(([, word = ""]) => word);
}

/** Fills the words in braces into a message. A word that is not there stays as it is written. */
export function fillMessage(message: string, words: Words): string {
  return message.replaceAll(placeholder, (all, word: string) =>
    Object.hasOwn(words, word) ? String(words[word]) : all,
  );
}

import type { Words } from "./keyword.ts";

const placeholder = /\{([A-Za-z]+)\}/g;

/** The words in braces that a message mentions. */
export function placeholders(message: string): readonly string[] {
  return [...message.matchAll(placeholder)].map(([, word = ""]) => word);
}

/** A message taken apart once, to be filled many times: texts and, between them, the words in braces. */
export type MessageParts = readonly string[];

export function splitMessage(message: string): MessageParts {
  return message.split(placeholder);
}

/** Whether a message mentions a word. */
export function mentionsWord(parts: MessageParts, word: string): boolean {
  for (let at = 1; at < parts.length; at += 2) if (parts[at] === word) return true;
  return false;
}

/**
 * Fills the words in braces into a message. A word that is not there stays as it is written.
 * @param line what `{line}` is
 */
export function fillMessage(parts: MessageParts, words: Words, line?: number): string {
  let message = parts[0] ?? "";
  for (let at = 1; at < parts.length; at += 2) {
    const word = parts[at] ?? "";
    const filled =
      word === "line" && line !== undefined ? line : Object.hasOwn(words, word) ? words[word] : `{${word}}`;
    message += String(filled) + (parts[at + 1] ?? "");
  }
  return message;
}

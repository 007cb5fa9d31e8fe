import { createScanner } from "jsonc-parser";

/** A piece of faulty JSON. `word` is anything that is neither a sign nor a proper value. */
export interface JsonToken {
  readonly kind: "open" | "close" | "comma" | "colon" | "string" | "value" | "word" | "comment" | "end";
  readonly start: number;
  readonly end: number;
  /** For brackets: `[` or `]` rather than `{` or `}`. */
  readonly list: boolean;
  /** For strings: the closing quote is missing on the line. */
  readonly unclosed: boolean;
}

// The library declares these as const enums, which cannot be imported under isolatedModules.
const SIGNS: ReadonlyMap<number, readonly [JsonToken["kind"], boolean]> = new Map([
  [1, ["open", false]],
  [2, ["close", false]],
  [3, ["open", true]],
  [4, ["close", true]],
  [5, ["comma", false]],
  [6, ["colon", false]],
  [10, ["string", false]],
  [12, ["comment", false]],
  [13, ["comment", false]],
  [17, ["end", false]],
]);
const LINE_BREAK = 14;
const TRIVIA = 15;
const UNEXPECTED_END_OF_STRING = 2;
const PROPER_VALUE = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;
const FOREIGN_QUOTES = /'[^'\r\n]*'|[“”„‘’][^“”„‘’"\r\n]*[“”‘’]/y;

/** Reads a text that `JSON.parse` has refused, piece by piece; after the last piece come only `end`s. */
export function jsonTokens(text: string, from: number): () => JsonToken {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);

  function scan(): number {
    let kind: number = scanner.scan();
    while (kind === TRIVIA || kind === LINE_BREAK) kind = scanner.scan();
    return kind;
  }

  function word(start: number): JsonToken {
    FOREIGN_QUOTES.lastIndex = start;
    const quoted = FOREIGN_QUOTES.exec(text);
    let end = quoted ? start + quoted[0].length : scanner.getPosition();
    scanner.setPosition(end);
    // The scanner takes `0520`, `1.` or `2024-01-31` apart; the person wrote one thing.
    while (!quoted && !SIGNS.has(scan()) && scanner.getTokenOffset() === end) end = scanner.getPosition();
    scanner.setPosition(end);
    const kind = PROPER_VALUE.test(text.slice(start, end)) ? "value" : "word";
    return { kind, start, end, list: false, unclosed: false };
  }

  return () => {
    const sign = SIGNS.get(scan());
    const start = scanner.getTokenOffset();
    if (sign === undefined) return word(start);
    const [kind, list] = sign;
    const unclosed = kind === "string" && Number(scanner.getTokenError()) === UNEXPECTED_END_OF_STRING;
    return { kind, start, end: Math.min(scanner.getPosition(), text.length), list, unclosed };
  };
}

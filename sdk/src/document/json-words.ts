import { shorten, ticks } from "./words.ts";

/** Words of other languages, and what JSON calls them. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ["true", "true"],
  ["yes", "true"],
  ["false", "false"],
  ["no", "false"],
  ["null", "null"],
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "null"],
  ["~", "null"],
  ["nan", "null"],
]);

/** The sentence for a space that is none to JSON, such as a no-break space. */
export const UNUSUAL_SPACE =
  "an unusual kind of space stands here; JSON knows only ordinary spaces, tabs and line ends";

/** What is wrong with a word that stands where a value or key belongs. */
export function aboutWord(word: string, asKey: boolean): string {
  if (/^['“”„‘’]/.test(word)) {
    const inner = word.replace(/^['“”„‘’]|['“”‘’]$/g, "");
    return `${ticks(word)} is not in straight double quotes; write "${shorten(inner)}"`;
  }
  if (asKey) return `the key ${ticks(word)} is not in double quotes; write "${shorten(word)}"`;
  if (/^-?0[0-9]/.test(word)) return `${ticks(word)} is not a JSON number; write codes in quotes: "${shorten(word)}"`;
  if (/^[-+]?\.?[0-9]/.test(word)) {
    return `${ticks(word)} is not a JSON number (such as \`12\`, \`-3.5\` or \`0.25\`); if it is a text, write it in quotes: "${shorten(word)}"`;
  }
  const known = FOREIGN.get(word.toLowerCase());
  if (known !== undefined)
    return `${ticks(word)} has no meaning in JSON; write \`${known}\`, or put it in quotes if it is a text`;
  return `${ticks(word)} is not in quotes; write texts in double quotes: "${shorten(word)}"`;
}

/** A mistake inside a string; offsets count from the start of the text. */
export interface StringMistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\u[0-9a-fA-F]{0,4}|\\[\s\S]?/y;
const NAMES: ReadonlyMap<number, string> = new Map([
  [8, "\\b"],
  [9, "\\t"],
  [12, "\\f"],
]);

/** Mistakes inside the string literal `source`, which opens at `offset` of the text. */
export function* mistakesInString(source: string, offset: number): Generator<StringMistake> {
  for (let at = 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code < 0x20) {
      const escaped = NAMES.get(code) ?? `\\u${code.toString(16).padStart(4, "0")}`;
      const what = code === 9 ? "a tab stands" : "an invisible control character stands";
      yield { message: `${what} inside quotes; write it as \`${escaped}\``, start: offset + at, end: offset + at + 1 };
    } else if (code === 0x5c) {
      ESCAPE.lastIndex = at;
      const written = ESCAPE.exec(source)?.[0] ?? "\\";
      if (written.startsWith("\\u") && written.length < 6) {
        const message = `${ticks(written)} is incomplete; \`\\u\` takes four digits (0-9, a-f), such as \`\\u00e9\``;
        yield { message, start: offset + at, end: offset + at + written.length };
      } else if (!/^\\["\\/bfnrtu]/.test(written)) {
        const message = `${ticks(written)} has no meaning inside quotes; write a backslash as \`\\\\\``;
        yield { message, start: offset + at, end: offset + at + written.length };
      }
      at += written.length - 1;
    }
  }
}

import { type Path, parseText, type Range, type TextDocument, type TextFormat } from "@erp-export-rules/sdk/text";
import type { RuleTestText, RuleText } from "../model.ts";
import { type NamePlace, type NamesOf, namesOfPcco, namesOfRules } from "./name-places.ts";
import { namesOfTest } from "./name-places-tests.ts";
import { readable } from "./readable.ts";

/** A name where it stands. */
export interface Occurrence extends NamePlace {
  readonly name: string;
  readonly path: Path;
  readonly part: "key" | "value";
  /** Of the name alone: without quotes, and without what stands before it in the same word. */
  readonly range: Range;
}

const known = new WeakMap<TextDocument, readonly Occurrence[]>();

/** Every name in a rule file or a rule test file, in the order of the text; lines that can't be read are left out. */
export function occurrencesIn(file: RuleText | RuleTestText): readonly Occurrence[] {
  const found = known.get(file.document) ?? collect(readable(file), namesIn(file));
  known.set(file.document, found);
  return found;
}

/** Every name in the PCCOs of a text, with the position of the PCCO. */
export function occurrencesInPccos(
  text: string,
  format: TextFormat,
): readonly { readonly index: number; readonly occurrences: readonly Occurrence[] }[] {
  return parseText(text, { format }).documents.map((document) => ({
    index: document.index,
    occurrences: collect(document, namesOfPcco),
  }));
}

/** What names stand where in a rule file or a rule test file. */
export function namesIn(file: RuleText | RuleTestText): NamesOf {
  return isRuleText(file) ? namesOfRules : namesOfTest(eventOfCase(readable(file)));
}

export function isRuleText(file: RuleText | RuleTestText): file is RuleText {
  return "problems" in file;
}

function eventOfCase({ value }: TextDocument): (index: string | number | undefined) => string {
  return (index) => {
    const each = Object(Object(Object(value)["cases"])[String(index)]);
    return typeof each["event"] === "string" ? each["event"] : "send";
  };
}

function collect(document: TextDocument, namesOf: NamesOf): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const note = (path: Path, part: "key" | "value", name: string, value: unknown): void => {
    const place = namesOf(path, part, value);
    const whole = place && (part === "key" ? document.keyRange(path) : document.valueRange(path));
    if (place === undefined || whole === undefined) return;
    const bare = name.slice(place.behind?.length ?? 0);
    const range = rangeOfName(whole, name, bare);
    if (range !== undefined) found.push({ ...place, name: bare, path, part, range });
  };
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index]);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        note([...path, key], "key", key, inner);
        walk(inner, [...path, key]);
      }
    } else if (typeof value === "string") note(path, "value", value, value);
  };
  walk(document.value, []);
  return found;
}

/**
 * The place of a name that ends a word. A word that is written otherwise than it reads (an alias, one with escapes or over
 * several lines) has none.
 */
function rangeOfName({ start, end }: Range, word: string, name: string): Range | undefined {
  const quotes = (end.character - start.character - word.length) / 2;
  if (start.line !== end.line || (quotes !== 0 && quotes !== 1)) return undefined;
  const last = end.character - quotes;
  return { start: { ...start, character: last - name.length }, end: { ...end, character: last } };
}

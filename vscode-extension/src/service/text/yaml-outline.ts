const TAB = 0x09;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;

const ITEM = /^\uFEFF?( *)-(?:[ \t\r\n]|$)/;
const FIELD = /^\uFEFF?( *)[\w$-][^:#]*:(?:[ \t\r\n]|$)/;
/** A field whose value begins on its line, so that no list can follow in its column. */
const CLOSED_FIELD = /^\uFEFF? *[\w$-][^:#]*:[ \t]+[^ \t\r\n#&!]/;
const WORDS = /^\uFEFF? *[\w$-][^:#]*$/;
const ITEM_WITH_FIELD = /^ *-[ \t][^#]*:(?:[ \t\r\n]|$)/;

/** Follows the lines of one YAML document, to find where its parts begin. */
export interface YamlOutline {
  /**
   * Looks at the next line.
   * @returns `item` when an item of the document's list begins there; `stray` when a list begins there although what
   *   stands above is none, which is certainly a mistake
   */
  next(text: string): "item" | "stray" | undefined;
}

/** @param first the first line of a document that is neither blank nor a comment */
export function outlineOf(first: string): YamlOutline {
  const column = ITEM.exec(first)?.[1]?.length;
  if (column !== undefined) return new ListOutline(column);
  const indentation = FIELD.exec(first)?.[1]?.length;
  if (indentation !== undefined) return new FieldsOutline(indentation, first);
  return WORDS.test(first) ? new WordsOutline() : noParts;
}

const noParts: YamlOutline = { next: () => undefined };

class ListOutline implements YamlOutline {
  readonly #column: number;

  constructor(column: number) {
    this.#column = column;
  }

  next(text: string): "item" | "stray" | undefined {
    const column = indentationOf(text, this.#column);
    if (column === undefined || !isItem(text, column)) return undefined;
    return column < this.#column ? "stray" : "item";
  }
}

class FieldsOutline implements YamlOutline {
  readonly #column: number;
  #isOpen: boolean;

  constructor(column: number, first: string) {
    this.#column = column;
    this.#isOpen = !CLOSED_FIELD.test(first);
  }

  next(text: string): "stray" | undefined {
    const column = indentationOf(text, this.#column);
    if (column === undefined) return undefined;
    if (isItem(text, column)) return column < this.#column || !this.#isOpen ? "stray" : undefined;
    if (column === this.#column) this.#isOpen = !CLOSED_FIELD.test(text);
    return undefined;
  }
}

class WordsOutline implements YamlOutline {
  #isNext = true;

  next(text: string): "stray" | undefined {
    if (!this.#isNext || indentationOf(text, text.length) === undefined) return undefined;
    this.#isNext = false;
    return ITEM_WITH_FIELD.test(text) ? "stray" : undefined;
  }
}

/** How far a line is indented; `undefined` when further than so far, and for lines without content. */
function indentationOf(text: string, most: number): number | undefined {
  let column = 0;
  while (column <= most && text.charCodeAt(column) === SPACE) column++;
  const sign = text.charCodeAt(column);
  return column > most || sign === HASH || sign <= SPACE || Number.isNaN(sign) ? undefined : column;
}

/** Whether a dash that begins an item stands in a column. */
function isItem(text: string, column: number): boolean {
  if (text.charCodeAt(column) !== DASH) return false;
  const next = text.charCodeAt(column + 1);
  return next === SPACE || next === TAB || next < SPACE || Number.isNaN(next);
}

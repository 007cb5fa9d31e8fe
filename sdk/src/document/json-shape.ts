import { keyText } from "./json-check.ts";
import { type JsonEvents, walkJson } from "./json-walk.ts";

/**
 * How one group in JSON is written: its keys and the signs and spaces around its values, to the letter. Another group of
 * the same shape is read by an expression several times as quick as by `JSON.parse`, and has no key twice since the
 * first one has none.
 */
export interface Shape {
  /** From the group's opening to its first list, from the end of that to the next, and so on. Scalars are captured. */
  readonly stretches: readonly RegExp[];
  readonly fields: Fields;
  /** How many keys it has, those of the groups in it too; not those in lists. */
  readonly keys: number;
  /** How many line ends it has outside of lists. */
  readonly lineEnds: number;
}

/** The fields of a group, in the order of the text. */
export interface Fields {
  readonly keys: readonly string[];
  /** Of each key: the fields of a group, the key itself for a list, nothing for a scalar. */
  readonly parts: readonly (Fields | string | undefined)[];
}

/** Deepest group in a group that has a shape, and longest expression: what V8 makes good code of. */
const MOST_LEVELS = 8;
const MOST_SIGNS = 10_000;

/**
 * A scalar: the text between its quotes, if it has no escapes, or what may be a number or a word. To say here what numbers
 * look like takes V8 ten times as long to compile.
 */
const SCALAR = String.raw`(?:"([^"\\\x00-\x1f]*)"|([^\s",[\]{}]+))`;

/**
 * The shape of a group.
 * @param text a group in JSON that `JSON.parse` accepts and in which no key is given twice
 * @returns `undefined` when it is not one to expect again
 */
export function shapeOf(text: string): Shape | undefined {
  const maker = new ShapeMaker(text);
  walkJson(text, 0, maker);
  return maker.shape();
}

class ShapeMaker implements JsonEvents {
  readonly #text: string;
  readonly #stretches: RegExp[] = [];
  readonly #open: { readonly keys: string[]; readonly parts: (Fields | string | undefined)[] }[] = [];
  #fields: Fields | undefined;
  #levelsInList = 0;
  #keys = 0;
  #lineEnds = 0;
  /** The expression of the stretch in hand, and how far into the text it goes. */
  #stretch = "";
  #at = 0;
  #isOdd = false;

  constructor(text: string) {
    this.#text = text;
  }

  open(offset: number, list: boolean): void {
    if (this.#levelsInList > 0) this.#levelsInList++;
    else if (list) {
      const { keys, parts } = this.#open.at(-1) ?? { keys: [], parts: [] };
      parts.push(keys.at(-1) ?? "");
      this.#asWritten(offset);
      this.#endStretch();
      this.#levelsInList = 1;
    } else {
      const fields = { keys: [], parts: [] };
      if (this.#fields === undefined) this.#fields = fields;
      else this.#open.at(-1)?.parts.push(fields);
      this.#open.push(fields);
      if (this.#open.length > MOST_LEVELS) this.#isOdd = true;
    }
  }

  close(end: number): void {
    if (this.#levelsInList === 0) this.#open.pop();
    else if (--this.#levelsInList === 0) this.#at = end;
  }

  key(start: number, end: number): void {
    if (this.#levelsInList > 0) return;
    const key = keyText(this.#text.slice(start, end));
    // To set it would change what the group is, not what it has.
    if (key === "__proto__") this.#isOdd = true;
    this.#open.at(-1)?.keys.push(key);
    this.#keys++;
  }

  scalar(start: number, end: number): void {
    if (this.#levelsInList > 0) return;
    this.#asWritten(start);
    this.#stretch += SCALAR;
    this.#at = end;
    this.#open.at(-1)?.parts.push(undefined);
  }

  shape(): Shape | undefined {
    this.#asWritten(this.#text.length);
    this.#endStretch();
    if (this.#isOdd || this.#fields === undefined) return undefined;
    return { stretches: this.#stretches, fields: this.#fields, keys: this.#keys, lineEnds: this.#lineEnds };
  }

  #asWritten(end: number): void {
    const written = this.#text.slice(this.#at, end);
    this.#lineEnds += written.split("\n").length - 1;
    // A lone `\r` ends a line, too, and is not counted.
    if (/\r(?!\n)/.test(written)) this.#isOdd = true;
    this.#stretch += written.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  }

  #endStretch(): void {
    if (this.#stretch.length > MOST_SIGNS) this.#isOdd = true;
    if (!this.#isOdd) this.#stretches.push(new RegExp(this.#stretch, "y"));
    this.#stretch = "";
  }
}

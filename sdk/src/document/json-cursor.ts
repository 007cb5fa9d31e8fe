import { valuesWhenOnce } from "./json-once.ts";
import { valueEnd } from "./json-walk.ts";

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * How far JSON text has been read. Whatever may be wrong with it, such as a key given twice, ends the reading: the text has
 * to be read in another way.
 */
export class JsonCursor {
  readonly text: string;
  at = 0;
  /** How many lines end before. */
  lineEnds = 0;
  /** How many values there are before. */
  values = 0;
  isOver = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether a sign stands here; goes behind it. */
  takes(sign: number): boolean {
    if (this.text.charCodeAt(this.at) !== sign) return false;
    this.at++;
    return true;
  }

  skipSpace(): void {
    for (const text = this.text; ; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === LF) this.lineEnds++;
      // A lone `\r` ends a line too, and is not counted.
      else if (code === CR && text.charCodeAt(this.at + 1) !== LF) this.isOver = true;
      else if (code !== SPACE && code !== TAB && code !== CR) return;
    }
  }

  /**
   * Reads the group or list that begins here, however it is written.
   * @param depth so many levels of brackets it may have
   */
  plain(depth: number): unknown {
    if (this.isOver) return undefined;
    const end = valueEnd(this.text, this.at);
    const text = this.text.slice(this.at, end);
    const value = parsed(text);
    const values = valuesWhenOnce(text, value, depth);
    if (values === undefined || hasLoneCr(text)) {
      this.isOver = true;
      return undefined;
    }
    this.at = end;
    this.values += values;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.lineEnds++;
    return value;
  }
}

function hasLoneCr(text: string): boolean {
  return text.includes("\r") && /\r(?!\n)/.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

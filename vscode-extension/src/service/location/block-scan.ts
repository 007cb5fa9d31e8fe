import { findBeside, findItem, findKey, findOpen, findValue } from "./block-find.ts";
import { FlowScan } from "./flow-scan.ts";
import { blockFrame, type Frame } from "./frame.ts";
import type { Scan } from "./scan.ts";
import {
  behindProperties,
  blockKey,
  firstColumn,
  isComment,
  isDash,
  plainWord,
  quotedWord,
  type Word,
} from "./words.ts";

/** Reads the lines of a YAML text, however half typed. */
export class BlockScan {
  readonly #scan: Scan;
  readonly #flow: FlowScan;
  /** The column that the lines of a text block (`|`, `>`) are deeper than. */
  #textBeyond: number | undefined;

  constructor(scan: Scan) {
    this.#scan = scan;
    this.#flow = new FlowScan(scan, "flow");
  }

  read(line: number): void {
    const text = this.#scan.lines[line] ?? "";
    const column = firstColumn(text);
    const isBlank = column >= text.length;
    if (this.#textBeyond !== undefined) {
      if (isBlank ? this.#isInText(line, this.#textBeyond) : column > this.#textBeyond) return;
      if (!isBlank) this.#textBeyond = undefined;
    }
    if (this.#flow.isOpen && this.#isLeft(line, isBlank ? this.#scan.at(line) : column)) this.#leaveFlow();
    if (this.#flow.isOpen) this.#flow.read(line, 0);
    else if (isBlank) this.#blank(line);
    else if (!isComment(text, column)) this.#content(line, column);
  }

  /** Whether a line without words belongs to a text block: the text goes on below, or the cursor stands as deep as it. */
  #isInText(line: number, beyond: number): boolean {
    if (this.#scan.at(line) < 0 || this.#scan.cursor.character > beyond) return true;
    const next = this.#scan.lines.slice(line + 1).find((text) => firstColumn(text) < text.length);
    return next !== undefined && firstColumn(next) > beyond;
  }

  /** Whether a line belongs to what stands around the open brackets: its column says that they were left open by mistake. */
  #isLeft(line: number, column: number): boolean {
    const around = this.#scan.top?.column ?? -1;
    return column >= 0 && column <= around && !"]}".includes(this.#scan.lines[line]?.[column] ?? " ");
  }

  #leaveFlow(): void {
    const { frames } = this.#scan;
    const outermost = frames.findIndex(({ isFlow }) => isFlow);
    if (outermost >= 0) frames.length = outermost;
  }

  #blank(line: number): void {
    const column = this.#scan.at(line);
    if (column < 0) return;
    const around = this.#scan.frames.findLastIndex((frame) => frame.column <= column);
    const top = this.#scan.frames[around];
    const { frames } = this.#scan;
    if (top === undefined) {
      if (frames.length === 0) findOpen(this.#scan, this.#push(blockFrame("open", column)));
      return;
    }
    // Dashes may stand below the key they belong to; a word there is a key beside it.
    const beside = frames.findLast((frame) => frame.kind !== "list" && frame.column === column);
    if (beside !== undefined) findBeside(this.#scan, beside);
    else if (top.column === column && top.kind === "list") findItem(this.#scan, top);
    else if (top.column < column && top.state === "colon" && top === this.#scan.top)
      findOpen(this.#scan, this.#push(blockFrame("open", column)));
  }

  #content(line: number, column: number): void {
    const text = this.#scan.lines[line] ?? "";
    if (column === 0 && /^(---|\.\.\.)(\s|$)/.test(text)) {
      this.#scan.frames.length = 0;
      if (text.startsWith("---")) this.#value(line, 3, undefined);
      return;
    }
    const dash = isDash(text, column);
    this.#closeDeeper(column, dash);
    const { top } = this.#scan;
    if (top !== undefined && top.column < column && top.state === "value") return;
    if (dash) this.#item(line, column);
    else this.#entry(line, column);
  }

  #closeDeeper(column: number, dash: boolean): void {
    const { frames } = this.#scan;
    while (frames.length > 0) {
      const top = frames.at(-1);
      const isListDone = !dash && top?.kind === "list" && top.column === column && frames.at(-2)?.column === column;
      if (top === undefined || (top.column <= column && !isListDone)) return;
      frames.pop();
    }
  }

  #item(line: number, column: number): void {
    const { top } = this.#scan;
    if (top?.column === column && top.kind === "list") top.index++;
    else if (top?.column === column && top.kind === "open") top.kind = "list";
    else if (top === undefined || top.state === "colon") this.#push(blockFrame("list", column));
    else return;
    const list = this.#scan.top;
    if (list === undefined) return;
    list.state = "colon";
    const text = this.#scan.lines[line] ?? "";
    const next = behindProperties(text, column + 1);
    if (next < text.length && !isComment(text, next)) {
      if (isDash(text, next)) this.#item(line, next);
      else this.#entry(line, next);
      return;
    }
    const cursor = this.#scan.at(line);
    if (cursor <= column || cursor > next) return;
    findOpen(this.#scan, this.#push(blockFrame("open", Math.max(cursor, column + 2))), list, cursor === column + 1);
  }

  /** A key with its value, or a word that may become either. */
  #entry(line: number, column: number): void {
    const text = this.#scan.lines[line] ?? "";
    const key = blockKey(text, column);
    const { top } = this.#scan;
    if (key === undefined) {
      if (top?.kind === "list" && top.column === column) this.#wordBesideDashes(line, column, top);
      else this.#value(line, column, undefined);
      return;
    }
    const mapping = this.#mappingAt(column);
    mapping.key = undefined;
    if (this.#isHere(line, key.word)) findKey(this.#scan, mapping, key.word, false);
    mapping.key = key.word.text;
    mapping.entries.push(key.word.text);
    mapping.state = "colon";
    this.#value(line, key.colon + 1, mapping);
  }

  #mappingAt(column: number): Frame {
    const { top } = this.#scan;
    if (top?.column === column && top.kind !== "list") {
      top.kind = "mapping";
      return top;
    }
    return this.#push(blockFrame("mapping", column));
  }

  /** What stands behind a colon, or by itself. */
  #value(line: number, from: number, mapping: Frame | undefined): void {
    const text = this.#scan.lines[line] ?? "";
    const at = behindProperties(text, from);
    const cursor = this.#scan.at(line);
    const first = text.charAt(at);
    if (first === "" || isComment(text, at)) {
      if (mapping !== undefined && cursor >= from && (cursor < at || first === ""))
        findValue(this.#scan, mapping, from);
      return;
    }
    if (first === "{" || first === "[") {
      this.#flow.read(line, at);
      return;
    }
    const { top } = this.#scan;
    if (first === "|" || first === ">") {
      this.#textBeyond = top?.column ?? -1;
      if (top !== undefined) top.state = "value";
      return;
    }
    const isQuoted = first === '"' || first === "'";
    const word = isQuoted ? quotedWord(text, at, false) : plainWord(text, at);
    if (mapping === undefined) {
      this.#wordByItself(line, word);
      return;
    }
    if (cursor >= from && this.#isHere(line, { ...word, start: from })) findValue(this.#scan, mapping, from, word);
    mapping.state = "value";
  }

  /** A word without a colon: a key that is not finished, an item of a list, or a value on a line of its own. */
  #wordByItself(line: number, word: Word): void {
    const { top } = this.#scan;
    const isHere = this.#isHere(line, word);
    if (top?.column === word.start && top.kind === "mapping") {
      top.key = undefined;
      if (isHere) findKey(this.#scan, top, word, true);
      top.key = word.text;
      top.state = "colon";
      return;
    }
    const list = top?.kind === "list" ? top : undefined;
    const opened = top?.kind === "open" && top.column === word.start ? top : this.#push(blockFrame("open", word.start));
    opened.state = "value";
    if (isHere) findOpen(this.#scan, opened, list, false, word);
    list?.entries.push(word.text);
  }

  #wordBesideDashes(line: number, column: number, list: Frame): void {
    const text = this.#scan.lines[line] ?? "";
    const word =
      text[column] === '"' || text[column] === "'" ? quotedWord(text, column, false) : plainWord(text, column);
    if (this.#isHere(line, word)) findItem(this.#scan, list, word);
  }

  /** Whether the cursor touches a word, or stands behind one without quotes where only spaces follow. */
  #isHere(line: number, word: Word): boolean {
    const cursor = this.#scan.at(line);
    if (cursor < word.start) return false;
    const text = this.#scan.lines[line] ?? "";
    const end = firstColumn(text, word.end);
    const isOpenEnded = word.quote === undefined && (end >= text.length || isComment(text, end));
    return cursor <= word.end || (isOpenEnded && (end >= text.length ? cursor <= end : cursor < end));
  }

  #push(frame: Frame): Frame {
    const { top } = this.#scan;
    if (top !== undefined) top.state = "value";
    this.#scan.frames.push(frame);
    return frame;
  }
}

import type { Position } from "vscode-languageserver-types";
import { type Frame, flowFrame, pathOf } from "./frame.ts";
import type { Scan } from "./scan.ts";
import { firstColumn, flowWord, isComment, quotedWord, type Word } from "./words.ts";

/** Reads what stands in brackets: a mapping or list of YAML, or JSON, however half typed. */
export class FlowScan {
  readonly #scan: Scan;
  readonly #style: "flow" | "json";
  /** Where the last word or bracket ended, and whether it was a word without quotes. */
  #last: { readonly end: Position; readonly isPlain: boolean } | undefined;

  constructor(scan: Scan, style: "flow" | "json") {
    this.#scan = scan;
    this.#style = style;
  }

  /** Whether brackets are open. */
  get isOpen(): boolean {
    return this.#scan.top?.isFlow === true;
  }

  /** Reads a line from a character on, up to its end or the end of the outermost bracket. */
  read(line: number, from: number): void {
    const text = this.#scan.lines[line] ?? "";
    let at = from;
    for (;;) {
      const next = firstColumn(text, at);
      const isEnd = next >= text.length || this.#isComment(text, next);
      const isWord = !isEnd && !",:{}[]".includes(text.charAt(next));
      this.#gap(line, at, isWord ? next - 1 : next, isWord);
      if (isEnd) return;
      at = isWord ? this.#word(line, next) : this.#sign(line, next);
      if (!this.isOpen && this.#style === "flow") return;
    }
  }

  #isComment(text: string, at: number): boolean {
    return this.#style === "flow" ? isComment(text, at) : text.startsWith("//", at);
  }

  #sign(line: number, at: number): number {
    const sign = this.#scan.lines[line]?.[at];
    const { top, frames } = this.#scan;
    if (sign === "{" || sign === "[") {
      if (top?.kind === "mapping" && top.isFlow && top.state !== "colon") top.key = undefined;
      if (top !== undefined) top.state = "value";
      frames.push(flowFrame(sign === "{" ? "mapping" : "list", top?.column ?? -1));
      this.#last = undefined;
    } else if (sign === "}" || sign === "]") {
      this.#close(sign === "}" ? "mapping" : "list");
      this.#end(line, at + 1, false);
    } else if (top !== undefined && sign === ",") {
      top.state = "start";
      top.key = undefined;
      top.index++;
    } else if (top?.kind === "mapping" && sign === ":") {
      if (top.state === "key" && top.key !== undefined) top.entries.push(top.key);
      top.state = "colon";
    }
    return at + 1;
  }

  /** Closes the innermost bracket of a kind with everything in it; a bracket that closes nothing is passed over. */
  #close(kind: Frame["kind"]): void {
    const { frames } = this.#scan;
    const outermost = frames.findIndex(({ isFlow }) => isFlow);
    const own = frames.findLastIndex((frame) => frame.isFlow && frame.kind === kind);
    if (outermost >= 0 && own >= outermost) frames.length = own;
  }

  #word(line: number, start: number): number {
    const text = this.#scan.lines[line] ?? "";
    const isQuoted = text[start] === '"' || text[start] === "'";
    const word = isQuoted ? quotedWord(text, start, true) : flowWord(text, start, this.#style === "json");
    const { top } = this.#scan;
    const cursor = this.#scan.at(line);
    const isHere = cursor >= start && cursor <= word.end;
    if (top?.kind === "mapping") this.#wordOfMapping(line, top, word, isHere);
    else this.#wordOfList(line, top, word, isHere);
    this.#end(line, word.end, !isQuoted);
    return Math.max(word.end, start + 1);
  }

  #wordOfMapping(line: number, top: Frame, word: Word, isHere: boolean): void {
    const hasColon = this.#scan.lines[line]?.[firstColumn(this.#scan.lines[line] ?? "", word.end)] === ":";
    if (top.state === "colon" && !hasColon) {
      if (isHere) this.#find({ part: "value", needsComma: this.#isFollowed(line, word.end) }, word);
      top.state = "value";
      return;
    }
    const comma = top.state === "key" || top.state === "value" ? this.#last?.end : undefined;
    top.key = undefined;
    if (isHere) {
      const needsComma = !hasColon && this.#isFollowed(line, word.end);
      this.#find({ part: "key", needsColon: !hasColon, needsComma, commaAt: comma, mapping: top }, word);
    }
    top.key = word.text;
    top.state = "key";
  }

  #wordOfList(line: number, top: Frame | undefined, word: Word, isHere: boolean): void {
    const comma = top?.state === "value" ? this.#last?.end : undefined;
    if (top !== undefined && comma !== undefined) top.index++;
    if (isHere) {
      this.#find({ part: "value", needsComma: this.#isFollowed(line, word.end), commaAt: comma, list: top }, word);
    }
    if (top === undefined) return;
    top.entries.push(word.text);
    top.state = "value";
  }

  /** Looks for the cursor between two pieces of the text. `to` is the last place before the next. */
  #gap(line: number, from: number, to: number, isWordNext: boolean): void {
    const cursor = this.#scan.at(line);
    if (cursor < from || cursor > to) return;
    const text = this.#scan.lines[line] ?? "";
    const { top, frames } = this.#scan;
    const needsComma = this.#isFollowed(line, cursor);
    const sign = text[firstColumn(text, cursor)];
    if (!top?.isFlow) {
      if (this.#style === "json" && this.#last === undefined && sign === undefined) this.#find({ part: "value" });
      return;
    }
    if (sign === ":") return;
    if (top.kind === "mapping" && top.state === "colon") {
      if (sign === "{" || sign === "[") return;
      const next = isWordNext ? this.#valueNext(text, to + 1) : undefined;
      const needsSpace = this.#style === "flow" && text[cursor - 1] === ":";
      this.#find({ part: "value", needsSpace, needsComma: this.#isFollowed(line, next?.end ?? cursor) }, next);
      return;
    }
    const comma = top.state === "start" ? undefined : this.#last?.end;
    if (comma !== undefined && !this.#beginsAnew(line, cursor)) return;
    if (top.kind === "mapping") {
      top.key = undefined;
      this.#find({ part: "key", needsComma, commaAt: comma, mapping: top });
    } else {
      const index = top.index + (comma === undefined ? 0 : 1);
      const path = [...pathOf(frames.slice(0, -1)), index];
      this.#find({ part: "value", path, needsComma, commaAt: comma, list: top });
    }
  }

  /** Whether something new can begin at the cursor, although no comma stands before it: it does not touch what does. */
  #beginsAnew(line: number, cursor: number): boolean {
    if (this.#last === undefined || this.#last.end.line < line) return true;
    return cursor > this.#last.end.character && (this.#style === "json" || !this.#last.isPlain);
  }

  /** The value behind the cursor, unless it is the key of the next entry. */
  #valueNext(text: string, start: number): Word | undefined {
    const isQuoted = text[start] === '"' || text[start] === "'";
    const word = isQuoted ? quotedWord(text, start, true) : flowWord(text, start, this.#style === "json");
    return text[firstColumn(text, word.end)] === ":" ? undefined : word;
  }

  /** Whether something follows that a comma must part from what is written here. */
  #isFollowed(line: number, from: number): boolean {
    const column = this.#scan.top?.column ?? -1;
    for (let number = line; number < this.#scan.lines.length; number++) {
      const text = this.#scan.lines[number] ?? "";
      const at = firstColumn(text, number === line ? from : 0);
      if (at >= text.length || this.#isComment(text, at)) continue;
      if (",:}]".includes(text.charAt(at))) return false;
      return number === line || at > column;
    }
    return false;
  }

  #find(details: Partial<Parameters<Scan["find"]>[0]> & Pick<Parameters<Scan["find"]>[0], "part">, word?: Word): void {
    const indent = firstColumn(this.#scan.lines[this.#scan.cursor.line] ?? "");
    this.#scan.find({ style: this.#style, indent, ...details }, word);
  }

  #end(line: number, character: number, isPlain: boolean): void {
    this.#last = { end: { line, character }, isPlain };
  }
}

import { bare, bareItem, type Cuts, type Frame, start } from "./cut.ts";
import type { Lines } from "./lines.ts";
import { outlineOf, type YamlOutline } from "./yaml-outline.ts";

const PERCENT = 0x25;
const DASH = 0x2d;
const DOT = 0x2e;
const BYTE_ORDER_MARK = 0xfeff;

const SEPARATOR = /^\uFEFF?---[ \t]*(?:[ \t]#.*)?[\r\n]*$/;
/** Lines that only reading makes sense of: directives, the end of a document, content on the line of a separator. */
const ODD = /^\uFEFF?(?:%|\.\.\.(?:[ \t\r\n]|$)|---[ \t])/;
/** A document that begins with a mark for the whole of it may turn out to be a list, or nothing at all. */
const MARK = /^\uFEFF? *[&!]/;
const BLANK = /^\uFEFF?[ \t]*(?:#.*)?[\r\n]*$/;

/**
 * Cuts a YAML text into its documents, and those that are lists into their items. `undefined` when only reading it
 * tells where they begin.
 */
export function cutYaml(lines: Lines): Cuts | undefined {
  const starts: number[] = [];
  const frames: Frame[] = [];
  let separator = 0;
  /** `undefined` before the first line of content of a document. */
  let outline: YamlOutline | undefined;
  for (let line = 0; line < lines.count; line++) {
    const text = lines.whole(line);
    const sign = text.charCodeAt(0);
    if (sign === DASH || sign === PERCENT || sign === DOT || sign === BYTE_ORDER_MARK) {
      if (sign === BYTE_ORDER_MARK && line > 0) return undefined;
      if (SEPARATOR.test(text)) {
        separator = line;
        outline = undefined;
        continue;
      }
      if (ODD.test(text)) return undefined;
    }
    if (outline === undefined) {
      if (BLANK.test(text)) continue;
      if (MARK.test(text)) return undefined;
      outline = outlineOf(text);
      // What stands above the first document belongs to it.
      starts.push(starts.length === 0 ? 0 : separator);
      frames.push(bare);
      continue;
    }
    const kind = outline.next(text);
    if (kind === undefined) continue;
    starts.push(line);
    frames.push(kind === "item" ? bareItem : bare);
    if (kind === "item") continue;
    // From there on the text is taken for that list.
    outline = outlineOf(text);
    // Read together with its first line, what stands above a stray list shows that it is one.
    const above = frames.length - 2;
    frames[above] = { ...(frames[above] ?? bare), tail: lines.at(line), borrowed: lines.at(line).length };
  }
  return starts.length === 0 ? undefined : { starts, frames, opening: start };
}

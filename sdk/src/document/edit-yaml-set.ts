import { isAlias, isScalar, type Node } from "yaml";
import { lineEnd, replaced, sameLine, type TextEdit } from "./edit-span.ts";
import type { YamlStyle } from "./edit-yaml-style.ts";
import { bodyEnd, collectionOf, commentAt, endOf, isBlock, isCompact, type Slot } from "./edit-yaml-tree.ts";
import {
  blockLines,
  isInline,
  isLiteral,
  joinLines,
  literalHeader,
  literalLines,
  type Quote,
  writeInline,
} from "./edit-yaml-write.ts";
import { isList } from "./value.ts";

/** Puts values into the slots of one text. */
export class SlotWriter {
  readonly #text: string;
  readonly #style: YamlStyle;

  constructor(text: string, style: YamlStyle) {
    this.#text = text;
    this.#style = style;
  }

  /** Writes a value for a place inside a flow collection. */
  flow(value: unknown): string {
    return writeInline(value, this.#style, this.#style.quoteFlow ? "double" : "plain", true);
  }

  /** The replaced stretch that puts a value into a slot, whatever stood there. */
  set(slot: Slot, value: unknown): TextEdit {
    const flow = slot.parent?.flow ?? false;
    const old = collectionOf(slot);
    if (flow || isInline(value) || (old?.flow && old.slots.length > 0)) {
      if (!flow && slot.parent && isLiteral(value) && this.#takesLiteral(slot)) return this.#setBlock(slot, value);
      if (typeof value === "string" && slot.node)
        return this.#setInline(slot, writeInline(value, this.#style, quoteOf(slot.node), flow));
      return this.#setInline(slot, flow ? this.flow(value) : writeInline(value, this.#style, "plain", false));
    }
    return this.#setBlock(slot, value);
  }

  /** A block scalar cannot have comment lines above its text, nor does a quoted text lose its quotes. */
  #takesLiteral(slot: Slot): boolean {
    const { node, mark } = slot;
    if (node === undefined || isBlock(node)) return !isCollectionBlock(node) || isCompact(this.#text, slot);
    return quoteOf(node) === "plain" && sameLine(this.#text, mark, endOf(this.#text, slot));
  }

  #setInline(slot: Slot, written: string): TextEdit {
    const text = this.#text;
    const { node, props, head } = slot;
    const range = node?.range;
    const anchor = props?.tagged && props.anchor !== "" ? `${props.anchor} ` : "";
    const from = props?.tagged ? props.start : undefined;
    if (!range) {
      if (slot.parent === undefined) return this.#setEmptyDocument([written]);
      if (!slot.marked && !slot.parent.flow) throw new RangeError(`the key ${slot.key} has no place for a value`);
      const gap = slot.marked ? " " : ": ";
      return from === undefined
        ? replaced(head, pastSpaces(text, head), gap + written)
        : replaced(from, head, anchor + written);
    }
    if (!isBlock(node)) return replaced(from ?? range[0], range[1], anchor + written);
    const end = bodyEnd(text, slot);
    if (slot.parent === undefined || isCompact(text, slot)) return replaced(range[0], end, written);
    const comment = this.#headComment(slot);
    return replaced(from ?? head, end, (from === undefined ? " " : "") + anchor + written + comment);
  }

  #setBlock(slot: Slot, value: unknown): TextEdit {
    const text = this.#text;
    const { eol, step, listStep } = this.#style;
    const { parent, node, head, mark, props } = slot;
    const literal = isLiteral(value) ? value : undefined;
    const lines = literal === undefined ? blockLines(value, this.#style) : literalLines(literal);
    const start = node?.range?.[0];
    if (start === undefined && parent === undefined) return this.#setEmptyDocument(lines);
    if (!slot.marked) throw new RangeError(`the key ${slot.key} has no place for a value`);

    const old = collectionOf(slot);
    const within = parent?.indent ?? -1;
    if (start !== undefined && old && !old.flow && literal === undefined && old.indent > within && !props?.tagged) {
      return replaced(start, bodyEnd(text, slot), joinLines(lines, old.indent, eol));
    }
    const end = isBlock(node) ? bodyEnd(text, slot) : endOf(text, slot);
    const trailing = isBlock(node) || node === undefined ? "" : commentAt(text, end);
    const stop = pastSpaces(text, node === undefined ? head + this.#headComment(slot).length : end + trailing.length);
    if (parent === undefined && mark === start) {
      const comment = trailing === "" ? "" : trailing.trim() + eol;
      return replaced(start, stop, comment + joinLines(lines, 0, eol));
    }
    const column = !parent ? 0 : parent.list ? parent.indent + 2 : parent.indent + (isList(value) ? listStep : step);
    const above =
      start === undefined || sameLine(text, head, start) ? this.#headComment(slot) : text.slice(head, start).trimEnd();
    const marks =
      (props && props.anchor !== "" ? ` ${props.anchor}` : "") +
      (literal === undefined ? "" : ` ${literalHeader(literal)}`);
    if (parent?.list && marks + above + trailing === "")
      return replaced(mark, stop, ` ${joinLines(lines, column, eol)}`);
    return replaced(mark, stop, marks + trailing + above + joinLines(["", ...lines], column, eol));
  }

  /** Writes lines into a document that holds nothing yet but comments, markers and directives. */
  #setEmptyDocument(lines: readonly string[]): TextEdit {
    const text = this.#text;
    const { eol } = this.#style;
    const marker = text.search(/^\.\.\.(?=\s|$)/m);
    const at = marker < 0 ? text.length : marker;
    return replaced(at, at, (at === 0 || text[at - 1] === "\n" ? "" : eol) + joinLines(lines, 0, eol) + eol);
  }

  /** The comment on the line that announces a value, when the value itself starts further down. */
  #headComment(slot: Slot): string {
    const token = slot.node?.srcToken;
    if (token?.type === "block-scalar") {
      const header = token.props.find(({ type }) => type === "block-scalar-header");
      return header && "source" in header ? commentAt(this.#text, header.offset + header.source.length) : "";
    }
    const start = slot.node?.range?.[0];
    if (start !== undefined && sameLine(this.#text, slot.head, start)) return "";
    return commentAt(this.#text, slot.head);
  }
}

/** Skips spaces that nothing but a comma or the line's end follows. */
function pastSpaces(text: string, offset: number): number {
  return offset + (/^[ \t]*(?=,|$)/.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0);
}

function isCollectionBlock(node: Node | undefined): boolean {
  return isBlock(node) && !isScalar(node);
}

function quoteOf(node: Node): Quote {
  if (isAlias(node) || !isScalar(node)) return "plain";
  return node.type === "QUOTE_DOUBLE" ? "double" : node.type === "QUOTE_SINGLE" ? "single" : "plain";
}

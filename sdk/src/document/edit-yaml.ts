import { type Document, isScalar, type Node, parseDocument, Schema } from "yaml";
import { type FormatEditor, lineEnd, lineStart, nextLine, noDocument, replaced, type TextEdit } from "./edit-span.ts";
import type { Change } from "./edit-value.ts";
import { insertFlow, removeFlow } from "./edit-yaml-flow.ts";
import { SlotWriter } from "./edit-yaml-set.ts";
import { styleOf, type YamlStyle } from "./edit-yaml-style.ts";
import {
  aliasNames,
  bodyEnd,
  type Collection,
  collectionOf,
  isCompact,
  keepsBlankLines,
  refuseRepeated,
  refuseShared,
  type Slot,
  slotAt,
  type YamlSource,
} from "./edit-yaml-tree.ts";
import { itemLines, joinLines, memberLines, writeFlowMember } from "./edit-yaml-write.ts";
import { LineIndex } from "./lines.ts";
import { toPointer } from "./pointer.ts";
import { isList } from "./value.ts";
import { buildDocument } from "./yaml-build.ts";
import { faultsOf } from "./yaml-faults.ts";
import { readStream } from "./yaml-stream.ts";

// The same reading as in yaml-stream.ts: the YAML 1.2 core schema, whatever a directive says, with keys as written.
const OPTIONS = {
  schema: new Schema({ schema: "core", merge: false, resolveKnownTags: false }),
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  // Not silent: a part that turns out to hold two documents must count as an error.
  logLevel: "error",
} as const;

/** Most values that the aliases of a document may stand for, so that it cannot grow without bounds in memory. */
const MAX_ALIAS_COUNT = 100_000;

/** Edits YAML in place, by the source offsets of what stands around the edit. */
export const yamlEditor: FormatEditor = {
  locate(text, index) {
    const stream = readStream(unifyLineEnds(text));
    const documents = stream.documents.map((document) => extentOf(document, text));
    let count = 0;
    let start = 0;
    for (const [position, { size, list, broken, end }] of documents.entries()) {
      const next = documents[position + 1];
      if (index >= count && index < count + size) {
        return { start, end: next === undefined ? text.length : end, base: list ? [index - count] : [] };
      }
      count += size;
      // A broken document may leave behind a rest that belongs to no document.
      start = broken && next !== undefined ? next.start : end;
    }
    // Members may be added to a text that holds nothing yet.
    if (index === 0 && count === 0 && documents.length < 2) return { start: 0, end: text.length, base: [] };
    throw noDocument(index, count);
  },
  read(text) {
    const document = parse(text);
    try {
      return document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    } catch (error) {
      // The library's word for an alias without anchor, and for too many of them.
      if (error instanceof ReferenceError) throw new SyntaxError(error.message);
      throw error;
    }
  },
  change(text, change) {
    const document = parse(text);
    return new YamlEdit({ text, document }).change(change);
  },
};

/** To YAML a lone CR ends a line, but not to the library. The lengths agree, so the offsets do. */
function unifyLineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, "\n");
}

/** Where a YAML document stands, and how many documents the reader makes of it. */
interface Extent {
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
  readonly size: number;
  /** Whether the document is a list of `size` documents. */
  readonly list: boolean;
}

function extentOf(document: Document.Parsed, text: string): Extent {
  const [start, , stop] = document.range;
  // When the last value is left out, the parser ends the document before the end of that line.
  const end = text.slice(stop, lineEnd(text, stop)).trim() === "" ? nextLine(text, stop) : stop;
  const broken = faultsOf(document, text).length > 0;
  const extent = { start, end, broken, size: 1, list: false };
  if (broken) return extent;
  if (isEmpty(document.contents)) return { ...extent, size: 0 };
  const { value, faults } = buildDocument(document, { text, lines: new LineIndex(text) });
  if (faults.some(({ fatal }) => fatal) || !isList(value) || value.length === 0) return extent;
  return { ...extent, size: value.length, list: true };
}

function isEmpty(contents: Node | null): boolean {
  return (
    contents === null || (isScalar(contents) && contents.value === null && contents.range?.[0] === contents.range?.[1])
  );
}

function parse(text: string): Document.Parsed {
  const document = parseDocument(unifyLineEnds(text), OPTIONS);
  const error = document.errors[0];
  if (error !== undefined) throw new SyntaxError(`${error.message} at offset ${error.pos[0]}`);
  return document;
}

class YamlEdit {
  readonly #source: YamlSource;
  readonly #text: string;
  readonly #style: YamlStyle;
  readonly #writer: SlotWriter;

  constructor(source: YamlSource) {
    this.#source = source;
    this.#text = source.text;
    this.#style = styleOf(source.text, source.document);
    this.#writer = new SlotWriter(source.text, this.#style);
  }

  change(change: Change): TextEdit {
    const { path } = change;
    const slot = slotAt(this.#source, path);
    if (change.kind === "set") {
      refuseRepeated(this.#source, slot, path);
      return this.#writer.set(slot, change.value);
    }
    refuseShared(slot, path, aliasNames(this.#source.document));
    const collection = collectionOf(slot);
    if (collection === undefined)
      throw new RangeError(`${JSON.stringify(toPointer(path))} cannot be edited in this layout`);
    if (change.kind === "insert") return this.#insert(slot, collection, change.step, change.value);
    const gone = slotAt(this.#source, [...path, change.step]);
    refuseRepeated(this.#source, gone, [...path, change.step]);
    return this.#remove(slot, collection, gone.start);
  }

  #insert(slot: Slot, into: Collection, step: string | number, value: unknown): TextEdit {
    const style = this.#style;
    if (into.slots.length === 0) return this.#writer.set(slot, typeof step === "string" ? { [step]: value } : [value]);
    if (into.flow) {
      const written = typeof step === "string" ? writeFlowMember(step, value, style) : this.#writer.flow(value);
      return insertFlow(this.#text, style, into, typeof step === "string" ? into.slots.length : step, written);
    }
    const lines = typeof step === "string" ? memberLines(step, value, style) : itemLines(value, style);
    const written = joinLines(lines, into.indent, style.eol);
    const gap = style.eol + " ".repeat(into.indent);
    const previous = into.slots[(typeof step === "string" ? into.slots.length : step) - 1];
    if (previous === undefined) {
      const start = into.slots[0]?.start ?? into.open;
      return replaced(start, start, written + gap);
    }
    const end = bodyEnd(this.#text, previous);
    return replaced(end, end, gap + written);
  }

  #remove(slot: Slot, from: Collection, start: number): TextEdit {
    const text = this.#text;
    const index = from.slots.findIndex((other) => other.start === start);
    const gone = from.slots[index];
    if (gone === undefined) throw new RangeError("nothing stands there to remove");
    if (from.flow) return removeFlow(text, this.#style, from, gone);
    const end = bodyEnd(text, gone);
    if (from.slots.length === 1) return this.#empty(slot, from, gone, end);
    const line = lineStart(text, gone.start);
    if (text.slice(line, gone.start).trim() !== "") {
      // The first member of `- key: value`: what follows moves up to the dash.
      return replaced(gone.start, end + text.slice(end).search(/\S|$/), "");
    }
    const previous = from.slots[index - 1];
    if (previous !== undefined && keepsBlankLines(previous)) {
      // Blank lines below what goes would become part of the text above it, and so would the line end before it.
      const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(nextLine(text, end)))?.[0] ?? "";
      return replaced(line, nextLine(text, end) + blank.length, "");
    }
    if (end < text.length) return replaced(line, text.indexOf("\n", end) + 1, "");
    return replaced(lineEnd(text, line - (text[line - 2] === "\r" ? 2 : 1)), end, "");
  }

  /** Takes out the only member, leaving `{}` or `[]` and the comments that stood above it. */
  #empty(slot: Slot, from: Collection, gone: Slot, end: number): TextEdit {
    const text = this.#text;
    const brackets = from.list ? "[]" : "{}";
    if (slot.parent === undefined || isCompact(text, slot)) return replaced(gone.start, end, brackets);
    const above = text.slice(slot.head, lineStart(text, gone.start)).trimEnd();
    return replaced(slot.head, bodyEnd(text, slot), ` ${brackets}${above}`);
  }
}

import { jsonEditor, ndjsonEditor } from "./edit-json.ts";
import { type FormatEditor, splice, type TextEdit } from "./edit-span.ts";
import { applyChange, type Change, resolveEdit } from "./edit-value.ts";
import { yamlEditor } from "./edit-yaml.ts";
import { valueAt } from "./pointer.ts";
import type { Edit, TextFormat } from "./text.ts";
import { isList, isObject } from "./value.ts";

export type { TextEdit } from "./edit-span.ts";

/** How to read the text to edit, and which of its documents (position from 0, default 0) the pointers lead into. */
export interface EditTextOptions {
  readonly format: TextFormat;
  readonly index?: number;
}

const editors: Record<TextFormat, FormatEditor> = { json: jsonEditor, ndjson: ndjsonEditor, yaml: yamlEditor };

/**
 * The changes to a text that carry out edits on one of its documents, as an editor applies them: sorted,
 * not overlapping, offsets in UTF-16 units of `text`. What no edit touches keeps every character: comments,
 * key order, quotes, indentation, line ends. The edits mean the same as in `editValue`; their values must be
 * JSON values (others are taken as `JSON.stringify` writes them).
 * @throws {RangeError} when a pointer's target or the document is missing, when a key on the way stands
 *   twice, when the value is shared by a YAML alias, or when a new value cannot be written as JSON
 * @throws {SyntaxError} when the text cannot be read in this format
 * @throws {Error} when the edited text would not read back as the edited value, in rare YAML layouts
 */
export function textEdits(text: string, options: EditTextOptions, edits: readonly Edit[]): TextEdit[] {
  if (edits.length === 0) return [];
  const editor = editors[options.format];
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const body = text.slice(bom);
  const part = editor.locate(body, options.index ?? 0);
  let current = body.slice(part.start, part.end);
  let value = editor.read(current);
  let pieces: Piece[] = [{ from: 0, text: current }];
  for (const edit of edits) {
    const change = resolveEdit(valueAt(value, part.base), asJson(edit));
    const based: Change = { ...change, path: [...part.base, ...change.path] };
    const textEdit = editor.change(current, based);
    current = splice(current, textEdit);
    pieces = cut(pieces, textEdit);
    value = applyChange(value, based);
  }
  // A document is money: a text that would read back as anything else is never handed out.
  if (!readsAs(editor, current, value)) {
    const pointers = edits.map(({ path }) => path).join(", ");
    throw new Error(`this ${options.format} text is laid out in a way that cannot be edited at ${pointers}`);
  }
  return toTextEdits(pieces, part.end - part.start).map(({ start, end, newText }) => ({
    start: start + part.start + bom,
    end: end + part.start + bom,
    newText,
  }));
}

/** Applies changes as given by `textEdits` (sorted, not overlapping) to the text they were made for. */
export function applyTextEdits(text: string, textEdits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, newText } of textEdits) {
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

/** The text after the edits. Meaning, limits and errors are those of `textEdits`. */
export function editText(text: string, options: EditTextOptions, edits: readonly Edit[]): string {
  return applyTextEdits(text, textEdits(text, options, edits));
}

function readsAs(editor: FormatEditor, text: string, value: unknown): boolean {
  try {
    return sameValue(editor.read(text), value);
  } catch {
    return false;
  }
}

function asJson(edit: Edit): Edit {
  if (edit.op === "remove") return edit;
  const json: string | undefined = JSON.stringify(edit.value);
  if (json === undefined) throw new RangeError(`the new value of ${JSON.stringify(edit.path)} is not a JSON value`);
  return { ...edit, value: JSON.parse(json) };
}

/** A run of the current text: kept from the original (`from` is its offset there) or new (`from` is undefined). */
interface Piece {
  readonly from: number | undefined;
  readonly text: string;
}

function cut(pieces: readonly Piece[], edit: TextEdit): Piece[] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const head = Math.max(0, Math.min(piece.text.length, edit.start - offset));
    const tail = Math.max(0, Math.min(piece.text.length, edit.end - offset));
    if (head > 0) before.push({ from: piece.from, text: piece.text.slice(0, head) });
    if (tail < piece.text.length) {
      after.push({ from: piece.from === undefined ? undefined : piece.from + tail, text: piece.text.slice(tail) });
    }
    offset += piece.text.length;
  }
  return [...before, { from: undefined, text: edit.newText }, ...after];
}

function toTextEdits(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  let newText = "";
  for (const piece of [...pieces, { from: length, text: "" }]) {
    if (piece.from === undefined) newText += piece.text;
    else {
      if (newText !== "" || piece.from > done) edits.push({ start: done, end: piece.from, newText });
      newText = "";
      done = piece.from + piece.text.length;
    }
  }
  return edits;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    );
  }
  // Number 0 and -0 are one value in JSON; NaN can come from YAML.
  return a === b || Object.is(a, b);
}

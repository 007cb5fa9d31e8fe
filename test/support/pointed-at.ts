import { parse } from "yaml";
import { fromPointer, type Path, valueAt } from "../../sdk/src/document/pointer.ts";
import type { Position, Range } from "../../sdk/src/document/text.ts";
import { isObject } from "../../sdk/src/document/value.ts";

/**
 * The characters of a text in a range, found without the code that made the range.
 * @returns `undefined` when the range does not lie in the text
 */
export function slice(text: string, { start, end }: Range): string | undefined {
  const [from, to] = [offset(text, start), offset(text, end)];
  return from === undefined || to === undefined || to < from ? undefined : text.slice(from, to);
}

/** The offset of a position; `undefined` when its line, or its character on that line, is not there. */
function offset(text: string, { line, character }: Position): number | undefined {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  if (text === "" || /[\r\n]$/.test(text)) lines.push("");
  const own = lines[line]?.replace(/[\r\n]+$/, "");
  if (own === undefined || character < 0 || character > own.length) return undefined;
  return lines.slice(0, line).join("").length + character;
}

/**
 * What a finding at this path must point at: the value there; for a group of fields, or where nothing stands, the
 * nearest key that a person sees around it.
 */
export function pointedAt(root: unknown, pointer: string): unknown {
  const path = fromPointer(pointer);
  if (path.length === 0) return isObject(root) && Object.hasOwn(root, "$context") ? "$context" : headOf(root, []);
  const value = valueAt(root, path);
  if (value !== undefined) return isObject(value) ? headOf(root, path) : value;
  let around = path.slice(0, -1);
  while (valueAt(root, around) === undefined) around = around.slice(0, -1);
  return headOf(root, around);
}

/** The key of a value; for an item of a list and for the whole, its first key that is not one of ours. */
function headOf(root: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (typeof last === "string") return last;
  return Object.keys(Object(valueAt(root, path))).find((key) => !key.startsWith("$"));
}

/** The value that a stretch of JSON or YAML stands for; its first line is moved to where it stood. */
export function readSlice(text: string, { start }: Range): unknown {
  return parse(" ".repeat(start.character) + text);
}

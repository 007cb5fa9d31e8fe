import { fromPointer, type Path } from "./pointer.ts";
import type { Edit } from "./text.ts";
import { isList, isObject } from "./value.ts";

/** An edit after its pointer was looked up: what exactly happens to which list or object. */
export type Change =
  | { readonly kind: "set"; readonly path: Path; readonly value: unknown }
  | { readonly kind: "insert"; readonly path: Path; readonly step: string | number; readonly value: unknown }
  | { readonly kind: "remove"; readonly path: Path; readonly step: string | number };

/**
 * Applies edits to a value, one after another, and gives the new value. Nothing is mutated; parts no edit
 * touches are shared with `root`.
 *
 * - `replace` and `remove` need the target to be there. The document itself (`""`) cannot be removed.
 * - `add` on a list inserts before the given position, `-` appends (RFC 6902).
 * - `add` on an object sets the member, whether or not it is there. Parents that are missing or null are
 *   created: objects, or a list where the next step is `-` or `0`.
 * @throws {RangeError} naming the pointer, when its target (or the parent of an `add`) is missing, or the value is
 */
export function editValue(root: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((value, edit) => applyChange(value, resolveEdit(value, edit)), root);
}

/**
 * Looks up where an edit takes effect in `root`.
 * @throws {RangeError} naming the pointer, when its target or its value is missing
 */
export function resolveEdit(root: unknown, edit: Edit): Change {
  const steps = fromPointer(edit.path);
  if (edit.op !== "remove" && edit.value === undefined) {
    throw new RangeError(`cannot ${edit.op} ${JSON.stringify(edit.path)}: no value is given`);
  }
  const last = steps.at(-1);
  if (last === undefined) {
    if (edit.op === "remove") throw new RangeError('"" is the document itself, which cannot be removed');
    return { kind: "set", path: [], value: edit.value };
  }
  const path: (string | number)[] = [];
  let value = root;
  let inList = false;
  for (const [depth, step] of steps.entries()) {
    const rest = steps.slice(depth + 1);
    if (isList(value)) {
      if (typeof step === "number" && step < value.length) {
        path.push(step);
        value = value[step];
        inList = true;
      } else if (edit.op === "add" && rest.length === 0 && (step === "-" || step === value.length)) {
        return { kind: "insert", path, step: value.length, value: edit.value };
      } else throw missing(edit);
    } else if (isObject(value)) {
      if (typeof step === "number" && !Number.isSafeInteger(step)) throw missing(edit);
      const key = String(step);
      if (Object.hasOwn(value, key)) {
        path.push(key);
        value = value[key];
        inList = false;
      } else if (edit.op === "add") {
        return { kind: "insert", path, step: key, value: nested(rest, edit.value, edit) };
      } else throw missing(edit);
    } else if (edit.op === "add" && (value === null || value === undefined)) {
      return { kind: "set", path, value: nested([step, ...rest], edit.value, edit) };
    } else throw missing(edit);
  }
  if (edit.op === "add" && inList) return { kind: "insert", path: path.slice(0, -1), step: last, value: edit.value };
  if (edit.op !== "remove") return { kind: "set", path, value: edit.value };
  return { kind: "remove", path: path.slice(0, -1), step: inList ? last : String(last) };
}

/** Applies one looked-up change. The change must have been looked up in this very `root`. */
export function applyChange(root: unknown, change: Change): unknown {
  if (change.kind === "set") return at(root, change.path, () => change.value);
  const { step } = change;
  return at(root, change.path, (parent) => {
    if (isList(parent) && typeof step === "number") {
      return change.kind === "insert" ? parent.toSpliced(step, 0, change.value) : parent.toSpliced(step, 1);
    }
    if (!isObject(parent)) return parent;
    // Spread, computed keys and fromEntries define own properties, so a "__proto__" member stays plain data.
    if (change.kind === "insert") return { ...parent, [step]: change.value };
    return Object.fromEntries(Object.entries(parent).filter(([key]) => key !== step));
  });
}

function at(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (isList(value) && typeof step === "number") return value.with(step, at(value[step], rest, change));
  if (isObject(value)) return { ...value, [step]: at(value[step], rest, change) };
  return value;
}

/** The value to put where parents are missing: `["history", "-"]` around `v` is `{ history: [v] }`. */
function nested(steps: Path, inner: unknown, edit: Edit): unknown {
  return steps.reduceRight<unknown>((value, step) => {
    if (step === "-" || step === 0) return [value];
    if (typeof step === "number") throw missing(edit);
    return { [step]: value };
  }, inner);
}

function missing(edit: Edit): RangeError {
  return new RangeError(`cannot ${edit.op} ${JSON.stringify(edit.path)}: nothing stands there`);
}

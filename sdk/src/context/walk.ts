import { isKeyed, isObject } from "../document/value.ts";
import { getters } from "../generated/getters.ts";
import { type Fact, type Facts, NOT_GIVEN } from "./facts.ts";
import type { Steps } from "./field-path.ts";
import { nearestWord } from "./suggest.ts";

/** Reads one key of a value. */
type Reader = (root: unknown) => Fact;

/** Reads along keys. In the context a step that is not there at all is `NOT_GIVEN`; `null` is known to be missing. */
export function walker(steps: Steps, isOpen: boolean): Reader {
  const [one, two] = steps;
  if (one !== undefined && two !== undefined && steps.length === 2 && !steps.some(isInherited))
    return readKeys(getterOf(one), getterOf(two), isOpen);
  const readers = steps.map((step) => (isInherited(step) ? readOwn(step, isOpen) : readKey(step, isOpen)));
  const [first, second] = readers;
  if (first === undefined) return (root) => root;
  if (second === undefined) return first;
  return (root) => readers.reduce((value, read) => read(value), root);
}

/** Names that every object, list or text has without anyone writing them. */
export function isInherited(key: string): boolean {
  return key in Object.prototype || key in Array.prototype;
}

function readKey(key: string, isOpen: boolean): Reader {
  const nowhere = isOpen ? NOT_GIVEN : undefined;
  const get = getterOf(key);
  return (root) => {
    const value = get(undefined, root);
    return value === undefined ? (root === null ? null : nowhere) : value;
  };
}

/** The same for two keys, as most facts of the context have them. */
function readKeys(one: Getter, two: Getter, isOpen: boolean): Reader {
  const nowhere = isOpen ? NOT_GIVEN : undefined;
  return (root) => {
    const group = one(undefined, root);
    const value = group === undefined ? undefined : two(undefined, group);
    if (value !== undefined) return value;
    return (group === undefined ? root : group) === null ? null : nowhere;
  };
}

/** Reads of a value alone; takes facts so that a field can be read by it as it is. */
type Getter = (facts: unknown, value: unknown) => Fact;

function getterOf(key: string): Getter {
  return (
    (Object.hasOwn(getters, key) ? getters[key] : undefined) ??
    ((_, value) => (isKeyed(value) ? value[key] : undefined))
  );
}

/** Reads along keys of a list item of the PCCO; `undefined` when nothing stands there. */
export function itemReader(steps: Steps): Getter {
  const [first, second] = steps;
  if (first === undefined || steps.some(isInherited) || steps.length > 2) {
    const read = walker(steps, false);
    return (_facts, item) => read(item);
  }
  const one = getterOf(first);
  if (second === undefined) return one;
  const two = getterOf(second);
  return (_facts, item) => two(undefined, one(undefined, item));
}

/** Reads along keys of every item of a list, into `out`; `undefined` where nothing stands. */
export type ColumnReader = (items: readonly unknown[], out: unknown[], length: number) => void;

/** Reads along keys of list items of the PCCO, a whole list at once. */
export function columnReader(steps: Steps): ColumnReader {
  const read = itemReader(steps);
  return (items, out, length) => {
    for (let index = 0; index < length; index++) out[index] = read(undefined, items[index]);
  };
}

/** Reads along keys of the PCCO; `undefined` when nothing stands there. */
export function documentReader(steps: Steps): (facts: Facts) => Fact {
  const [first] = steps;
  if (first !== undefined && steps.length === 1 && !isInherited(first)) {
    const get = getterOf(first);
    return (facts) => get(undefined, facts.document);
  }
  const read = walker(steps, false);
  return (facts) => read(facts.document);
}

function readOwn(key: string, isOpen: boolean): Reader {
  const nowhere = isOpen ? NOT_GIVEN : undefined;
  return (root) => {
    if (!isKeyed(root)) return root === null ? null : nowhere;
    const value = Array.isArray(root) || !Object.hasOwn(root, key) ? undefined : root[key];
    return value === undefined ? nowhere : value;
  };
}

/**
 * Tells the first part of a path that the context does not give: `prime_contract`, or `prime_contract.line_items`; the whole
 * path when that is given. A key there that is nearly the missing one is named with it.
 * @param rest what comes after the path, told when the path itself is given
 */
export function firstMissing(steps: Steps, rest = ""): (root: unknown) => string {
  const parts = steps.map((step, at) => ({ read: walker([step], true), path: steps.slice(0, at + 1).join("."), step }));
  const all = steps.join(".") + rest;
  return (root) => {
    let value = root;
    for (const { read, path, step } of parts) {
      const holder = value;
      value = read(holder);
      if (value === NOT_GIVEN) return path + nearKey(holder, step);
    }
    return all;
  };
}

/** Names the key that was probably meant to be one that is missing, if there is any, in brackets. */
export function nearKey(holder: unknown, key: string): string {
  const near = isObject(holder) ? nearestWord(key, Object.keys(holder)) : undefined;
  return near === undefined ? "" : ` (it has "${near}")`;
}

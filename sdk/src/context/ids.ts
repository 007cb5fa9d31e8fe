import { isKeyed } from "../document/value.ts";

/** Whether two ids are the same, however they are written: Procore's older pages give numbers, newer ones text. */
export function sameId(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "string" ? isWritten(b, a) : typeof b === "string" && isWritten(a, b));
}

function isWritten(id: unknown, text: string): boolean {
  return typeof id === "number" && String(id) === text;
}

/**
 * Where in a list the first item stands whose `key` is this id; -1 when none is.
 * The list is walked each time: an index would cost more than a contract's lines take to walk.
 */
export function indexOfId(list: readonly unknown[], key: string, id: unknown): number {
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    if (!isKeyed(item)) continue;
    const found = item[key];
    if (found === id ? Object.hasOwn(item, key) : sameId(found, id)) return index;
  }
  return -1;
}

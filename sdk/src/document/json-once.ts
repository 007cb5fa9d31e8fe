import { isEscaped, spaceStart } from "./json-walk.ts";
import { MAX_DEPTH, MAX_NODES, MAX_TEXT_LENGTH } from "./limits.ts";
import { isKeyed, isList, isObject, type JsonObject } from "./value.ts";

const none: readonly unknown[] = [];

/**
 * Whether JSON text, of which `JSON.parse` made this value, certainly gives no key twice and keeps the limits. `false`
 * means nothing: the text has to be walked.
 */
export function isWrittenOnce(text: string, value: unknown): boolean {
  return startsWhenOnce(text, value) !== undefined;
}

/**
 * Where the items of a list begin in JSON text of which `JSON.parse` made this value, when the text certainly gives no
 * key twice and keeps the limits; else `undefined`, which means nothing: the text has to be walked. Only groups with
 * keys are surely found; of what is not, -1 is given. A value that is no list has no items.
 *
 * Nothing is looked for. Either the text is just as long as the shortest way to write the value, which leaves no room
 * for a key that the value does not have; or the keys of the text, counted by their colons, are as many as those of the
 * value, which makes each of the colons that of a key. This costs a third of `JSON.parse`, the walk several times as much.
 */
export function startsWhenOnce(text: string, value: unknown): readonly number[] | undefined {
  if (text.length > MAX_TEXT_LENGTH) return undefined;
  const items = isList(value) ? value : none;
  const tally = { keys: 0, items: items.length, isTooDeep: false };
  const starts: number[] = [];
  const keysBefore: number[] = [];
  let shortest = isList(value) ? 1 : shortestText(value, MAX_DEPTH, tally);
  for (const item of items) {
    starts.push(shortest);
    keysBefore.push(tally.keys);
    shortest += shortestText(item, MAX_DEPTH - 1, tally) + 1;
  }
  if (tally.isTooDeep || 1 + tally.keys + tally.items > MAX_NODES) return undefined;
  if (shortest === text.length) return starts;
  const colons: number[] = [];
  if (keysIn(text, keysBefore, colons) !== tally.keys) return undefined;
  return items.map((item, index) => {
    const colon = colons[index];
    const hasKeys = keysBefore[index] !== (keysBefore[index + 1] ?? tally.keys);
    return hasKeys && isObject(item) && colon !== undefined ? openingBefore(text, colon) : -1;
  });
}

/**
 * How many values stand in the value that `JSON.parse` made of this text, when the text certainly gives no key twice; else
 * `undefined`, which means nothing: the text has to be walked.
 * @param depth so many levels of brackets the value may have
 */
export function valuesWhenOnce(text: string, value: unknown, depth: number): number | undefined {
  const tally = { keys: 0, items: 0, isTooDeep: false };
  const shortest = shortestText(value, depth, tally);
  if (tally.isTooDeep || (shortest !== text.length && keysIn(text, [], []) !== tally.keys)) return undefined;
  return tally.keys + tally.items;
}

interface Tally {
  keys: number;
  items: number;
  isTooDeep: boolean;
}

/**
 * The length of a text that no JSON text of this value falls short of. With short and whole numbers alone it is the
 * length of the text without spaces.
 */
function shortestText(value: unknown, depth: number, tally: Tally): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value === "number") return shortestNumber(value);
  if (value === null || value === true) return 4;
  if (!isKeyed(value)) return 5;
  if (depth === 0) {
    tally.isTooDeep = true;
    return 0;
  }
  return isList(value) ? shortestList(value, depth, tally) : shortestGroup(value, depth, tally);
}

function shortestList(items: readonly unknown[], depth: number, tally: Tally): number {
  tally.items += items.length;
  let length = items.length === 0 ? 2 : items.length + 1;
  for (let index = 0; index < items.length; index++) length += shortestText(items[index], depth - 1, tally);
  return length;
}

function shortestGroup(fields: JsonObject, depth: number, tally: Tally): number {
  let length = 1;
  let keys = 0;
  // What `JSON.parse` makes has no keys but its own.
  for (const key in fields) {
    const value = fields[key];
    // Most values are texts: one call less for each.
    length += key.length + 4 + (typeof value === "string" ? value.length + 2 : shortestText(value, depth - 1, tally));
    keys++;
  }
  tally.keys += keys;
  return keys === 0 ? 2 : length;
}

/** `7000` can be written as `7e3`: only whole numbers without three zeros at the end are surely shortest as they are. */
function shortestNumber(value: number): number {
  if (value < 0 || !Number.isSafeInteger(value)) return 1;
  // Whole numbers of 32 bits are divided several times quicker.
  if (value > 2 ** 31 - 1) return shortestLong(value);
  if (value >= 1000 && value % 1000 === 0) return 1;
  let digits = 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) digits++;
  return digits;
}

function shortestLong(value: number): number {
  if (Math.floor(value / 1000) * 1000 === value) return 1;
  let digits = 10;
  for (let bound = 1e10; value >= bound; bound *= 10) digits++;
  return digits;
}

const QUOTE = 34;
const SPACE = 32;

/**
 * No fewer keys than JSON text has: its colons after a quote or space. Texts that hold such a colon make it too many.
 * @param keysBefore how many keys stand before each item of a list
 * @param colons is given the first of these colons that has so many before it, for each item
 */
function keysIn(text: string, keysBefore: readonly number[], colons: number[]): number {
  let keys = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    const before = text.charCodeAt(colon - 1);
    if (before !== QUOTE && before > SPACE) continue;
    while (keysBefore[colons.length] === keys) colons.push(colon);
    keys++;
  }
  return keys;
}

/** Where the group opens whose first key has this colon. */
function openingBefore(text: string, colon: number): number {
  let at = spaceStart(text, colon) - 1;
  do at = text.lastIndexOf('"', at - 1);
  while (isEscaped(text, at));
  return spaceStart(text, at) - 1;
}

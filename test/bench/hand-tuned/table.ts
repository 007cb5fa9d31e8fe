// Hash tables that are kept from check to check: a mark tells the entries of this check from those before it.

const sizes = 1 << 13;

/** Numbers by hash, for one check at a time. */
export interface Table {
  readonly marks: Int32Array;
  readonly entries: Int32Array;
  mark: number;
  /** One less than the size, a power of two. */
  mask: number;
}

export function createTable(): Table {
  return { marks: new Int32Array(sizes), entries: new Int32Array(sizes), mark: 0, mask: 0 };
}

/** Empties a table for so many entries. Past 4,000 there is no table: `false`. */
export function empty(table: Table, entries: number): boolean {
  if (entries > sizes / 2) return false;
  let size = 64;
  while (size < entries * 2) size *= 2;
  table.mask = size - 1;
  if (++table.mark > 2_000_000_000) {
    table.marks.fill(0);
    table.mark = 1;
  }
  return true;
}

/** A hash of a text in one more pass over its characters. */
export function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** A hash of a whole number. */
export function hashOfNumber(number: number): number {
  const hash = Math.imul(number | 0, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

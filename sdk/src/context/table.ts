// A hash table of positions that is kept from check to check: a mark tells the entries of this check from older ones, so
// that emptying it costs nothing.

/** Positions by hash, for one check at a time. */
export interface Table {
  marks: Int32Array;
  positions: Int32Array;
  mark: number;
  /** One less than the size in use, a power of two. */
  mask: number;
}

/** Most entries. Past these the built-in `Map` and `Set` are used, whose hashes nobody can foresee. */
export const mostEntries = 4096;

const smallest = 64;

export function createTable(): Table {
  return { marks: new Int32Array(smallest), positions: new Int32Array(smallest), mark: 0, mask: smallest - 1 };
}

/** Empties a table, and makes room for so many entries: at most `mostEntries`. */
export function emptyTable(table: Table, entries: number): void {
  let size = smallest;
  while (size < entries * 2) size *= 2;
  table.mask = size - 1;
  if (table.marks.length >= size && table.mark < 2_000_000_000) {
    table.mark++;
    return;
  }
  table.marks = new Int32Array(size);
  table.positions = new Int32Array(size);
  table.mark = 1;
}

/** A hash of a text, going on from that of what stands before it. */
export function hashText(text: string, before: number): number {
  let hash = before ^ text.length;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** A hash of a whole number, going on from that of what stands before it. */
export function hashNumber(number: number, before: number): number {
  const hash = Math.imul((number | 0) ^ before, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

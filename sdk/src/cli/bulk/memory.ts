/** Bytes that are read at once: enough for a thread to be busy for some milliseconds, few enough to hold several of them. */
export const pieceLength = 1 << 20;

/** Room for a piece and for the line before it that had not ended. */
const ordinary = pieceLength + (1 << 16);

/** More than are on their way at once with a few threads. */
const mostSpare = 8;

// Memory goes round: as garbage it would pile up, and the system clears what is new before it is read into.
const spare: ArrayBuffer[] = [];

/** Memory for the report on a piece. */
export function takeForReport(): ArrayBuffer {
  return spare.pop() ?? new ArrayBuffer(ordinary);
}

/** So many bytes to write into; what they hold is left over from before. */
export function takeMemory(length: number): Uint8Array {
  if (length > ordinary) return new Uint8Array(length);
  return new Uint8Array(takeForReport(), 0, length);
}

/** Gives back what was taken. Nobody may look at it any more. */
export function giveBack(memory: ArrayBuffer): void {
  if (memory.byteLength === ordinary && spare.length < mostSpare) spare.push(memory);
}

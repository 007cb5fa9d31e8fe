import { describe, expect, test } from "vitest";
import { giveBack, pieceLength, takeMemory } from "./memory.ts";
import { memoryOf, type Work } from "./work.ts";

/** The memory of some bytes. */
function under({ buffer }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer) return buffer;
  throw new TypeError("the bytes are shared");
}

describe("memory for blocks", () => {
  test("what is given back is taken again, with the length that is asked for", () => {
    const first = takeMemory(pieceLength);
    giveBack(under(first));
    const second = takeMemory(pieceLength + 10);
    expect(second.buffer).toBe(first.buffer);
    expect(second).toHaveLength(pieceLength + 10);
  });

  test("nobody else is given what is in use", () => {
    const first = takeMemory(pieceLength);
    expect(takeMemory(pieceLength).buffer).not.toBe(first.buffer);
  });

  test("memory of another size is let go of", () => {
    const long = takeMemory(pieceLength * 3);
    expect(long).toHaveLength(pieceLength * 3);
    giveBack(under(long));
    giveBack(new ArrayBuffer(10));
    expect(takeMemory(pieceLength)).toHaveLength(pieceLength);
    expect(takeMemory(pieceLength * 3).buffer).not.toBe(long.buffer);
  });
});

describe("the memory of a work", () => {
  test("is that of its lines; a whole text may stand in memory that others use", () => {
    const bytes = takeMemory(100);
    const lines: Work = { kind: "lines", file: "-", bytes, firstLine: 0, firstIndex: 0 };
    expect(memoryOf(lines)).toBe(bytes.buffer);
    expect(memoryOf({ kind: "text", file: "-", bytes: Buffer.from("{}"), format: "json" })).toBeUndefined();
    expect(memoryOf({ kind: "inputs", inputs: [] })).toBeUndefined();
  });
});

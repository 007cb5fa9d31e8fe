import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlankLine } from "../../document/ndjson.ts";
import { mostBytes } from "../read-file.ts";
import { type Block, readBlocks } from "./blocks.ts";
import type { ByteSource } from "./byte-source.ts";
import { bufferOf, linesIn } from "./lines.ts";

const none = new Uint8Array(0);
const lineEnd = /\r\n|\r|\n/;
const lastEnd = /(\r\n|\r|\n)$/;
const beginning = { offset: 0, line: 0, index: 0 };

/** A source that gives these pieces, one at a time. */
function sourceOf(pieces: readonly Uint8Array[]): ByteSource {
  const rest = [...pieces];
  return {
    next: async (left) => {
      const piece = rest.shift();
      return piece === undefined ? undefined : new Uint8Array(Buffer.concat([left, piece]));
    },
    close: () => {},
  };
}

async function blocksOf(pieces: readonly Uint8Array[], from = beginning): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readBlocks(sourceOf(pieces), none, from)) blocks.push(block);
  return blocks;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("blocks of lines", () => {
  test("hold whole lines, however these end and the bytes come, and tell where they stand", async () => {
    const piece = fc.constantFrom("", " ", "\uFEFF", '{"a":1}', '{"é🙂":2}', "\t{}", "\n", "\n", "\r\n", "\r");
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.array(fc.nat(30)), async (written, cuts) => {
        const whole = written.join("");
        const bytes = utf8(whole);
        const places = [...new Set(cuts.map((cut) => Math.min(cut, bytes.length)))].sort((a, b) => a - b);
        const pieces = [0, ...places].map((start, index) => bytes.slice(start, places[index]));
        const blocks = await blocksOf(pieces.filter(({ length }) => length > 0));
        expect(blocks.map((block) => text(block.bytes)).join("")).toBe(whole);
        let at = beginning;
        for (const block of blocks) {
          expect({ line: block.line, index: block.index }).toEqual({ line: at.line, index: at.index });
          const held = text(block.bytes).replace(lastEnd, "").split(lineEnd);
          at = {
            offset: at.offset + (block.bytes?.length ?? 0),
            line: at.line + held.length,
            index: at.index + held.filter((line) => !isBlankLine(line)).length,
          };
          expect(block.end).toEqual(at);
        }
        for (const block of blocks.slice(0, -1)) expect(text(block.bytes)).toMatch(/[\r\n]$/);
        const told = blocks.flatMap(({ bytes = none }) => {
          const buffer = bufferOf(bytes);
          return [...linesIn(buffer)].map(({ start, end, isBlank }) => [buffer.toString("utf8", start, end), isBlank]);
        });
        const lines = whole.replace(lastEnd, "").split(lineEnd);
        const expected = whole === "" ? [] : lines.map((line) => [line, isBlankLine(line)]);
        expect(told.map(([line, isBlank]) => [String(line).replace(/\r$/, ""), isBlank])).toEqual(expected);
      }),
    );
  });

  test("count on from where the stream goes on", async () => {
    const blocks = await blocksOf([utf8("{}\n\n{}\n")], { offset: 100, line: 7, index: 5 });
    expect(blocks).toMatchObject([{ line: 7, index: 5, end: { offset: 107, line: 10, index: 7 } }]);
  });

  test("what was read already comes first", async () => {
    const blocks: Block[] = [];
    for await (const block of readBlocks(sourceOf([utf8('":1}\n')]), utf8('{}\n{"a'), beginning)) blocks.push(block);
    expect(blocks.map(({ bytes, line }) => [text(bytes), line])).toEqual([
      ["{}\n", 0],
      ['{"a":1}\n', 1],
    ]);
  });

  test("a line that is longer than any PCCO may be is dropped, and counts as one", async () => {
    const piece = new Uint8Array(mostBytes / 2).fill(120);
    const blocks = await blocksOf([utf8("{}\n"), piece, piece, piece, utf8("x\n{}\n{}"), utf8("\n")]);
    const length = 3 * piece.length + 2;
    expect(blocks.map(({ bytes, line, index, end }) => [bytes && text(bytes), line, index, end])).toEqual([
      ["{}\n", 0, 0, { offset: 3, line: 1, index: 1 }],
      [undefined, 1, 1, { offset: 3 + length, line: 2, index: 2 }],
      ["{}\n", 2, 2, { offset: 6 + length, line: 3, index: 3 }],
      ["{}\n", 3, 3, { offset: 9 + length, line: 4, index: 4 }],
    ]);
  });

  test("such a line may end with a carriage return, which is half of its end when a line feed follows", async () => {
    const piece = new Uint8Array(mostBytes + 1).fill(120);
    for (const [next, length] of [
      ["{}\n", 1],
      ["\n{}\n", 2],
    ] as const) {
      const before = piece.length + length;
      for (const pieces of [
        [piece, utf8("\r"), utf8(next)],
        [Buffer.concat([piece, utf8("\r")]), utf8(next)],
      ]) {
        const blocks = await blocksOf(pieces);
        expect(blocks.map(({ bytes, line, end }) => [bytes && text(bytes), line, end])).toEqual([
          [undefined, 0, { offset: before, line: 1, index: 1 }],
          ["{}\n", 1, { offset: before + 3, line: 2, index: 2 }],
        ]);
      }
    }
  });

  test("such a line may be the last", async () => {
    const piece = new Uint8Array(mostBytes / 2 + 1).fill(120);
    const blocks = await blocksOf([piece, piece, utf8("x")]);
    expect(blocks).toEqual([
      { bytes: undefined, line: 0, index: 0, end: { offset: 2 * piece.length + 1, line: 1, index: 1 } },
    ]);
  });
});

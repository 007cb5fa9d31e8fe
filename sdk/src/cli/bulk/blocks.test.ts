import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlankLine } from "../../document/ndjson.ts";
import { mostBytes } from "../read-file.ts";
import { type Block, readBlocks } from "./blocks.ts";
import type { ByteSource } from "./byte-source.ts";

const none = new Uint8Array(0);
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
  test("hold whole lines, however the bytes come, and tell where they stand", async () => {
    const lineOf = fc.constantFrom("", " ", "\r", "\uFEFF", '{"a":1}', '{"é🙂":2}\r', "\t{}");
    await fc.assert(
      fc.asyncProperty(fc.array(lineOf), fc.array(fc.nat(30)), fc.boolean(), async (lines, cuts, hasEnd) => {
        const whole = lines.join("\n") + (hasEnd ? "\n" : "");
        const bytes = utf8(whole);
        const places = [...new Set(cuts.map((cut) => Math.min(cut, bytes.length)))].sort((a, b) => a - b);
        const pieces = [0, ...places].map((start, index) => bytes.slice(start, places[index]));
        const blocks = await blocksOf(pieces.filter(({ length }) => length > 0));
        expect(blocks.map((block) => text(block.bytes)).join("")).toBe(whole);
        let at = beginning;
        for (const block of blocks) {
          expect({ line: block.line, index: block.index }).toEqual({ line: at.line, index: at.index });
          const held = text(block.bytes).replace(/\n$/, "").split("\n");
          at = {
            offset: at.offset + (block.bytes?.length ?? 0),
            line: at.line + held.length,
            index: at.index + held.filter((line) => !isBlankLine(line)).length,
          };
          expect(block.end).toEqual(at);
        }
        for (const block of blocks.slice(0, -1)) expect(text(block.bytes)).toMatch(/\n$/);
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

  test("such a line may be the last", async () => {
    const piece = new Uint8Array(mostBytes / 2 + 1).fill(120);
    const blocks = await blocksOf([piece, piece, utf8("x")]);
    expect(blocks).toEqual([
      { bytes: undefined, line: 0, index: 0, end: { offset: 2 * piece.length + 1, line: 1, index: 1 } },
    ]);
  });
});

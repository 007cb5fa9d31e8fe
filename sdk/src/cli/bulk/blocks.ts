import { mostBytes } from "../read-file.ts";
import type { ByteSource } from "./byte-source.ts";
import { bufferOf, countLines, lengthOfLine, lengthOfLines } from "./lines.ts";

/** Whole lines of a stream. */
export interface Block {
  /** `undefined` stands for one line that is longer than any PCCO may be; its bytes are dropped. */
  readonly bytes: Uint8Array | undefined;
  /** Number of the first line, from 0, and position of its PCCO. */
  readonly line: number;
  readonly index: number;
  /** Where the next block begins. */
  readonly end: Place;
}

/** Where a line begins. */
export interface Place {
  /** In bytes from the beginning. */
  readonly offset: number;
  /** Its number, from 0. */
  readonly line: number;
  /** PCCOs before it. */
  readonly index: number;
}

const none = new Uint8Array(0);

/**
 * Cuts a stream of bytes into blocks of whole lines, each as long as what was there when it was asked for.
 * @param first what was read already
 * @param from where `first` begins
 */
export async function* readBlocks(source: ByteSource, first: Uint8Array, from: Place): AsyncGenerator<Block> {
  let place = from;
  let isCut = false;
  let bytes: Uint8Array | undefined = first;
  let left = none;
  while (bytes !== undefined) {
    if (isCut) {
      const end = lengthOfLine(bufferOf(bytes));
      const { line, index } = place;
      // Its last byte may be half of a line end.
      const dropped = end === 0 ? bytes.length - 1 : end;
      place = { ...place, offset: place.offset + dropped };
      if (end > 0) {
        isCut = false;
        place = { offset: place.offset, line: line + 1, index: index + 1 };
        yield { bytes: undefined, line, index, end: place };
      }
      bytes = bytes.subarray(dropped);
    }
    const end = isCut ? 0 : lengthOfLines(bufferOf(bytes));
    // What is yielded may be handed on with its memory.
    left = bytes.slice(end);
    if (end > 0) {
      const block = blockOf(bytes.subarray(0, end), place);
      place = block.end;
      yield block;
    }
    if (left.length > mostBytes) {
      isCut = true;
      place = { ...place, offset: place.offset + left.length - 1 };
      left = left.slice(-1);
    }
    bytes = await source.next(left);
  }
  if (isCut) {
    const { line, index, offset } = place;
    yield { bytes: undefined, line, index, end: { offset: offset + left.length, line: line + 1, index: index + 1 } };
  } else if (left.length > 0) yield blockOf(left, place);
}

function blockOf(bytes: Uint8Array, { offset, line, index }: Place): Block {
  const { lines, blanks } = countLines(bufferOf(bytes));
  const end = { offset: offset + bytes.length, line: line + lines, index: index + lines - blanks };
  return { bytes, line, index, end };
}

import { mostBytes, tooLarge } from "../read-file.ts";
import type { ByteSource } from "./byte-source.ts";
import { bufferOf } from "./lines.ts";
import { type ItemSpan, type ListPlace, scanList } from "./scan-list.ts";

/** Whole items of a list that is read piece by piece, or why no more can be read. */
export type ListBlock = ItemsBlock | BrokenList;

/** Whole items of a list. */
export interface ItemsBlock {
  /** What the items stand in. */
  readonly bytes: Uint8Array;
  readonly items: readonly ItemSpan[];
  /** Position of the first of them in the list, from 0. */
  readonly index: number;
  /** Where the next block begins. */
  readonly end: PlaceInList;
}

/** The end of a list that is none. */
export interface BrokenList {
  readonly id: "document/syntax" | "document/limit";
  readonly problem: string;
  readonly index: number;
}

/** Where a block of a list begins. */
export interface PlaceInList {
  /** In bytes from the beginning of the file. */
  readonly offset: number;
  /** Items before it. */
  readonly index: number;
  readonly list: ListPlace;
}

/**
 * Cuts a stream of bytes that hold a JSON list into blocks of whole items.
 * @param first what was read already
 * @param from where `first` begins
 */
export async function* readListBlocks(
  source: ByteSource,
  first: Uint8Array,
  from: PlaceInList,
): AsyncGenerator<ListBlock> {
  let place = from;
  let left = new Uint8Array(0);
  for (let bytes: Uint8Array | undefined = first; bytes !== undefined; bytes = await source.next(left)) {
    const { items, length, end, faultAt } = scanList(bufferOf(bytes), place.list);
    const { index } = place;
    place = { offset: place.offset + length, index: index + items.length, list: end };
    // What is yielded may be handed on with its memory.
    left = bytes.slice(length);
    if (items.length > 0) yield { bytes: bytes.subarray(0, length), items, index, end: place };
    if (faultAt !== undefined) {
      const { line, character } = faultAt;
      const where = `line ${line + 1}, column ${character + 1}`;
      yield broken(place, `what stands at ${where} belongs to no list of PCCOs; nothing behind it is read`);
      return;
    }
    if (left.length > mostBytes) {
      const problem = `item ${place.index + 1} of the list has ${tooLarge}; nothing behind it is read`;
      yield { id: "document/limit", problem, index: place.index };
      return;
    }
  }
  if (place.list.expected !== "nothing") yield broken(place, "the list has no end; a ] is missing");
}

function broken({ index }: PlaceInList, problem: string): BrokenList {
  return { id: "document/syntax", problem, index };
}

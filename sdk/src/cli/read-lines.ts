import { MAX_TEXT_LENGTH } from "../document/limits.ts";

/** One line of a stream, without its line end, and its number from 0. */
export interface Line {
  readonly line: Uint8Array;
  readonly number: number;
  /** Whether its end was dropped, since it is longer than any PCCO may be. */
  readonly isCut: boolean;
}

/** A longer line is over the limit in any encoding; the rest of it is dropped, so that it can't fill the memory. */
const mostBytes = MAX_TEXT_LENGTH * 3;

/** Cuts a stream of bytes into lines, holding no more than one line. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const keep = (part: Uint8Array): void => {
    if (length <= mostBytes) parts.push(part);
    length += part.length;
  };
  const take = (): Line => {
    const isCut = length > mostBytes;
    const line = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(isCut ? [] : parts);
    parts = [];
    length = 0;
    return { line, number: number++, isCut };
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const blanks = [0x20, 0x09, 0x0d];

/** Bytes as a `Buffer`, whose searches are several times quicker. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Where a line stands in some bytes. */
export interface LineSpan {
  readonly start: number;
  /** Before its line end; of `\r\n` before its second half. */
  readonly end: number;
  /** Whether it holds no PCCO. */
  readonly isBlank: boolean;
}

/** Bytes up to the last line end, with it; 0 when there is none. What another follows may be the first half of `\r\n`. */
export function lengthOfLines(bytes: Buffer): number {
  const length = bytes.lastIndexOf(LINE_FEED) + 1;
  return length > 0 ? length : bytes.subarray(0, -1).lastIndexOf(CARRIAGE_RETURN) + 1;
}

/** Bytes of the first line, with its line end; 0 when that is not there yet, or may be half of `\r\n`. */
export function lengthOfLine(bytes: Buffer): number {
  const end = lineEnds(bytes)(0);
  return end >= (bytes[end] === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length) ? 0 : end + 1;
}

/** The lines of some bytes, one after the other. They end with `\n`, `\r\n` or a lone `\r`, as everywhere. */
export function* linesIn(bytes: Buffer): Generator<LineSpan> {
  const endOf = lineEnds(bytes);
  for (let start = 0; start < bytes.length; ) {
    const end = endOf(start);
    yield { start, end, isBlank: isBlank(bytes, start, end) };
    start = end + 1;
  }
}

/** How many lines `linesIn` tells of, and how many of them hold no PCCO. */
export function countLines(bytes: Buffer): { readonly lines: number; readonly blanks: number } {
  const endOf = lineEnds(bytes);
  let [lines, blanks] = [0, 0];
  for (let start = 0; start < bytes.length; lines++) {
    const end = endOf(start);
    if (isBlank(bytes, start, end)) blanks++;
    start = end + 1;
  }
  return { lines, blanks };
}

/** Tells where the line ends that begins at an offset. Asked for one line after the other, it looks at no byte twice. */
function lineEnds(bytes: Buffer): (start: number) => number {
  let lineFeed = -1;
  let alone = returnAlone(bytes, 0);
  return (start) => {
    if (lineFeed < start) lineFeed = orEnd(bytes, bytes.indexOf(LINE_FEED, start));
    if (alone < start) alone = returnAlone(bytes, start);
    return Math.min(lineFeed, alone);
  };
}

/** Where the next `\r` is that no `\n` follows. */
function returnAlone(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(CARRIAGE_RETURN, start);
  while (at >= 0 && bytes[at + 1] === LINE_FEED) at = bytes.indexOf(CARRIAGE_RETURN, at + 1);
  return orEnd(bytes, at);
}

function orEnd(bytes: Buffer, found: number): number {
  return found < 0 ? bytes.length : found;
}

/** As `isBlankLine`, for bytes. */
function isBlank(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
  while (at < end && blanks.includes(bytes[at] ?? 0)) at++;
  return at >= end;
}

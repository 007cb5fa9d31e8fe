const LINE_FEED = 10;
const blanks = [0x20, 0x09, 0x0d];

/** Bytes as a `Buffer`, whose searches are several times quicker. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Where a line stands in some bytes. */
export interface LineSpan {
  readonly start: number;
  /** Before its line end. */
  readonly end: number;
  /** Whether it holds no PCCO. */
  readonly isBlank: boolean;
}

/** The lines of some bytes, one after the other. */
export function* linesIn(bytes: Buffer): Generator<LineSpan> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    yield { start, end, isBlank: isBlank(bytes, start, end) };
    start = end + 1;
  }
}

/** How many lines `linesIn` tells of, and how many of them hold no PCCO. */
export function countLines(bytes: Buffer): { readonly lines: number; readonly blanks: number } {
  let [lines, blanks] = [0, 0];
  for (let start = 0; start < bytes.length; lines++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    if (isBlank(bytes, start, end)) blanks++;
    start = end + 1;
  }
  return { lines, blanks };
}

/** As `isBlankLine`, for bytes. */
function isBlank(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
  while (at < end && blanks.includes(bytes[at] ?? 0)) at++;
  return at >= end;
}

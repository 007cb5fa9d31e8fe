/** The text of a file, or a sentence that says why its bytes are not text. */
export type Decoded = { readonly text: string } | { readonly problem: string };

const SAMPLE = 512;

// One for all texts: to make one takes as long as to read a small file.
let utf8: InstanceType<typeof TextDecoder> | undefined;

/**
 * Decodes the bytes of a file: UTF-8, or UTF-16 when a byte order mark or the pattern of NUL bytes
 * says so. A byte order mark is left out of the text, since editors hide it and count positions
 * without it. Never throws.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), "utf-16be");
  const silent = first === 0xef && second === 0xbb && third === 0xbf ? undefined : silentUtf16(bytes);
  if (silent !== undefined) return decodeUtf16(bytes, silent);
  try {
    utf8 ??= new TextDecoder("utf-8", { fatal: true });
    return { text: utf8.decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
    return { problem: `not UTF-8 text: byte 0x${byte} at offset ${offset}; save the file as UTF-8` };
  }
}

/** UTF-16, little or big end first. */
export type Utf16 = "utf-16le" | "utf-16be";

function decodeUtf16(bytes: Uint8Array, label: Utf16): Decoded {
  if (bytes.length % 2 === 1) return { problem: "not UTF-16 text: the last character is cut in half" };
  const units: string[] = [];
  const [low, high] = label === "utf-16le" ? [0, 1] : [1, 0];
  // By hand, because TextDecoder would replace the lone surrogates this product keeps.
  const chunk: number[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    chunk.push((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8));
    if (chunk.length === 4096) units.push(String.fromCharCode(...chunk.splice(0)));
  }
  units.push(String.fromCharCode(...chunk));
  return { text: units.join("") };
}

/** Text in western letters written as UTF-16 has a NUL as every second byte; UTF-8 text has none. */
export function silentUtf16(bytes: Uint8Array): Utf16 | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 2) return undefined;
  const nuls: [number, number] = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) nuls[at % 2 === 0 ? 0 : 1]++;
  const [even, odd] = nuls;
  if (even === 0 && odd * 4 >= length) return "utf-16le";
  if (odd === 0 && even * 4 >= length) return "utf-16be";
  return undefined;
}

/** Offset of the first byte that is not well-formed UTF-8 (Unicode table 3-7): the lead byte of the broken sequence. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return Math.max(0, bytes.length - 1);
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < lowest || second > highest) return 0;
  for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

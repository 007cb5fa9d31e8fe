import { decodeText } from "../../document/encoding.ts";
import { formatOf } from "../../document/format.ts";
import type { TextFormat } from "../../document/text.ts";
import { guessFormat, hasTwoObjects, mostBytes, mostLookedAt } from "../read-file.ts";
import type { ByteSource } from "./byte-source.ts";
import { bufferOf, lengthOfLine, lengthOfLines } from "./lines.ts";

const none = new Uint8Array(0);

/** JSON up to this many bytes is read whole, which takes twenty times as much memory. */
export const mostWhole = 1 << 22;

/** Enough of a stream to tell its format: NDJSON shows itself by its first lines. A short list comes whole. */
export async function beginning(source: ByteSource): Promise<Uint8Array> {
  let bytes = (await source.next(none)) ?? none;
  const isEnough = (): boolean =>
    startsList(bytes) ? bytes.length > mostWhole : bytes.length > mostBytes || lengthOfLines(bufferOf(bytes)) > 0;
  while (!isEnough()) {
    const more = await source.next(bytes);
    if (more === undefined) break;
    bytes = more;
  }
  return bytes;
}

/**
 * How a stream is read: in blocks of lines or items, or whole as a text of some format, which the text itself may have
 * to tell.
 */
export function formatIn(file: string, first: Uint8Array): "lines" | "items" | TextFormat | undefined {
  const named = file === "-" ? undefined : formatOf(file);
  if (first.length === 0) return "ndjson";
  if (isUtf16(first)) return named;
  if (named === "ndjson" || startsNdjson(first)) return "lines";
  return startsList(first) && first.length > mostWhole ? "items" : named;
}

/** Whether a text begins as a list does. */
function startsList(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000));
  return start.trimStart().startsWith("[");
}

/** Whether a text begins with a byte order mark. */
export function startsWithMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/**
 * Whether a text begins with a line that is a whole object, when the next line is another if there is one, or holds two
 * such lines: the first may be broken.
 */
function startsNdjson(bytes: Uint8Array): boolean {
  const end = lengthOfLine(bufferOf(bytes));
  if (end === 0) return false;
  const first = decodeText(bytes.subarray(0, end));
  if ("text" in first && guessFormat(`${first.text}{}`) === "ndjson") return true;
  return hasTwoObjects(new TextDecoder().decode(bytes.subarray(0, mostLookedAt)));
}

/** UTF-16 can't be cut at the byte of a line end. It begins with a byte order mark, or a character with a NUL in it. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

import { editText } from "../document/edit-text.ts";
import { silentUtf16 } from "../document/encoding.ts";
import type { DocumentEdit } from "../generated/types.ts";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import type { InputDocument } from "./input.ts";
import { replaceFile } from "./write-file.ts";

/**
 * The text a PCCO stands in, after edits: comments and layout stay.
 * @param text the text when it is no longer as it was read
 * @throws {CommandError} when it is written in a way that can't be edited, such as a value shared by an alias
 */
export function editedText(
  { file, text: read, format, document: { index } }: InputDocument,
  edits: readonly DocumentEdit[],
  text = read,
): string {
  try {
    return editText(text, { format, index }, edits);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file} is left as it is: ${reason}.`, UNREADABLE);
  }
}

/**
 * Makes sure that edits can be written into the file of a PCCO.
 * @throws {CommandError} when it is a line of NDJSON or standard input
 */
export function mustBeWritable({ bytes, format }: InputDocument): void {
  if (bytes !== undefined) return;
  const what = format === "ndjson" ? "a line of NDJSON" : "standard input";
  throw new CommandError(`--write can't write into ${what}; put the PCCO into a file of its own.`);
}

/**
 * Writes edits into the file of a PCCO.
 * @throws {CommandError} when the file has changed since it was read, or can't be written
 */
export async function writeBack(input: InputDocument, edits: readonly DocumentEdit[]): Promise<void> {
  mustBeWritable(input);
  await replaceFile(input.file, encodeLike(editedText(input, edits), input.bytes), input.bytes);
}

/** The bytes of a text in the encoding the file had: UTF-16 stays UTF-16, with or without its byte order mark. */
export function encodeLike(text: string, bytes: Uint8Array | undefined): Uint8Array {
  const [first, second, third] = bytes ?? [];
  if (first === 0xff && second === 0xfe) return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (first === 0xfe && second === 0xff) return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  if (first === 0xef && second === 0xbb && third === 0xbf) return Buffer.from(`\uFEFF${text}`, "utf8");
  const silent = bytes && silentUtf16(bytes);
  if (silent === undefined) return Buffer.from(text, "utf8");
  const encoded = Buffer.from(text, "utf16le");
  return silent === "utf-16le" ? encoded : encoded.swap16();
}

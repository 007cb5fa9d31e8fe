const SAMPLE = 4096;
const REPLACEMENT = 0xfffd;

/** The sentence for a text that is none. */
export const BINARY = "this looks like a binary file, not text";

/**
 * Where a text first looks like a binary file: its first NUL, or, when more than a tenth of its
 * beginning consists of control or replacement characters (U+FFFD), the first of those.
 * `undefined` when it looks like text.
 */
export function binaryAt(text: string): number | undefined {
  const nul = text.indexOf("\0");
  if (nul >= 0) return nul;
  const length = Math.min(text.length, SAMPLE);
  let odd = 0;
  let first: number | undefined;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code !== REPLACEMENT && !isControl(code)) continue;
    odd++;
    first ??= at;
  }
  // One stray character in a tiny text is a slip of the keyboard, which the syntax check names better.
  return odd > 2 && odd * 10 > length ? first : undefined;
}

/** Whether a UTF-16 unit is a control character that no text format of this product allows (tab and line ends are fine). */
export function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
}

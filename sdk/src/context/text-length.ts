/** The characters of a text as people count them: Unicode code points, spaces at either end left out. */
export function textLength(text: string): number {
  const trimmed = text.trim();
  let length = 0;
  for (let at = 0; at < trimmed.length; length++) at += isPairAt(trimmed, at) ? 2 : 1;
  return length;
}

/** The first `length` characters of a text, counted as `textLength` counts them; never half of an emoji. */
export function firstCharacters(text: string, length: number): string {
  const trimmed = text.trim();
  return trimmed.slice(0, endOfCharacters(trimmed, length)).trimEnd();
}

/** Where the first `length` characters of a text end, as an index into it. */
export function endOfCharacters(text: string, length: number): number {
  let at = 0;
  for (let left = length; left > 0 && at < text.length; left--) at += isPairAt(text, at) ? 2 : 1;
  return at;
}

/** Whether a text is longer than `limit` characters. Counts only when the UTF-16 length leaves it open. */
export function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && textLength(text) > limit;
}

/** Whether a text holds no character but spaces. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most texts begin with a letter or digit; only the others need a closer look.
  return !(first > 32 && first < 160) && text.trim() === "";
}

function isPairAt(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

const ZERO = 0x30;

/** Of so many digits every whole number is exact. */
const EXACT = 15;

/** The number that some digits are; `undefined` when anything else stands there, or more digits than are surely exact. */
export function wholeNumber(text: string, start: number, end: number): number | undefined {
  if (end - start > EXACT) return undefined;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

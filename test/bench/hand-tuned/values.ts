// What a person who tunes by hand writes for single values. Nothing here is the SDK's: it is what the SDK is measured against.

/** A JSON object. */
export interface Keyed {
  readonly [key: string]: unknown;
}

export function isKeyed(value: unknown): value is Keyed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a text has nothing but spaces. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 160) && text.trim() === "";
}

export function isAbsent(value: unknown): boolean {
  return typeof value === "string" ? isBlank(value) : value === undefined || value === null;
}

/** Whether a text begins and ends with what no trimming takes away. */
export function isTight(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && first < 160 && last > 32 && last < 160;
}

/** Whether a text has more characters than this, spaces at its ends left out. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit && [...text.trim()].length > limit;
}

/** Whole cents; `NaN` for a text that is not a decimal of up to 13 digits with at most two after the point. */
export function centsOf(text: string): number {
  const { length } = text;
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let units = 0;
  let at = start;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    units = units * 10 + digit;
  }
  const whole = at - start;
  if (whole === 0 || whole > 13) return Number.NaN;
  if (at < length) {
    if (text.charCodeAt(at) !== 46 || length - at > 3 || length - at < 2) return Number.NaN;
    const tenths = text.charCodeAt(at + 1) - 48;
    const hundredths = length - at === 3 ? text.charCodeAt(at + 2) - 48 : 0;
    if (!(tenths >= 0 && tenths <= 9 && hundredths >= 0 && hundredths <= 9)) return Number.NaN;
    units = units * 100 + tenths * 10 + hundredths;
  } else units *= 100;
  return negative ? -units : units;
}

/** Whether a text is a decimal number at all, and how many digits that count stand after its point; -1 when it is none. */
export function decimalsOf(text: string): number {
  if (!/^[+-]?[0-9]{1,40}(\.[0-9]{1,40})?$/.test(text)) return -1;
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.replace(/0+$/, "").length - point - 1;
}

/** A decimal as units of 10 to the power of -40. */
export function exactOf(text: string): bigint {
  const point = text.indexOf(".");
  const fraction = point < 0 ? "" : text.slice(point + 1);
  const whole = (point < 0 ? text : text.slice(0, point)).replace("+", "");
  return BigInt(whole + fraction.padEnd(40, "0"));
}

const daysOf = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number in two digits; 100 or more when they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}

/** Whether a text is a time that exists, as RFC 3339, or a day alone. */
export function isDateTime(text: string): boolean {
  const { length } = text;
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const century = pair(text, 0);
  const year = century * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  if (century > 99 || pair(text, 2) > 99 || month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (day > (daysOf[month] ?? 0) + leap) return false;
  if (length === 10) return true;
  const mark = text.charCodeAt(10);
  if ((mark !== 84 && mark !== 116 && mark !== 32) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return false;
  if (pair(text, 11) > 23 || pair(text, 14) > 59 || pair(text, 17) > 60) return false;
  // Nearly every time ends here.
  if (length === 20 && text.charCodeAt(19) === 90) return true;
  return /^(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/.test(text.slice(19));
}

const MINUS = 45;
const POINT = 46;
const COLON = 58;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return text.length === 10 && isDay(text);
}

/** Whether a text is a time that exists, as RFC 3339 (`2025-03-04T15:10:00Z`), or a day alone. */
export function isDateTime(text: string): boolean {
  if (!isDay(text)) return false;
  return text.length === 10 || isTime(text);
}

/** Whether `T15:10:00Z` and the like stands from the eleventh character on. Digit by digit: a pattern takes three times as long. */
function isTime(text: string): boolean {
  const mark = text.charCodeAt(10);
  if (mark !== 84 && mark !== 116 && mark !== 32) return false;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return false;
  if (!(two(text, 11) <= 23 && two(text, 14) <= 59 && two(text, 17) <= 60)) return false;
  let at = 19;
  if (text.charCodeAt(at) === POINT) {
    const start = ++at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === start) return false;
  }
  const zone = text.charCodeAt(at);
  if (zone === 90 || zone === 122) return text.length === at + 1;
  if ((zone !== 43 && zone !== MINUS) || text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON) return false;
  return two(text, at + 1) <= 23 && two(text, at + 4) <= 59;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Milliseconds since 1970 of a date or a date and time; `NaN` when it is neither. A day alone means its start in UTC. */
export function instant(text: string): number {
  return isDateTime(text) ? Date.parse(text.replace(" ", "T").replace(/:60(?=[.Zz+-])/, ":59")) : Number.NaN;
}

/**
 * Whether a date, or a date and time, is before another; `undefined` when either is neither. Two times are compared as
 * instants, whatever their zones. Where one is a day alone, the days are compared as they are written.
 */
export function isBefore(text: string, other: string): boolean | undefined {
  if (!isDateTime(text) || !isDateTime(other)) return undefined;
  if (text.length === 10 || other.length === 10) return text.slice(0, 10) < other.slice(0, 10);
  return instant(text) < instant(other);
}

function isDay(text: string): boolean {
  if (text.length < 10 || text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return false;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  if (year >= noDigits || month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** The whole number written in the two digits at a place; `noDigits`, more than any, when anything else stands there. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noDigits;
}

// A whole number: calculating with `NaN` takes longer.
const noDigits = 10_000;

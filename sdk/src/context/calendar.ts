const MINUS = 45;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return text.length === 10 && isDay(text);
}

/** Whether a text is a time that exists, as RFC 3339 (`2025-03-04T15:10:00Z`), or a day alone. */
export function isDateTime(text: string): boolean {
  if (!isDay(text)) return false;
  return text.length === 10 || timeText.test(text);
}

const timeText =
  /^.{10}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/;

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
  const year = number(text, 0, 4);
  const month = number(text, 5, 7);
  const day = number(text, 8, 10);
  if (text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return false;
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** The whole number written in digits from `start` to `end`; `NaN` when anything else stands there. */
function number(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

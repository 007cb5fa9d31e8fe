/** An exact decimal number: `units / 10 ** scale`. */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point, 0 or more. */
  readonly scale: number;
}

const decimalText = /^[+-]?[0-9]{1,40}(\.[0-9]{1,40})?$/;

/** Whether a text is a plain decimal number such as `-8000.00`: no exponent, no grouping, no spaces. */
export function isDecimal(text: string): boolean {
  return decimalText.test(text);
}

/** Reads a decimal string exactly; `undefined` when it is not one. At most 40 digits before and after the point. */
export function parseDecimal(text: string): Decimal | undefined {
  if (!decimalText.test(text)) return undefined;
  const point = text.indexOf(".");
  if (point < 0) return { units: BigInt(text.replace("+", "")), scale: 0 };
  const scale = text.length - point - 1;
  return { units: BigInt(text.slice(0, point).replace("+", "") + text.slice(point + 1)), scale };
}

/** Adds exactly. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: toScale(a, scale) + toScale(b, scale), scale };
}

/** Below, at or above zero as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [toScale(a, scale), toScale(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Writes a decimal with at least `decimals` digits after the point. */
export function formatDecimal(value: Decimal, decimals = 0): string {
  const scale = Math.max(value.scale, decimals);
  const units = toScale(value, scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? "-" : ""}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ""}`;
}

function toScale(value: Decimal, scale: number): bigint {
  return scale === value.scale ? value.units : value.units * 10n ** BigInt(scale - value.scale);
}

const ZERO = 48;
const NINE = 57;

/** Whether a text is a decimal number that `cents` can tell. */
export function isCents(text: string): boolean {
  const end = text.length;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  if (at === start || at - start > 13) return false;
  if (at === end) return true;
  const digits = end - at - 1;
  if (text.charCodeAt(at) !== 46 || digits < 1 || digits > 2) return false;
  return isDigit(text.charCodeAt(at + 1)) && (digits === 1 || isDigit(text.charCodeAt(at + 2)));
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/**
 * The value in cents as a whole number, read without allocating; `NaN` when the text is not a decimal of at
 * most 13 digits before and two after the point, for which the exact path must be taken.
 */
export function cents(text: string): number {
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  const end = text.length;
  let whole = 0;
  let at = start;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at);
    if (digit < ZERO || digit > NINE) break;
    whole = whole * 10 + digit - ZERO;
  }
  if (at === start || at - start > 13) return Number.NaN;
  let fraction = 0;
  if (at < end) {
    const digits = end - at - 1;
    if (text.charCodeAt(at) !== 46 || digits < 1 || digits > 2) return Number.NaN;
    for (at++; at < end; at++) {
      const digit = text.charCodeAt(at);
      if (digit < ZERO || digit > NINE) return Number.NaN;
      fraction = fraction * 10 + digit - ZERO;
    }
    if (digits === 1) fraction *= 10;
  }
  const value = whole * 100 + fraction;
  return negative ? -value : value;
}

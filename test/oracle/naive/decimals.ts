/** A decimal number is written with digits alone: at most 40 before the point and 40 after it. */
const pattern = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** A decimal number as a whole number of 10⁻⁴⁰; `undefined` when the text is none. */
export function decimal(text: string): bigint | undefined {
  const [, sign, whole, fraction = ""] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const units = BigInt(whole + fraction.padEnd(40, "0"));
  return sign === "-" ? -units : units;
}

/** How many digits stand after the point, zeros at the end left out. */
export function decimalsOf(text: string): number {
  return (text.split(".")[1] ?? "").replace(/0+$/, "").length;
}

// Terms of SMT-LIB, as text.

export type Term = string;

export function call(name: string, ...parts: readonly (Term | number)[]): Term {
  return `(${name} ${parts.join(" ")})`;
}

export function and(...parts: readonly Term[]): Term {
  return parts.length === 0 ? "true" : call("and", ...parts);
}

export function or(...parts: readonly Term[]): Term {
  return parts.length === 0 ? "false" : call("or", ...parts);
}

export function not(part: Term): Term {
  return call("not", part);
}

export function same(a: Term | number, b: Term | number): Term {
  return call("=", a, b);
}

/** The first choice whose condition holds, or else the last term. */
export function choose(
  choices: readonly (readonly [condition: Term, then: Term | number])[],
  otherwise: Term | number,
): Term {
  return choices.reduceRight<Term>((rest, [condition, then]) => call("ite", condition, then, rest), String(otherwise));
}

/** A number that may be negative. */
export function number(value: number | bigint): Term {
  return value < 0 ? call("-", String(-value)) : String(value);
}

/** Digits after the point that amounts can have here. */
const decimals = 6;

/** An amount as a whole number of millionths. */
export function millionths(text: string): Term {
  const [whole = "0", rest = ""] = text.replace("-", "").split(".");
  const units = BigInt(whole + rest.padEnd(decimals, "0"));
  return number(text.startsWith("-") ? -units : units);
}

/** Whether an amount, in millionths, has at most so many digits after the point. */
export function hasDecimals(value: Term, most: number): Term {
  return same(call("mod", value, `1${"0".repeat(Math.max(decimals - most, 0))}`), 0);
}

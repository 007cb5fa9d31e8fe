const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Of so many digits every whole number is exact. */
const EXACT = 15;

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;

/** The number, `true`, `false` or `null` that stands for itself in JSON; `undefined` when it is none of these. */
export function wordValue(word: string): number | boolean | null | undefined {
  const first = word.charCodeAt(0);
  if (first > NINE || first < MINUS) return word === "null" ? null : truth(word);
  if (first > ZERO && word.length <= EXACT) {
    let value = 0;
    let at = 0;
    for (; at < word.length; at++) {
      const digit = word.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === word.length) return value;
  }
  return NUMBER.test(word) ? Number(word) : undefined;
}

function truth(word: string): boolean | undefined {
  return word === "true" || (word === "false" ? false : undefined);
}

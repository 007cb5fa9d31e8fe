import { wholeNumber } from "./whole-number.ts";

const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;

/** The number, `true`, `false` or `null` that stands for itself in JSON; `undefined` when it is none of these. */
export function wordValue(word: string): number | boolean | null | undefined {
  const first = word.charCodeAt(0);
  if (first > NINE || first < MINUS) return word === "null" ? null : truth(word);
  const whole = first > ZERO ? wholeNumber(word, 0, word.length) : undefined;
  return whole ?? (NUMBER.test(word) ? Number(word) : undefined);
}

function truth(word: string): boolean | undefined {
  return word === "true" || (word === "false" ? false : undefined);
}

import { compareDecimals, parseDecimal } from "../context/decimal.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../context/judgement.ts";
import type { CheckKeywords } from "../generated/types.ts";
import type { Keyword } from "./keyword.ts";

/** The shared shape of `minimum` and `maximum`: exact decimal comparison, the limit itself allowed. */
export function limitKeyword(
  name: "minimum" | "maximum",
  phrase: string,
  isBeyond: (order: number) => boolean,
): Keyword {
  const setting = (settings: CheckKeywords) => (settings[name] === undefined ? undefined : String(settings[name]));
  return {
    name,
    summary: `${phrase[0]?.toUpperCase()}${phrase.slice(1)} this number, compared exactly.`,
    schema: { type: ["integer", "string"], pattern: "^-?[0-9]{1,20}(\\.[0-9]{1,10})?$" },
    on: ["money", "integer"],
    message: `{label} is {value}; ${phrase} {${name}} is allowed.`,
    words: [name],
    complaint: (settings) => {
      const text = setting(settings);
      if (text === undefined || (parseDecimal(text) !== undefined && !isInexact(settings[name]))) return undefined;
      return `${text} is too large to be read exactly; write it in quotes`;
    },
    boundaries: (settings) => {
      const text = setting(settings);
      const at = text === undefined ? undefined : parseDecimal(text);
      return at === undefined ? [] : [{ kind: "number", at }];
    },
    compile: (settings) => {
      const text = setting(settings);
      const limit = text === undefined ? undefined : parseDecimal(text);
      if (text === undefined || limit === undefined) return undefined;
      return {
        subject: "value",
        whenAbsent: DOES_NOT_APPLY,
        test: (value) => {
          const number = parseDecimal(String(value));
          if (number === undefined) return DOES_NOT_APPLY;
          return isBeyond(compareDecimals(number, limit)) ? BROKEN : HOLDS;
        },
        expected: `${phrase} ${text}`,
        words: { [name]: text },
        fixes: () => [],
      };
    },
  };
}

/** Whether a number without quotes may have lost digits when the rule file was read. */
function isInexact(limit: CheckKeywords["minimum"]): boolean {
  return typeof limit === "number" && !Number.isSafeInteger(limit);
}

import type { CheckKeywords, Field } from "../../../sdk/src/generated/types.ts";
import type { Answer } from "./answer.ts";
import { isDay, isEarlier, isTime } from "./dates.ts";
import { decimal, decimalsOf } from "./decimals.ts";
import type { Asked } from "./facts.ts";
import { fieldOf, isOnLines, linesOf, type Reading, read } from "./fields.ts";
import { matchesPattern } from "./patterns.ts";
import { isSame, lengthOf } from "./values.ts";

/** What a check keyword says where there is no value. */
export function checkNone({ required, absent, equals, oneOf, minItems }: CheckKeywords): Answer {
  if (absent) return "holds";
  const isNeeded = required || oneOf !== undefined || minItems !== undefined;
  return isNeeded || (equals !== undefined && typeof equals !== "object") ? "broken" : "does not apply";
}

/** What a check keyword says of a value of its field's type. */
export function checkValue(asked: Asked, field: Field, settings: CheckKeywords, value: unknown): Answer {
  const { equals, oneOf, maxLength, minLength, pattern, format, minimum, maximum, maxDecimals } = settings;
  const { minItems, refersTo, sumEquals, notBefore } = settings;
  const text = typeof value === "object" ? "" : String(value);
  const isLike = (word: unknown): boolean => (field.type === "id" ? isSame(value, word) : value === word);
  if (settings.required) return "holds";
  if (settings.absent) return "broken";
  if (typeof equals === "object") return equalsField(asked, value, equals.field);
  if (equals !== undefined) return answer(isLike(equals));
  if (oneOf !== undefined) return answer(oneOf.some(isLike));
  if (maxLength !== undefined) return answer(lengthOf(value) <= maxLength);
  if (minLength !== undefined) return answer(lengthOf(value) >= minLength);
  if (pattern !== undefined) return answer(matchesPattern(pattern, text));
  if (format !== undefined) return answer(formats[format](text));
  if (minimum !== undefined) return compare(text, String(minimum), (number, least) => number >= least);
  if (maximum !== undefined) return compare(text, String(maximum), (number, most) => number <= most);
  if (maxDecimals !== undefined) return answer(decimal(text) !== undefined && decimalsOf(text) <= maxDecimals);
  if (minItems !== undefined) return answer(Array.isArray(value) && value.length >= minItems);
  if (refersTo !== undefined) return isListed(asked, value, refersTo);
  if (sumEquals !== undefined) return isSum(asked, text, sumEquals);
  if (notBefore !== undefined) return isInOrder(asked, text, notBefore);
  throw new Error(`no check keyword in ${JSON.stringify(settings)}`);
}

function answer(holds: boolean): Answer {
  return holds ? "holds" : "broken";
}

const formats = { date: isDay, dateTime: isTime, decimal: (text: string) => decimal(text) !== undefined };

/** What is no number has no size. */
function compare(text: string, limit: string, holds: (number: bigint, limit: bigint) => boolean): Answer {
  const [number, least] = [decimal(text), decimal(limit)];
  return number === undefined || least === undefined ? "does not apply" : answer(holds(number, least));
}

function equalsField(asked: Asked, value: unknown, name: string): Answer {
  const other = read(asked, name);
  if (other.is === "none") return "does not apply";
  return other.is === "value" ? answer(isSame(value, other.value)) : "unknown";
}

function isInOrder(asked: Asked, text: string, limit: string): Answer {
  if (isDay(limit)) return answer(!isEarlier(text, limit));
  const other = read(asked, limit);
  if (other.is === "none") return "does not apply";
  return other.is === "value" ? answer(!isEarlier(text, String(other.value))) : "unknown";
}

/** Whether a value is one of those that a field has on the lines of its list. A value that can't be told may be the one. */
function isListed(asked: Asked, value: unknown, name: string): Answer {
  const { is, lines } = linesOf(asked, fieldOf(asked, name));
  if (is !== "value") return is === "none" ? "broken" : "unknown";
  const found = lines.map((_, line) => read({ ...asked, line }, name));
  if (found.some((each) => isSame(each.value, value))) return "holds";
  return found.some((each) => each.is === "open" || each.is === "wrong") ? "unknown" : "broken";
}

/** Whether an amount is the sum of others. What is no number can't be added up; that it is none is for other rules. */
function isSum(asked: Asked, text: string, names: readonly string[]): Answer {
  const amounts = names.flatMap((name): readonly Pick<Reading, "is" | "value">[] => {
    const field = fieldOf(asked, name);
    if (!isOnLines(field)) return [read(asked, name)].filter(({ is }) => is !== "none");
    const { is, lines } = linesOf(asked, field);
    if (is === "open" || is === "wrong") return [{ is, value: undefined }];
    return lines.map((_, line) => read({ ...asked, line }, name));
  });
  if (amounts.some(({ is }) => is === "open" || is === "wrong")) return "unknown";
  if (amounts.length === 0) return "does not apply";
  const numbers = amounts.filter(({ is }) => is === "value").map(({ value }) => decimal(String(value)));
  const total = decimal(text);
  if (total === undefined || numbers.includes(undefined)) return "does not apply";
  return answer(numbers.reduce<bigint>((sum, number) => sum + (number ?? 0n), 0n) === total);
}

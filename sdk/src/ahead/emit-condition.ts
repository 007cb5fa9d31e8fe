import type { Condition } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import { type Emission, isNoBlank } from "./emit-checks.ts";

/**
 * A condition as an expression; what it can't decide leaves its rule open beforehand. `undefined` when it can't be
 * written.
 */
export function emitCondition(condition: Condition, emission: Emission, set: ResolvedRuleSet): string | undefined {
  const { all, any, not, feature, field } = condition;
  if (all !== undefined || any !== undefined) {
    const parts = (all ?? any ?? []).map((part) => emitCondition(part, emission, set));
    return parts.includes(undefined) ? undefined : `(${parts.join(all === undefined ? " || " : " && ")})`;
  }
  if (not !== undefined) {
    const part = emitCondition(not, emission, set);
    return part === undefined ? undefined : `!(${part})`;
  }
  if (feature !== undefined) {
    const position = emission.feature(feature);
    return position === undefined ? undefined : `${position} === ${literal(condition.is)}`;
  }
  const words = typeof condition.equals === "string" ? [condition.equals] : (condition.oneOf ?? []);
  const isBlankTold = words.length === 0 || !words.every(isNoBlank);
  const variable = field === undefined ? undefined : emission.value(field, isBlankTold);
  if (variable === undefined) return undefined;
  const isId = field !== undefined && set.fields[field]?.type === "id";
  // An id may be written as a number where the rule has a text.
  const is = (word: string): string =>
    isId ? `sameId(${variable}, ${literal(word)})` : `${variable} === ${literal(word)}`;
  if (typeof condition.equals === "string") return is(condition.equals);
  if (condition.oneOf !== undefined) return `(${condition.oneOf.map(is).join(" || ")})`;
  if (condition.required !== undefined) return `${variable} !== undefined`;
  return condition.absent === undefined ? undefined : `${variable} === undefined`;
}

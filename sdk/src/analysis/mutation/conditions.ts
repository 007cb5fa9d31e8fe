import type { Condition, Field } from "../../generated/types.ts";
import { limitsOffByOne } from "./limits.ts";
import { type Change, removed, replaced } from "./mutant.ts";
import { otherWords } from "./words.ts";

/** What is needed to know of the rule set around a condition. */
export interface Surroundings {
  field(name: string): Field | undefined;
  /** A condition as a phrase. */
  words(condition: Condition): string;
}

/** Conditions that are not quite this one: a part negated or left out, another toggle position, limit or word. */
export function otherConditions(condition: Condition, path: string, around: Surroundings): readonly Change[] {
  const { all, any, not, feature, is, field: name } = condition;
  for (const [key, parts] of Object.entries({ all, any })) {
    if (parts === undefined) continue;
    return parts.flatMap((part, index) => {
      const place = `${path}/${key}/${index}`;
      const dropped = removed("dropped", place, `the condition (${around.words(part)}) is dropped`);
      return [...(parts.length < 2 ? [] : [dropped]), ...otherConditions(part, place, around)];
    });
  }
  if (not !== undefined) {
    const straight = replaced("negated", path, `the condition is (${around.words(not)})`, not);
    // A negated part of what is negated is the same as the negation left out.
    const inner = otherConditions(not, `${path}/not`, around).filter((each) => each.path !== `${path}/not`);
    return [straight, ...inner];
  }
  if (feature !== undefined) {
    const other = is === "on" ? "off" : "on";
    return [replaced("toggle", `${path}/is`, `the toggle ${feature} is asked to be ${other} instead of ${is}`, other)];
  }
  const field = around.field(name ?? "");
  return [
    replaced("negated", path, `the condition (${around.words(condition)}) is negated`, { not: condition }),
    ...limitsOffByOne(condition, path, field?.type === "integer"),
    // Of two truth values the other one is the negation.
    ...(typeof condition.equals === "boolean" ? [] : otherWords(condition, path, field)),
  ];
}

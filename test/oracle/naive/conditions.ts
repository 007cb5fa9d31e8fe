import type { Condition } from "../../../sdk/src/generated/types.ts";
import { checkNone, checkValue } from "./checks.ts";
import type { Asked } from "./facts.ts";
import { fieldOf, read } from "./fields.ts";
import { positionOf } from "./toggles.ts";

/** Whether a condition is met; `broken` when it is not. */
export type Met = "holds" | "broken" | "unknown";

/** Asks a condition. What has no value, or is not what the check is about, does not meet it. */
export function ask(asked: Asked, condition: Condition): Met {
  const { all, any, not, feature, field } = condition;
  if (all !== undefined) return allOf(all.map((part) => ask(asked, part)));
  if (any !== undefined) return opposite(allOf(any.map((part) => opposite(ask(asked, part)))));
  if (not !== undefined) return opposite(ask(asked, not));
  if (feature !== undefined) {
    const position = positionOf(asked, feature);
    return position === "unknown" ? "unknown" : position === condition.is ? "holds" : "broken";
  }
  if (field === undefined) throw new Error(`a condition about nothing: ${JSON.stringify(condition)}`);
  const { is, value } = read(asked, field);
  if (is === "open" || is === "wrong") return "unknown";
  const answer = is === "none" ? checkNone(condition) : checkValue(asked, fieldOf(asked, field), condition, value);
  return answer === "holds" || answer === "unknown" ? answer : "broken";
}

function allOf(parts: readonly Met[]): Met {
  if (parts.includes("broken")) return "broken";
  return parts.includes("unknown") ? "unknown" : "holds";
}

function opposite(met: Met): Met {
  return met === "unknown" ? met : met === "holds" ? "broken" : "holds";
}

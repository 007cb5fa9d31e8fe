import type { Condition } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { ResolvedRuleSet } from "./resolve.ts";

/** A condition as a phrase that fits after "when". */
export function conditionWords(condition: Condition, set: Pick<ResolvedRuleSet, "features" | "fields">): string {
  const { all, any, not, feature, field = "" } = condition;
  if (all !== undefined) return all.map((part) => conditionWords(part, set)).join(" and ");
  if (any !== undefined) return any.map((part) => conditionWords(part, set)).join(" or ");
  if (not !== undefined) return `it is not so that ${conditionWords(not, set)}`;
  if (feature !== undefined) return `"${set.features[feature]?.definition.title}" is ${condition.is}`;
  const used = keywords.find(({ name }) => condition[name] !== undefined);
  const setting = used === undefined ? "" : JSON.stringify(condition[used.name]);
  return `${set.fields[field]?.label} ${used?.name}: ${setting}`;
}

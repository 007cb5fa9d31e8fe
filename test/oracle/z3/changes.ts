import fc from "fast-check";
import type { AnyRule } from "./random-rule.ts";

type Change = (rules: readonly AnyRule[]) => readonly AnyRule[];

/** A small change of the rules that are there. What comes of it may be nothing else, or nothing that loading accepts. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.nat(30).map(
    (at): Change =>
      (rules) =>
        rules.filter((_, index) => index !== at % rules.length),
  ),
  fc.nat(30).map((at) => edit(at, otherSeverity)),
  fc.nat(30).map((at) => edit(at, ({ when: _, ...rule }) => rule)),
  fc.tuple(fc.nat(30), fc.constantFrom(-1, 1)).map(([at, by]) => edit(at, (rule) => withLimit(rule, by))),
);

/** An error as a warning, and the other way round. */
function otherSeverity(rule: AnyRule): AnyRule {
  return { ...rule, severity: rule["severity"] === "error" ? "warning" : "error" };
}

function edit(at: number, map: (rule: AnyRule) => AnyRule): Change {
  return (rules) => rules.map((rule, index) => (index === at % rules.length ? map(rule) : rule));
}

const limits = ["maxLength", "minLength", "maxDecimals", "minItems", "minimum", "maximum"];

/** A rule with another limit, or fewer words. A rule that has neither is turned around, or left as it is. */
function withLimit(rule: AnyRule, by: number): AnyRule {
  const entries = Object.entries(rule).map(([key, value]): readonly [string, unknown] => {
    if (limits.includes(key) && typeof value === "number") return [key, value + by];
    if (key === "oneOf" && Array.isArray(value) && value.length > 1) return [key, value.slice(1)];
    if (key === "required" || key === "absent") return [key === "required" ? "absent" : "required", value];
    return [key, value];
  });
  return Object.fromEntries(entries);
}

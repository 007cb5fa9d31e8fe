import type { RulePlace } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import { askableOf } from "../askable.ts";
import type { CaseRun } from "../run-tests.ts";
import { ruleItems } from "./rules.ts";
import { transitionItems } from "./transitions.ts";

/** Something that tests should see. */
export interface CoverageItem {
  /** What it is, as a phrase: `broken`, `length 11`, `refused for role`. */
  readonly name: string;
  readonly seen: boolean;
  /** The key of the rule or event that asks for it, such as `maxLength`, `when` or `from`; absent for what a rule as a whole says. */
  readonly key?: string;
}

/** What tests see of one rule or event. */
export interface EntryCoverage {
  readonly kind: "rule" | "event";
  /** Id of the rule, or name of the event. */
  readonly name: string;
  /** Where it stands in its rule file. */
  readonly place: RulePlace;
  readonly items: readonly CoverageItem[];
}

/** What tests see of a rule file. */
export interface Coverage {
  readonly entries: readonly EntryCoverage[];
  readonly seen: number;
  readonly total: number;
}

/**
 * Tells what tests see of a rule file: each rule holding, broken, not applying and unknown, each class of the values its
 * check keywords tell apart, each event taken from each ERP status and refused for each kind of reason. What can't be is
 * not asked for, and what a file takes over from another one is left to the tests of that one. Only cases that have passed
 * count, and what is broken, unknown or refused counts only where a case expects it.
 * @param source the rule file that `rules` were made of
 * @param at when the cases happen
 */
export function coverageOf(
  rules: RuleSet,
  source: RuleFileSource,
  runs: readonly CaseRun[],
  at: string | undefined,
): Coverage {
  const { content } = source;
  const askable = askableOf(rules.definition);
  const own = new Set([...Object.keys(content.rules ?? {}), ...Object.keys(content.overrides ?? {})]);
  const passed = runs.filter(({ result }) => result.passed);
  const entries = [
    ...rules.definition.rules
      .filter(({ id, definition }) => own.has(id) && definition.severity !== "off")
      .map(
        (rule): EntryCoverage => ({
          kind: "rule",
          name: rule.id,
          place: rule.place,
          items: ruleItems(rule, { set: rules.definition, askable, runs: passed, at }),
        }),
      ),
    ...Object.keys(content.lifecycle ?? {}).map((name): EntryCoverage => {
      const path = `/lifecycle/${name}`;
      const range = source.rangeOf(path);
      const place = { file: source.file, path, ...(range === undefined ? {} : { range }) };
      return { kind: "event", name, place, items: transitionItems(name, rules, askable, passed) };
    }),
  ];
  const items = entries.flatMap((entry) => entry.items);
  return { entries, seen: items.filter(({ seen }) => seen).length, total: items.length };
}

import type { RuleSet } from "../../rule-set.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import { lintPossible } from "./events.ts";
import type { LintFinding } from "./finding.ts";
import { lintFires } from "./fires.ts";
import { lintGate } from "./gate.ts";
import { lintPairs } from "./pairs.ts";
import { createScene } from "./scene.ts";
import { lintSources } from "./sources.ts";
import { lintStates } from "./states.ts";
import { lintStuck } from "./stuck.ts";
import { lintTests, type TestValue } from "./tests.ts";
import { lintToggles } from "./toggles.ts";

/** How a rule file is linted. */
export interface LintOptions {
  /** What the rule test files beside it say; without it tests are not asked for. */
  readonly tests?: readonly TestValue[] | undefined;
  /** Most values that are tried in all; what takes more is not decided. Default 60000, about a second. */
  readonly steps?: number | undefined;
}

/**
 * Finds what is probably not meant in a rule file that loads: rules, toggles, roles, ERP statuses and events that can't
 * ever matter or can't ever be, rules that contradict or repeat each other, ways around rules, and what names no page or has
 * no test. What a file takes over from another one is left to that one. What is told is proved, each witness was asked of
 * the rule set; what can't be told is `lint/not-decided`.
 * @param rules the rule set of `source`
 * @returns the findings from the top of the file down
 */
export function lintRules(
  rules: RuleSet,
  source: RuleFileSource,
  { tests, steps }: LintOptions = {},
): readonly LintFinding[] {
  const scene = createScene(rules, source, steps);
  const fires = [...lintFires(scene)];
  // What never says yes keeps everything from happening, and contradicts everything: that is told once.
  const told = new Set(
    scene.active.filter(({ place }) => fires.some(({ place: { path } }) => path === place.path)).map(({ id }) => id),
  );
  const pairs = [...lintPairs(scene, told)];
  return inReadingOrder([
    ...fires,
    ...pairs,
    ...lintToggles(scene),
    ...lintStates(scene),
    ...lintStuck(scene),
    ...lintPossible(scene, told, contradictions(pairs)),
    ...lintGate(scene),
    ...lintSources(scene),
    ...(tests === undefined ? [] : lintTests(rules, source, tests)),
  ]);
}

/** The pairs of rules that contradict each other, by their ids. */
function contradictions(findings: readonly LintFinding[]): readonly (readonly string[])[] {
  return findings
    .filter(({ id }) => id === "lint/contradictory")
    .map(({ place, related }) =>
      [place, ...related.map((each) => each.place)].map(({ path }) => path.split("/")[2] ?? ""),
    );
}

/** From the top of the file down. */
export function inReadingOrder<T extends Pick<LintFinding, "place">>(findings: readonly T[]): readonly T[] {
  const lineOf = ({ place: { range } }: T): number => range?.start.line ?? 0;
  return findings.toSorted((a, b) => lineOf(a) - lineOf(b));
}

import { BROKEN, HOLDS } from "../../context/judgement.ts";
import type { Rule } from "../../generated/types.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { anything, setOf } from "../solver/clause.ts";
import { fieldsOf } from "../solver/reads.ts";
import type { LintFinding } from "./finding.ts";
import { notDecided } from "./not-decided.ts";
import type { Scene } from "./scene.ts";

/** Two rules, the first one first in the file. */
type Pair = readonly [ResolvedRule, ResolvedRule];

/** Pairs of rules that can't both be kept, and rules that only repeat another one. */
export function* lintPairs(scene: Scene, skipped: ReadonlySet<string>): Generator<LintFinding> {
  const rules = scene.active.filter(({ id }) => !skipped.has(id));
  const slots = new Map(rules.map((rule) => [rule.id, valueSlots(scene, rule)]));
  for (const [index, first] of rules.entries()) {
    for (const second of rules.slice(index + 1)) {
      if (!scene.isOwn(first) && !scene.isOwn(second)) continue;
      const pair: Pair = [first, second];
      if (!meet(slots.get(first.id), slots.get(second.id)) || !areAskedTogether(scene, pair)) continue;
      const shadow = shadowOf(scene, pair);
      if (shadow !== undefined) yield shadow;
      else yield* contradiction(scene, pair);
    }
  }
}

/** The places whose values a rule looks at. That there is a list decides for lines alike, so it counts only for itself. */
function valueSlots({ space: { reads } }: Scene, { definition }: ResolvedRule): ReadonlySet<string> {
  const own = fieldsOf(definition).flatMap(reads.sourcesOf);
  const values = reads.ofRule(definition).filter(({ kind }) => kind === "value");
  return new Set([...own, ...values].map(({ key }) => key));
}

function meet(first: ReadonlySet<string> = new Set(), second: ReadonlySet<string> = new Set()): boolean {
  return [...first].some((key) => second.has(key));
}

function areAskedTogether(scene: Scene, [first, second]: Pair): boolean {
  const events = scene.eventsAsking(first.id);
  return scene.eventsAsking(second.id).some((event) => events.includes(event));
}

function* contradiction(scene: Scene, [first, second]: Pair): Generator<LintFinding> {
  const [a, b] = [first.id, second.id];
  const both = scene.exists({ [a]: setOf(HOLDS), [b]: setOf(HOLDS) });
  if (both === "some") return;
  const own = scene.isOwn(second) ? second : first;
  const other = own === second ? first : second;
  // Where one of them applies only while the other one is broken, neither asks for what the other one refuses.
  const onlyFirst = scene.exists({ [a]: setOf(HOLDS), [b]: setOf(BROKEN) });
  if (onlyFirst === "none") return;
  const onlySecond = scene.exists({ [a]: setOf(BROKEN), [b]: setOf(HOLDS) });
  if (onlySecond === "none") return;
  if ([both, onlyFirst, onlySecond].includes("not decided")) {
    yield notDecided(own.place, `whether rules "${a}" and "${b}" can both be kept`);
    return;
  }
  const isError = first.definition.severity === "error" && second.definition.severity === "error";
  const [event = ""] = scene.eventsAsking(own.id);
  const shows = `it keeps rule "${other.id}", and so breaks rule "${own.id}"`;
  const witness = scene.shown({ [other.id]: setOf(HOLDS), [own.id]: setOf(BROKEN) }, event, shows);
  yield {
    id: "lint/contradictory",
    severity: isError ? "error" : "warning",
    message: `Rule "${own.id}" contradicts rule "${other.id}": where both apply, no PCCO keeps both. Mend the check or the condition of one of them.`,
    place: own.place,
    related: [{ place: other.place, message: `rule "${other.id}"` }],
    ...(witness === undefined ? {} : { witness }),
  };
}

const severities: readonly Rule["severity"][] = ["off", "info", "warning", "error"];
const stages: readonly Rule["stage"][] = ["save", "send", "export"];

/** The finding that one of two rules only repeats the other, if so. */
function shadowOf(scene: Scene, [first, second]: Pair): LintFinding | undefined {
  const byFirst = isShadowed(scene, second, first);
  const bySecond = isShadowed(scene, first, second);
  if (byFirst && scene.isOwn(second)) return shadowed(scene, second, first, bySecond);
  return bySecond && scene.isOwn(first) ? shadowed(scene, first, second, byFirst) : undefined;
}

/** Whether a rule is broken only where another one, which weighs as much and is asked as early, is broken, too. */
function isShadowed(scene: Scene, { id, definition }: ResolvedRule, { id: by, definition: other }: ResolvedRule) {
  if (severities.indexOf(other.severity) < severities.indexOf(definition.severity)) return false;
  if (stages.indexOf(other.stage) > stages.indexOf(definition.stage)) return false;
  // A finding at another field, or about a toggle, says something else.
  if (definition.feature !== other.feature || !fieldsOf(definition).every((name) => fieldsOf(other).includes(name)))
    return false;
  const events = scene.eventsAsking(by);
  if (!scene.eventsAsking(id).every((event) => events.includes(event))) return false;
  return scene.exists({ [id]: setOf(BROKEN), [by]: anything & ~setOf(BROKEN) }) === "none";
}

function shadowed(scene: Scene, rule: ResolvedRule, by: ResolvedRule, isMutual: boolean): LintFinding {
  const [event = ""] = scene.eventsAsking(rule.id);
  const witness = scene.shown(
    { [rule.id]: setOf(BROKEN), [by.id]: setOf(BROKEN) },
    event,
    `it breaks both rules, as every PCCO does that breaks rule "${rule.id}"`,
  );
  const message = isMutual
    ? `Rule "${rule.id}" says the same as rule "${by.id}". Take one of them out.`
    : `Rule "${rule.id}" is shadowed by rule "${by.id}": whatever breaks it breaks that one, too. Take it out, or mend one of them.`;
  return {
    id: "lint/shadowed",
    severity: "warning",
    message,
    place: rule.place,
    related: [{ place: by.place, message: `rule "${by.id}"` }],
    ...(witness === undefined ? {} : { witness }),
  };
}

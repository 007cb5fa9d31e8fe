import { isAbsent, NOT_GIVEN } from "../../context/facts.ts";
import { BROKEN, HOLDS } from "../../context/judgement.ts";
import { toPointer } from "../../document/pointer.ts";
import type { LifecycleEvent } from "../../generated/types.ts";
import { either } from "../../keywords/show.ts";
import { setOf } from "../solver/clause.ts";
import { conditions } from "../solver/rule-looks.ts";
import type { Demand } from "../solver/search.ts";
import { createUnit } from "../solver/unit.ts";
import type { LintFinding } from "./finding.ts";
import { isFrom, outerStates, type Standpoint } from "./graph.ts";
import type { Scene } from "./scene.ts";

/** Where a PCCO stands, and which of the fields that guards ask for events have filled in. */
interface Stand extends Standpoint {
  readonly filled: ReadonlySet<string>;
}

/**
 * Events after which a PCCO is stuck: every event that leads on is refused by its guards for what events have written, or not
 * taken away, under `erp`, where nobody can mend it.
 */
export function* lintStuck(scene: Scene): Generator<LintFinding> {
  const { lifecycle, states } = scene.rules.definition;
  const fields = guardedFields(scene);
  if (fields.length === 0) return;
  const told = new Set<string>();
  const lets = guardsOf(scene, fields);
  for (const stand of standsOf(scene, fields, lets)) {
    const { last, state } = stand;
    const leading = Object.entries(lifecycle).filter(
      ([, event]) => event.to !== undefined && event.to !== state && isFrom(event, stand),
    );
    if (last === undefined || told.has(last) || !scene.owns("lifecycle", last) || leading.length === 0) continue;
    if (leading.some(([name]) => lets(name, stand.filled))) continue;
    told.add(last);
    const labels = fields.map(
      (name) => `${labelOf(scene, name)} ${stand.filled.has(name) ? "is there" : "is missing"}`,
    );
    yield {
      id: "lint/dead-end",
      severity: "warning",
      message: `After "${last}" a PCCO can't leave ERP status "${state}" (${states[state]?.label}): the guards of ${either(
        leading.map(([name]) => `"${name}"`),
        "and",
      )} refuse it, since ${either(labels, "and")}. Let "${last}" set or clear it under "set".`,
      place: scene.placeAt(toPointer(["lifecycle", last])),
      related: leading
        .filter(([name]) => scene.owns("lifecycle", name))
        .map(([name]) => ({ place: scene.placeAt(toPointer(["lifecycle", name])), message: `event "${name}"` })),
    };
  }
}

/** The fields that guards ask, that events write, and that people can't: those under `erp`. */
function guardedFields({ rules: { definition: set } }: Scene): readonly string[] {
  const events = Object.values(set.lifecycle);
  const asked = events
    .flatMap(({ guards = [] }) => guards.flatMap(({ when }) => conditions(when)))
    .flatMap(({ field }) => field ?? []);
  const written = new Set(events.flatMap((event) => Object.keys(event.set ?? {})));
  return [...new Set(asked)].filter((name) => written.has(name) && set.fields[name]?.path.startsWith("erp."));
}

function labelOf({ rules }: Scene, field: string): string {
  return rules.definition.fields[field]?.label ?? field;
}

/** Everything a PCCO can come to, with what events have filled in on the way. */
function standsOf({ rules: { definition: set } }: Scene, fields: readonly string[], lets: Lets): readonly Stand[] {
  const initial = Object.entries(set.states).flatMap(([name, state]) => (state.initial ? [name] : []));
  const stands: Stand[] = [...initial, ...outerStates(set)].map((state) => ({
    state,
    last: undefined,
    filled: new Set(),
  }));
  const seen = new Set(stands.map(keyOf));
  // Grows while it is walked.
  for (const stand of stands) {
    for (const [name, event] of Object.entries(set.lifecycle)) {
      if (!isFrom(event, stand) || !lets(name, stand.filled)) continue;
      for (const filled of filledAfter(event, fields, stand.filled)) {
        const next = { state: event.to ?? stand.state, last: name, filled };
        if (seen.has(keyOf(next))) continue;
        seen.add(keyOf(next));
        stands.push(next);
      }
    }
  }
  return stands;
}

function keyOf({ state, last, filled }: Stand): string {
  return JSON.stringify([state, last, [...filled].sort()]);
}

/** What is filled in after an event; what need not be entered may be or not. */
function filledAfter(
  { set = {}, input = {} }: LifecycleEvent,
  fields: readonly string[],
  before: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  let ways: ReadonlySet<string>[] = [before];
  for (const field of fields) {
    const setter = set[field];
    if (setter === undefined) continue;
    const without = ways.map((filled) => new Set([...filled].filter((name) => name !== field)));
    const filled = without.map((names) => new Set([...names, field]));
    const isOpen = setter.input !== undefined && input[setter.input]?.required !== true;
    ways = setter.clear ? without : isOpen ? [...ways, ...filled] : filled;
  }
  return ways;
}

/** Whether the guards of an event let a PCCO pass, as far as what events have filled in tells. */
type Lets = (event: string, filled: ReadonlySet<string>) => boolean;

function guardsOf(scene: Scene, fields: readonly string[]): Lets {
  const known = new Map<string, boolean>();
  return (event, filled) => {
    const key = JSON.stringify([event, [...filled].sort()]);
    const answer = known.get(key) ?? guardsLet(scene, event, fields, filled);
    known.set(key, answer);
    return answer;
  };
}

function guardsLet(scene: Scene, event: string, fields: readonly string[], filled: ReadonlySet<string>): boolean {
  const guards = scene.clausesOf(event).filter(({ kind }) => kind === "guard");
  if (guards.length === 0) return true;
  const demands = fields.map((name) => demandFilled(scene, name, filled.has(name)));
  return scene.happens(guards, demands).kind !== "none";
}

function demandFilled({ solver, space }: Scene, name: string, isFilled: boolean): Demand {
  const field = space.names.field(name);
  const unit = createUnit(solver.space, {
    slots: space.reads.ofField(name),
    judge: (facts) => {
      const value = field.read(facts, undefined);
      return value !== NOT_GIVEN && !isAbsent(value) ? HOLDS : BROKEN;
    },
  });
  return { unit, allowed: setOf(isFilled ? HOLDS : BROKEN) };
}

import { compileCondition } from "../../check/condition.ts";
import { HOLDS } from "../../context/judgement.ts";
import { either } from "../../keywords/show.ts";
import { type Clause, setOf } from "../solver/clause.ts";
import { createUnit } from "../solver/unit.ts";
import type { LintFinding, RelatedPlace } from "./finding.ts";
import { notDecided } from "./not-decided.ts";
import type { Scene } from "./scene.ts";

/**
 * Roles that nobody can have, and events that can never happen.
 * @param told ids of rules that keep an event from happening, of which this is told already
 * @param pairs pairs of rules that contradict each other, of which this is told already
 */
export function* lintPossible(
  scene: Scene,
  told: ReadonlySet<string>,
  pairs: readonly (readonly string[])[],
): Generator<LintFinding> {
  const nobody = new Set<string>();
  for (const name of Object.keys(scene.rules.definition.roles)) {
    if (canBeMet(scene, name) !== "none") continue;
    nobody.add(name);
    if (scene.owns("roles", name)) yield impossibleRole(scene, name);
  }
  const cores = new Map<string, { readonly core: readonly Clause[]; readonly events: string[] }>();
  for (const [name, { role }] of Object.entries(scene.rules.definition.lifecycle)) {
    const roles = [role].flat();
    if (roles.every((each) => nobody.has(each))) {
      if (scene.owns("lifecycle", name)) yield nobodyMay(scene, name, roles);
      continue;
    }
    const asked = scene.clausesOf(name).filter((clause) => clause.kind !== "rule" || !told.has(clause.name));
    const found = possible(scene, asked);
    if (found === "not decided") yield notDecided(scene.placeAt(`/lifecycle/${name}`), `whether "${name}" can happen`);
    if (found !== "none") continue;
    const core = smallestCore(scene, asked);
    const ids = core.map((clause) => (clause.kind === "rule" ? clause.name : `${name} ${clause.name}`));
    if (pairs.some((pair) => pair.every((id) => ids.includes(id)))) continue;
    const key = ids.toSorted().join("\n");
    const known = cores.get(key);
    if (known === undefined) cores.set(key, { core, events: [name] });
    else known.events.push(name);
  }
  for (const { core, events } of cores.values()) yield* impossibleEvent(scene, core, events);
}

function canBeMet({ solver, space, rules }: Scene, role: string) {
  const where = rules.definition.roles[role]?.where ?? {};
  const { ask } = compileCondition(where, space.names);
  const unit = createUnit(solver.space, {
    slots: space.reads.ofCondition(where),
    judge: (facts) => ask(facts, undefined),
  });
  return solver.find({ demands: [{ unit, allowed: setOf(HOLDS) }], ways: [] }).kind;
}

function impossibleRole(scene: Scene, name: string): LintFinding {
  return {
    id: "lint/impossible-role",
    severity: "warning",
    message: `Nobody can have role "${name}": its condition contradicts itself. Mend "where".`,
    place: scene.placeAt(`/roles/${name}/where`),
    related: [],
  };
}

function nobodyMay(scene: Scene, name: string, roles: readonly string[]): LintFinding {
  const related = roles
    .filter((role) => scene.owns("roles", role))
    .map((role) => ({ place: scene.placeAt(`/roles/${role}`), message: `role "${role}"` }));
  return {
    id: "lint/nobody-may",
    severity: "error",
    message: `Nobody may do "${name}": nobody can have ${roles.length > 1 ? "any of the roles" : "the role"} ${either(roles)}. Mend the role, or name another one.`,
    place: scene.placeAt(`/lifecycle/${name}`),
    related,
  };
}

function possible(scene: Scene, clauses: readonly Clause[]) {
  const { kind } = scene.happens(clauses);
  return kind === "found" ? "some" : kind;
}

/** Clauses that can't all be met, none of which can be left out. */
function smallestCore(scene: Scene, clauses: readonly Clause[]): readonly Clause[] {
  let core = clauses;
  for (const clause of clauses) {
    const rest = core.filter((each) => each !== clause);
    if (possible(scene, rest) === "none") core = rest;
  }
  return core;
}

function* impossibleEvent(scene: Scene, core: readonly Clause[], events: readonly string[]): Generator<LintFinding> {
  const parts = core.map((clause) => partOf(scene, clause, events));
  const own = events.find((event) => scene.owns("lifecycle", event));
  const places = parts.flatMap(({ place }) => place ?? []);
  const place =
    own === undefined ? places.find(({ file }) => file === scene.source.file) : scene.placeAt(`/lifecycle/${own}`);
  // What stands in the rule set that this one extends is told there.
  if (place === undefined) return;
  const related = parts.flatMap(({ place: at, words }): readonly RelatedPlace[] =>
    at === undefined ? [] : [{ place: at, message: words }],
  );
  const names = events.map((event) => `"${event}"`);
  yield {
    id: "lint/impossible-event",
    severity: "error",
    message: `${either(names, "and")} can never happen: ${either(
      parts.map(({ words }) => words),
      "and",
    )} can't ${core.length === 1 ? "be met" : "all be met at once"}. Mend one of them.`,
    place,
    related,
  };
}

function partOf(scene: Scene, { kind, name }: Clause, events: readonly string[]) {
  const [event = ""] = events;
  const at = (path: string) =>
    scene.owns("lifecycle", event) ? scene.placeAt(`/lifecycle/${event}${path}`) : undefined;
  switch (kind) {
    case "rule":
      return { words: `rule "${name}"`, place: scene.active.find(({ id }) => id === name)?.place };
    case "guard":
      return { words: name, place: at(`/guards/${Number(/\d+/.exec(name)?.[0] ?? 1) - 1}`) };
    case "role":
      return { words: "the role it needs", place: at("/role") };
    case "status":
      return { words: "the ERP status it needs", place: at("/from") };
    case "input":
      return { words: `what must be entered as ${name}`, place: at(`/input/${name}`) };
  }
}

import { BROKEN } from "../../context/judgement.ts";
import { toPointer } from "../../document/pointer.ts";
import type { Stage } from "../../generated/types.ts";
import { either } from "../../keywords/show.ts";
import { moved } from "../diff/compare-event.ts";
import { eventWitness } from "../diff/witness.ts";
import { noWorseThan, setOf } from "../solver/clause.ts";
import { approvalIn } from "./approval.ts";
import type { LintFinding, LintWitness } from "./finding.ts";
import { allWays, type Way, waysFrom } from "./graph.ts";
import { notDecided } from "./not-decided.ts";
import type { Scene } from "./scene.ts";

/** The ERP status of a PCCO that is in the ERP system. */
const goal = "synced";

/**
 * Ways to the ERP system on which rules are not asked, or on which the PCCO need not be Approved. A way begins where a PCCO
 * can last be edited: what was asked before that may no longer hold.
 */
export function* lintGate(scene: Scene): Generator<LintFinding> {
  const { definition: set } = scene.rules;
  // Without rules there is nothing to ask for: rule sets that build on this one bring them.
  if (!Object.hasOwn(set.states, goal)) return;
  const avoided = new Map<string, { readonly way: Way; readonly stages: Stage[] }>();
  for (const stage of stagesOf(scene)) {
    const way = wayAround(scene, (event) => set.lifecycle[event]?.checks?.includes(stage) === true);
    if (way === undefined) continue;
    const known = avoided.get(way.events.join());
    if (known === undefined) avoided.set(way.events.join(), { way, stages: [stage] });
    else known.stages.push(stage);
  }
  for (const { way, stages } of avoided.values()) yield* unasked(scene, way, stages);
  if (scene.active.length > 0) yield* unapproved(scene);
}

/** The stages that must be asked on the way: those that have rules, and sending in any case. */
function stagesOf({ active }: Scene): readonly Stage[] {
  const used = new Set<Stage>(["send", ...active.map(({ definition }) => definition.stage)]);
  return (["save", "send", "export"] as const).filter((stage) => used.has(stage));
}

/** A shortest way to the goal on which no event is a gate, from where a PCCO can be edited. */
function wayAround({ rules: { definition: set } }: Scene, isGate: (event: string) => boolean): Way | undefined {
  const starts = allWays(set).flatMap(({ at }) => (set.states[at.state]?.locked ? [] : [at]));
  return waysFrom(set, starts, (event) => !isGate(event)).find(({ at }) => at.state === goal);
}

function told({ start, events }: Way): string {
  return `${start.state} → ${events.join(" → ")} → ${goal}`;
}

/** Where a finding about a way stands: at the first of its events that is of this file. */
function eventOf(scene: Scene, { events }: Way): string | undefined {
  return events.find((event) => scene.owns("lifecycle", event));
}

function* unasked(scene: Scene, way: Way, stages: readonly Stage[]): Generator<LintFinding> {
  const event = eventOf(scene, way);
  // Of an event of the rule set that this one extends it is told there.
  if (event === undefined) return;
  const witness = brokenOnTheWay(scene, way, stages);
  yield {
    id: "lint/avoided-gate",
    severity: "error",
    message: `A PCCO can come to ERP status "${goal}" without the rules of stage ${either(stages, "and")} being asked after it could last be edited: ${told(way)}. Add ${either(stages, "and")} to "checks" of "${event}".`,
    place: scene.placeAt(toPointer(["lifecycle", event])),
    related: way.events
      .filter((each) => each !== event && scene.owns("lifecycle", each))
      .map((each) => ({ place: scene.placeAt(toPointer(["lifecycle", each])), message: `event "${each}"` })),
    ...(witness === undefined ? {} : { witness }),
  };
}

/** A PCCO that breaks a rule of one of the stages, and with which the first event of a way can happen all the same. */
function brokenOnTheWay(scene: Scene, { events }: Way, stages: readonly Stage[]): LintWitness | undefined {
  const [event] = events;
  if (event === undefined) return undefined;
  const demands = scene.clausesOf(event).flatMap((clause) => noWorseThan(clause, "ok"));
  for (const { id, definition } of scene.active) {
    if (definition.severity !== "error" || !stages.includes(definition.stage)) continue;
    const found = scene.find({ [id]: setOf(BROKEN) }, demands);
    if (found.kind !== "found") continue;
    const witness = eventWitness(scene.solver.space, found.assignment, event);
    if (moved(scene.rules, event, witness).ok)
      return { ...witness, event, shows: `"${event}" happens though it breaks rule "${id}"` };
  }
  return undefined;
}

function* unapproved(scene: Scene): Generator<LintFinding> {
  const approval = approvalIn(scene);
  if (approval === undefined) return;
  const open = new Set<string>();
  const way = wayAround(scene, (event) => {
    const answer = approval.isNeeded(event);
    if (answer === "not decided") open.add(event);
    return answer !== "no";
  });
  for (const event of open)
    if (scene.owns("lifecycle", event))
      yield notDecided(scene.placeAt(toPointer(["lifecycle", event])), `whether "${event}" needs an Approved PCCO`);
  if (way === undefined) return;
  const place = placeOfApproval(scene, way);
  const [event = ""] = way.events;
  const witness = approval.without(event);
  yield {
    id: "lint/avoided-gate",
    severity: "error",
    message: `A PCCO that is not Approved can come to ERP status "${goal}": ${told(way)}. Have a rule ask that it is Approved, with severity error and at a stage that "${event}" checks.`,
    place,
    related: [],
    ...(witness === undefined ? {} : { witness }),
  };
}

/** At the rule of this file that asks for the status, else at the event, else at all rules. */
function placeOfApproval(scene: Scene, way: Way) {
  const { definition: set } = scene.rules;
  const asking = set.rules.find(
    (rule) => scene.isOwn(rule) && rule.definition.equals === "approved" && rule.definition.field !== undefined,
  );
  if (asking !== undefined) return asking.place;
  const event = eventOf(scene, way);
  return scene.placeAt(event === undefined ? "/rules" : toPointer(["lifecycle", event]));
}

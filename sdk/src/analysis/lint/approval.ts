import { BROKEN, HOLDS } from "../../context/judgement.ts";
import { valueAt } from "../../document/pointer.ts";
import { moved } from "../diff/compare-event.ts";
import { eventWitness } from "../diff/witness.ts";
import { setOf } from "../solver/clause.ts";
import type { Answer } from "../solver/solver.ts";
import { createUnit } from "../solver/unit.ts";
import type { LintWitness } from "./finding.ts";
import type { Scene } from "./scene.ts";

/** Tells which events happen to Approved PCCOs alone. */
export interface Approval {
  isNeeded(event: string): "yes" | "no" | "not decided";
  /** A PCCO that is not Approved, and with which an event can happen all the same. */
  without(event: string): LintWitness | undefined;
}

/** The status of an Approved PCCO. */
const approved = "approved";

/** Prepares to tell; `undefined` for a rule set that knows no status of the PCCO that could be Approved. */
export function approvalIn(scene: Scene): Approval | undefined {
  const { solver, space, rules } = scene;
  const [field] = Object.entries(rules.definition.fields).find(
    ([, { in: place = "document", path, choices = {} }]) =>
      place === "document" && path === "status" && Object.hasOwn(choices, approved),
  ) ?? [undefined];
  if (field === undefined) return undefined;
  const unit = createUnit(solver.space, {
    slots: space.reads.ofField(field),
    judge: ({ document }) => (valueAt(document, ["status"]) === approved ? HOLDS : BROKEN),
  });
  const answers = new Map<string, Answer>();
  const without = (event: string): Answer => {
    const known = answers.get(event);
    if (known !== undefined) return known;
    const answer = scene.happens(scene.clausesOf(event), [{ unit, allowed: setOf(BROKEN) }]);
    answers.set(event, answer);
    return answer;
  };
  const shown = (event: string): LintWitness | undefined => {
    const found = without(event);
    if (found.kind !== "found") return undefined;
    const witness = eventWitness(solver.space, found.assignment, event);
    if (!moved(rules, event, witness).ok) return undefined;
    return { ...witness, event, shows: `"${event}" happens though it is not Approved` };
  };
  return {
    isNeeded: (event) => {
      const { kind } = without(event);
      if (kind === "none") return "yes";
      return shown(event) === undefined ? "not decided" : "no";
    },
    without: shown,
  };
}

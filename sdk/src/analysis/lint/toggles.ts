import { compileCondition } from "../../check/condition.ts";
import { compileRule } from "../../check/rule.ts";
import type { Facts } from "../../context/facts.ts";
import { BROKEN, HOLDS, type Judgement } from "../../context/judgement.ts";
import { toPointer } from "../../document/pointer.ts";
import { isObject } from "../../document/value.ts";
import type { Condition } from "../../generated/types.ts";
import { setOf, type Way } from "../solver/clause.ts";
import { conditions, linesNeeded } from "../solver/rule-looks.ts";
import type { Slot } from "../solver/slot.ts";
import { createUnit } from "../solver/unit.ts";
import type { LintFinding } from "./finding.ts";
import { notDecided } from "./not-decided.ts";
import type { Scene } from "./scene.ts";

/** Something that asks for a toggle. */
interface Asker {
  readonly slots: readonly Slot[];
  readonly lines: Way["lines"];
  judge(facts: Facts): Judgement;
}

/** Toggles of the file that change nothing, whatever their position. */
export function* lintToggles(scene: Scene): Generator<LintFinding> {
  for (const name of Object.keys(scene.source.content.features ?? {})) {
    const askers = askersOf(scene, name);
    const place = scene.placeAt(toPointer(["features", name]));
    const head = { id: "lint/idle-toggle", severity: "warning", place, related: [] } as const;
    if (askers.length === 0) {
      yield {
        ...head,
        message: `Toggle "${name}" changes nothing: no rule that is asked, no role and no guard asks for it. Ask for it in a condition, or take it out.`,
      };
      continue;
    }
    const answers = askers.map((asker) => makesDifference(scene, asker, name));
    if (answers.includes("some")) continue;
    if (answers.includes("not decided")) yield notDecided(place, `whether toggle "${name}" makes a difference`);
    else
      yield {
        ...head,
        message: `Toggle "${name}" changes nothing: whatever asks for it says the same with it on and off. Mend the conditions that ask for it, or where it exists.`,
      };
  }
}

function askersOf(scene: Scene, toggle: string): Asker[] {
  const {
    active,
    rules: { definition: set },
    space: { names, reads },
  } = scene;
  const mentions = (condition: Condition | undefined): boolean =>
    condition !== undefined && conditions(condition).some(({ feature }) => feature === toggle);
  const wheres = [
    ...Object.values(set.roles).map(({ where }) => where),
    ...Object.values(set.lifecycle).flatMap(({ guards = [] }) => guards.map(({ when }) => when)),
  ];
  return [
    ...active.flatMap((rule): readonly Asker[] => {
      const { id, definition } = rule;
      const isAsker = definition.feature === toggle || mentions(definition.when);
      const compiled = isAsker && scene.eventsAsking(id).length > 0 ? compileRule(rule, set, names) : undefined;
      if (compiled === undefined) return [];
      return [{ slots: reads.ofRule(definition), lines: linesNeeded(definition, names), judge: compiled.judge }];
    }),
    ...wheres.filter(mentions).map((where): Asker => {
      const { ask } = compileCondition(where, names);
      return { slots: reads.ofCondition(where), lines: new Map(), judge: (facts) => ask(facts, undefined) };
    }),
  ];
}

/** Whether something can say one thing with a toggle on and another with it off. */
function makesDifference({ solver }: Scene, { slots, lines, judge }: Asker, toggle: string) {
  const unit = createUnit(solver.space, {
    slots,
    judge: (facts) => (judge(switched(facts, toggle, true)) === judge(switched(facts, toggle, false)) ? BROKEN : HOLDS),
  });
  const { kind } = solver.find({ demands: [], ways: [{ demands: [{ unit, allowed: setOf(HOLDS) }], lines }] });
  return kind === "found" ? "some" : kind;
}

function switched(facts: Facts, toggle: string, position: boolean): Facts {
  const { erp } = facts.context;
  const group = isObject(erp) ? erp : {};
  const listed = isObject(group["features"]) ? group["features"] : {};
  return { ...facts, context: { ...facts.context, erp: { ...group, features: { ...listed, [toggle]: position } } } };
}

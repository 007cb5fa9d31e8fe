import { BROKEN, DOES_NOT_APPLY, HOLDS } from "../../context/judgement.ts";
import type { Condition } from "../../generated/types.ts";
import { conditionWords } from "../../rules/condition-words.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { setOf } from "../solver/clause.ts";
import { fieldsOf } from "../solver/reads.ts";
import type { LintFinding } from "./finding.ts";
import { notDecided } from "./not-decided.ts";
import type { Scene } from "./scene.ts";

/** Rules of the file that no PCCO can break, and rules that none can keep. */
export function* lintFires(scene: Scene): Generator<LintFinding> {
  for (const rule of scene.active) if (scene.isOwn(rule)) yield* lintRule(scene, rule);
}

function* lintRule(scene: Scene, rule: ResolvedRule): Generator<LintFinding> {
  const { id, place, definition } = rule;
  const [event] = scene.eventsAsking(id);
  if (event === undefined) {
    const message = `Rule "${id}" is never asked: no event has the stage ${definition.stage} among its checks and enters what the rule looks at. Give it another stage, or add the stage to "checks" of an event.`;
    yield { id: "lint/never-fires", severity: "warning", message, place, related: [] };
    return;
  }
  // That a value is found among itself can be told without trying values, of which there are many.
  if (looksAtItself(rule)) {
    yield neverFires(scene, rule, event);
    return;
  }
  switch (scene.exists({ [id]: setOf(BROKEN) })) {
    case "not decided":
      yield notDecided(place, `whether a PCCO can break rule "${id}"`);
      return;
    case "none":
      yield neverFires(scene, rule, event);
      return;
    case "some":
      yield* alwaysFires(scene, rule, event);
  }
}

/** Whether a rule compares a field with itself alone. */
function looksAtItself({ definition }: ResolvedRule): boolean {
  const [field, ...others] = fieldsOf(definition);
  const { equals, refersTo, notBefore } = definition;
  const compared = [typeof equals === "object" ? equals.field : undefined, refersTo, notBefore];
  return field !== undefined && others.length === 0 && compared.includes(field);
}

function neverFires(scene: Scene, { id, place, definition }: ResolvedRule, event: string): LintFinding {
  const witness = scene.shown({ [id]: setOf(HOLDS) }, event, `it keeps rule "${id}", as every PCCO does`);
  const head = { id: "lint/never-fires", severity: "warning", place, related: [] } as const;
  if (witness === undefined && definition.when !== undefined) {
    const when = conditionWords(definition.when, scene.rules.definition);
    const message = `Rule "${id}" never applies: no PCCO meets its condition (${when}). Mend the condition, or take the rule out.`;
    return { ...head, message };
  }
  const message = `Rule "${id}" never fires: no PCCO can break it. Mend its check or its condition, or take the rule out.`;
  return { ...head, message, ...(witness === undefined ? {} : { witness }) };
}

function* alwaysFires(scene: Scene, rule: ResolvedRule, event: string): Generator<LintFinding> {
  const { id, place } = rule;
  const kept = scene.exists({ [id]: setOf(HOLDS) });
  if (kept === "some") return;
  if (kept === "not decided") {
    yield notDecided(place, `whether a PCCO can keep rule "${id}"`);
    return;
  }
  const sometimes = scene.exists({ [id]: setOf(DOES_NOT_APPLY) }) !== "none";
  const witness = scene.shown({ [id]: setOf(BROKEN) }, event, `it breaks rule "${id}", as every PCCO does`);
  const shown = witness === undefined ? {} : { witness };
  if (sometimes && isRefusal(rule)) {
    const message = `Rule "${id}" refuses every PCCO to which it applies. If that is not meant, mend its check or its condition.`;
    yield { id: "lint/always-fires", severity: "info", message, place, related: [], ...shown };
    return;
  }
  const which = sometimes ? "every PCCO to which it applies breaks it" : "every PCCO breaks it";
  const message = `Rule "${id}" always fires: ${which}. Mend its check or its condition; to refuse outright, ask in "when" that a field has a value, ask of the same field "absent: true", and say why in "message".`;
  yield { id: "lint/always-fires", severity: "warning", message, place, related: [], ...shown };
}

/** Whether a rule is written so as to refuse: what its condition asks to be there must be absent, and it says why. */
function isRefusal({ definition: { field, absent, when, message } }: ResolvedRule): boolean {
  return absent === true && message !== undefined && when !== undefined && asks(when, field);
}

function asks({ field, all = [] }: Condition, wanted: string | undefined): boolean {
  return (field !== undefined && field === wanted) || all.some((part) => asks(part, wanted));
}

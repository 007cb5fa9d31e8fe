import type { Verdict as EngineVerdict } from "../../sdk/src/check/check.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../../sdk/src/context/judgement.ts";
import type { Action, LifecycleEvent } from "../../sdk/src/generated/types.ts";
import type { TransitionResult } from "../../sdk/src/lifecycle/transition.ts";
import { viewOf } from "../../sdk/src/procore/view.ts";
import type { RuleSet } from "../../sdk/src/rule-set.ts";
import type { Answer } from "./naive/answer.ts";
import { enteredFor, rulesOf, withDefaults } from "./naive/entered.ts";
import { against, againstMove } from "./naive/events.ts";
import type { Facts } from "./naive/facts.ts";
import { seenByRules } from "./naive/payload.ts";
import { statusOf } from "./naive/status.ts";
import { withSystemNamed } from "./naive/system.ts";
import { check } from "./naive/verdict.ts";
import type { Subject } from "./subject.ts";
import { findingsTold, reasonsTold } from "./told.ts";

/** Something of which the engine and the interpreter say different things. */
export interface Disagreement {
  /** What was asked, such as `check send`. */
  readonly what: string;
  readonly engine: unknown;
  readonly naive: unknown;
}

/** When everything happens. */
export const at = "2025-03-12T08:00:00Z";

/**
 * Asks both everything about one PCCO: rules, findings, outcomes, and which events can happen.
 * @param note is told everything that is said
 */
export function disagreements(
  subject: Subject,
  given: Facts,
  note: (answer: string) => void = () => undefined,
): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const compare = (what: string, engine: unknown, naive: unknown): void => {
    if (JSON.stringify(engine) !== JSON.stringify(naive)) found.push({ what, engine, naive });
  };
  const { book, engines } = subject;
  const context = withSystemNamed(book, given.context);
  const facts = { ...given, document: seenByRules(given.document), context };
  for (const [name, event] of checksOf(subject)) {
    const full = withDefaults(facts, event, at);
    const ids = book.lifecycle[name] === undefined ? withoutLifecycle(subject) : rulesOf(book, event);
    const naive = check(book, full, ids);
    for (const answer of Object.values(naive.answers)) note(answer);
    note(naive.outcome === "unknown" ? "outcome unknown" : naive.outcome);
    compare(`rules for ${name}`, answersOf(subject, { ...given, context }, full.input, ids), naive.answers);
    for (const engine of engines) {
      const { outcome, findings } = askCheck(engine, given, name);
      compare(
        `check for ${name}`,
        [outcome, ...findingsTold(findings, naive.found)],
        [naive.outcome, ...findingsTold(naive.found, naive.found)],
      );
    }
  }
  for (const engine of engines) {
    for (const { event: name, enabled, reasons } of askActions(engine, given)) {
      const event = book.lifecycle[name];
      if (event === undefined) throw new Error(`the rule file has no event ${name}`);
      const before = withDefaults({ ...facts, input: {} }, event, at);
      const ids = rulesOf(book, event).filter((id) => enteredFor(book, book.rules[id]).length === 0);
      const naive = against(book, before, name, ids);
      compare(
        `action ${name}`,
        [enabled, ...reasonsTold(reasons, naive)],
        [naive.length === 0, ...reasonsTold(naive, naive)],
      );
    }
    for (const [name, event] of Object.entries(book.lifecycle)) {
      const naive = againstMove(book, facts, name, at);
      note(naive.length === 0 ? "moved" : "not moved");
      const moved = askTransition(engine, given, name);
      const status = naive.length > 0 ? undefined : (event.to ?? statusOf(book, facts.document));
      compare(
        `transition ${name}`,
        moved.ok ? [engine.statusOf(moved.document)] : reasonsTold(moved.reasons, naive),
        status === undefined ? reasonsTold(naive, naive) : [status],
      );
    }
  }
  return found;
}

/** Rules without a life cycle are checked as if for sending. */
function checksOf({ book }: Subject): readonly (readonly [string, LifecycleEvent])[] {
  const events = Object.entries(book.lifecycle);
  return events.length > 0 ? events : [["send", { label: "Send", from: [], role: "" }]];
}

function withoutLifecycle({ book }: Subject): readonly string[] {
  return Object.entries(book.rules).flatMap(([id, { severity, stage }]) =>
    severity === "off" || stage === "export" ? [] : [id],
  );
}

const words: Readonly<Record<Judgement, Answer>> = {
  [DOES_NOT_APPLY]: "does not apply",
  [HOLDS]: "holds",
  [UNKNOWN]: "unknown",
  [MISTYPED]: "mistyped",
  [BROKEN]: "broken",
};

/** What the engine's rules say, asked one by one. */
function answersOf(
  { rules }: Subject,
  { document, context }: Facts,
  input: Facts["input"],
  ids: readonly string[],
): Readonly<Record<string, Answer | undefined>> {
  const view = viewOf(document, context);
  if (view === undefined) throw new Error("no PCCO");
  const facts = { document: view.document, context: view.context, input };
  return Object.fromEntries(ids.map((id) => [id, words[rules.get(id)?.judge(facts) ?? DOES_NOT_APPLY]]));
}

// What is asked may be of other types than the SDK's own, as it may come from a program in JavaScript.

function askCheck(engine: RuleSet, { document, context, input }: Facts, event: string): EngineVerdict {
  return Reflect.apply(engine.check, engine, [document, context, { event, at, input }]);
}

function askActions(engine: RuleSet, { document, context }: Facts): readonly Action[] {
  return Reflect.apply(engine.actions, engine, [document, context, { at }]);
}

function askTransition(engine: RuleSet, { document, context, input }: Facts, event: string): TransitionResult {
  return Reflect.apply(engine.transition, engine, [document, event, { context, at, input }]);
}

import type { Book } from "./book.ts";
import { ask } from "./conditions.ts";
import { enteredFor, rulesOf, withDefaults, wrongInputs } from "./entered.ts";
import { type Asked, type Facts, walk } from "./facts.ts";
import { statusOf } from "./status.ts";
import { isNone } from "./values.ts";
import { judge } from "./verdict.ts";

/** A reason why an event can't happen. */
export interface Against {
  readonly kind: "state" | "role" | "rule" | "input";
  /** The rule and the place, or the name of the entered value. */
  readonly what: string;
  /** Whether it only can't be told. */
  readonly isUnknown: boolean;
  readonly isOptional: boolean;
}

/** Why an event can't happen now: the ERP status, guards, who asks, and these rules. */
export function against(book: Book, facts: Facts, name: string, rules: readonly string[]): readonly Against[] {
  const event = book.lifecycle[name];
  if (event === undefined) throw new Error(`there is no event ${name}`);
  const asked: Asked = { book, facts, notes: { wrongType: false } };
  const reasons: Against[] = [];
  const add = (kind: Against["kind"], what: string, isUnknown: boolean, isOptional = false): void => {
    reasons.push({ kind, what, isUnknown, isOptional });
  };
  const status = statusOf(book, facts.document);
  const last = walk(facts.document["erp"], "last_event", false);
  const isFrom = event.from.some((from) =>
    typeof from === "string" ? from === status : from.state === status && from.after === last,
  );
  if (!isFrom) add("state", "", false);
  for (const { when } of event.guards ?? []) {
    const met = ask(asked, when);
    if (met !== "holds") add("state", "", met === "unknown");
  }
  const roles = [event.role].flat().map((role) => ask(asked, book.roles[role]?.where ?? {}));
  if (!roles.includes("holds")) add("role", "", roles.includes("unknown"));
  for (const { ruleId, path, state, isOptional } of judge(book, facts, rules).found) {
    const blocks = ruleId === "document/type" || book.rules[ruleId]?.severity === "error";
    if (blocks) add("rule", `${ruleId} ${path}`, state === "unknown", isOptional);
  }
  return reasons;
}

/** Why an event can't happen now with what is entered for it. A rule that waits for a wrong entry is not told beside it. */
export function againstMove(book: Book, facts: Facts, name: string, at: string): readonly Against[] {
  const event = book.lifecycle[name];
  if (event === undefined) throw new Error(`there is no event ${name}`);
  const full = withDefaults(facts, event, at);
  const wrong = wrongInputs(event, full.input);
  const waits = (id = ""): boolean => enteredFor(book, book.rules[id]).some((entered) => wrong.includes(entered));
  const erp = full.document["erp"];
  const [revision, history] = [walk(erp, "revision", false), walk(erp, "history", false)];
  const faults = [
    isNone(revision) || (typeof revision === "number" && Number.isSafeInteger(revision) && revision >= 0),
    isNone(history) || Array.isArray(history),
  ].filter((isRight) => !isRight);
  return [
    ...faults.map((): Against => ({ kind: "state", what: "", isUnknown: false, isOptional: false })),
    ...against(book, full, name, rulesOf(book, event)).filter(
      ({ kind, what }) => kind !== "rule" || !waits(what.split(" ")[0]),
    ),
    ...wrong.map((what): Against => ({ kind: "input", what, isUnknown: false, isOptional: false })),
  ];
}

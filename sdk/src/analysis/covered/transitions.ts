import { valueAt } from "../../document/pointer.ts";
import type { FromState, Reason } from "../../generated/types.ts";
import type { MachineEvent } from "../../lifecycle/machine.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { Askable } from "../askable.ts";
import type { CaseRun } from "../run-tests.ts";
import type { CoverageItem } from "./coverage.ts";

/** What tests can see of an event: that it is taken from each ERP status, and refused for each kind of reason. */
export function transitionItems(
  name: string,
  rules: RuleSet,
  { events }: Askable,
  runs: readonly CaseRun[],
): readonly CoverageItem[] {
  const event = events.get(name);
  if (event === undefined) return [];
  const own = runs.filter(({ test }) => (test.event ?? "send") === name);
  const taken = own.filter(({ test: { moves } }) => moves !== undefined && moves !== "refused");
  const refused = own.filter(({ test }) => test.moves === "refused");
  return [
    ...event.from.map((from) => ({
      name: `taken from ${typeof from === "string" ? from : `${from.state} after ${from.after}`}`,
      key: "from",
      seen: taken.some((run) => isFrom(run, from, rules)),
    })),
    ...kindsOf(event, rules).map((kind) => ({
      name: `refused for ${kind}`,
      ...(kind === "stale" ? {} : { key: keys[kind] }),
      seen: refused.some(({ test }) => test.reasons?.includes(kind)),
    })),
  ];
}

/** The key of an event that says when it is refused so. */
const keys = { state: "from", role: "role", rule: "checks", input: "input" } as const;

function isFrom({ given }: CaseRun, from: FromState, rules: RuleSet): boolean {
  if (given === undefined) return false;
  const status = rules.statusOf(given.document);
  if (typeof from === "string") return status === from;
  return status === from.state && valueAt(given.document, ["erp", "last_event"]) === from.after;
}

/** The kinds of reasons for which an event can be refused. That a PCCO has moved on meanwhile no rule file decides. */
function kindsOf(event: MachineEvent, { definition }: RuleSet): readonly Reason["kind"][] {
  const isFromAll = Object.keys(definition.states).every((state) => event.from.includes(state));
  return [
    ...(isFromAll && event.guards.length === 0 ? [] : (["state"] as const)),
    "role",
    ...(event.rules.some(({ severity }) => severity === "error") ? (["rule"] as const) : []),
    ...(Object.keys(event.input).length > 0 ? (["input"] as const) : []),
  ];
}

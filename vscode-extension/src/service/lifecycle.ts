import type { RuleSet } from "@erp-export-rules/sdk";
import type { LifecycleResult, Place } from "../protocol.ts";
import type { PccoRecord, Surroundings } from "./model.ts";
import { labelOf } from "./pcco/label.ts";

/** Where an entry of the rule file stands, by its JSON Pointer. */
export type PlaceOf = (pointer: string) => Place | undefined;

/** The states and events of a rule set for the diagram, without any PCCO. */
export function lifecycleOf(rules: RuleSet, placeOf: PlaceOf): LifecycleResult {
  return diagram(rules, placeOf, undefined, new Map());
}

/** The same with a PCCO in it: its state, and what can happen to it. */
export function lifecycleOfPcco(
  record: PccoRecord,
  { rules, context, at }: Surroundings,
  placeOf: PlaceOf,
): LifecycleResult {
  const { value } = record.document();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return lifecycleOf(rules, placeOf);
  const pcco: Readonly<Record<string, unknown>> = { ...value };
  const possible = new Map(rules.actions(pcco, context, { at }).map((action) => [action.event, action]));
  return { ...diagram(rules, placeOf, rules.statusOf(pcco), possible), pcco: labelOf(value, record.index) };
}

type Possible = ReadonlyMap<string, ReturnType<RuleSet["actions"]>[number]>;

function diagram(rules: RuleSet, placeOf: PlaceOf, current: string | undefined, possible: Possible): LifecycleResult {
  const { states, lifecycle, id, version } = rules.definition;
  return {
    ruleSet: `${id}@${version}`,
    states: Object.entries(states).map(([name, { label, icon, locked }]) => ({
      name,
      label,
      icon,
      locked,
      isCurrent: name === current,
      ...placed(placeOf(`/states/${name}`)),
    })),
    events: Object.entries(lifecycle).map(([name, { label, from, to }]) => {
      const action = possible.get(name);
      return {
        name,
        label,
        from: from.map((each) => (typeof each === "string" ? each : each.state)),
        ...(to === undefined ? {} : { to }),
        ...(action === undefined ? {} : { enabled: action.enabled }),
        reasons: action?.reasons.map(({ message }) => message) ?? [],
        ...placed(placeOf(`/lifecycle/${name}`)),
      };
    }),
  };
}

function placed(at: Place | undefined): { readonly at?: Place } {
  return at === undefined ? {} : { at };
}

import type { LifecycleResult } from "../../protocol.ts";
import type { Diagram, DiagramEvent, DiagramState } from "../../webview/diagram.ts";
import type { L10n } from "../l10n.ts";

type State = LifecycleResult["states"][number];
type Event = LifecycleResult["events"][number];

/** Words a life cycle for the diagram, so that nothing in it is told by colour or place alone. */
export function describeLifecycle(lifecycle: LifecycleResult, l10n: L10n): Diagram {
  const { ruleSet, pcco, states, events } = lifecycle;
  const labelOf = (name: string): string => states.find((state) => state.name === name)?.label ?? name;
  return {
    title:
      pcco === undefined ? l10n.t("Life cycle of {0}", ruleSet) : l10n.t("{0} in the life cycle of {1}", pcco, ruleSet),
    summary: summarize(lifecycle, l10n),
    states: states.map((state) => describeState(state, l10n)),
    events: events.map((event) => describeEvent(event, labelOf, l10n)),
  };
}

function describeState({ name, label, icon, locked, isCurrent, at }: State, l10n: L10n): DiagramState {
  const parts = [
    l10n.t("ERP status"),
    ...(isCurrent ? [l10n.t("the PCCO is here now")] : []),
    locked ? l10n.t("the PCCO is locked") : l10n.t("the PCCO can be edited"),
    ...(icon === "none" ? [] : [l10n.t("icon: {0}", icon)]),
  ];
  return { name, label, icon, isLocked: locked, isCurrent, description: parts.join("; "), canJump: at !== undefined };
}

function describeEvent(event: Event, labelOf: (name: string) => string, l10n: L10n): DiagramEvent {
  const { name, label, from, to, enabled, at } = event;
  const standing = enabled === undefined ? "unasked" : enabled ? "possible" : "impossible";
  const way =
    to === undefined
      ? l10n.t("Event from {0}; the ERP status stays", from.map(labelOf).join(", "))
      : l10n.t("Event from {0} to {1}", from.map(labelOf).join(", "), labelOf(to));
  return {
    name,
    label,
    from,
    ...(to === undefined ? {} : { to }),
    standing,
    description: [way, ...wordStanding(event, l10n)].join("\n"),
    canJump: at !== undefined,
  };
}

function wordStanding({ enabled, reasons }: Event, l10n: L10n): readonly string[] {
  if (enabled === undefined) return [];
  return enabled ? [l10n.t("Possible now.")] : [l10n.t("Not possible now:"), ...reasons];
}

function summarize({ states, events }: LifecycleResult, l10n: L10n): string {
  const current = states.find(({ isCurrent }) => isCurrent);
  if (current === undefined) return l10n.t("{0} states and {1} events", states.length, events.length);
  const possible = events.filter(({ enabled }) => enabled === true).map(({ label }) => label);
  return possible.length === 0
    ? l10n.t("ERP status: {0}. No event is possible now.", current.label)
    : l10n.t("ERP status: {0}. Possible now: {1}.", current.label, possible.join(", "));
}

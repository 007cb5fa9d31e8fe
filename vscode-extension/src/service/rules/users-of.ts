import { type Condition, keywords, type LifecycleEvent, type ResolvedRuleSet } from "@erp-export-rules/sdk/authoring";
import { code, plain } from "../pcco/markdown.ts";

/** The roles that may let an event happen. */
export function rolesOf({ role }: LifecycleEvent): readonly string[] {
  return typeof role === "string" ? [role] : role;
}

/** The events of which something is so, as Markdown. */
export function eventsWith(
  { lifecycle }: ResolvedRuleSet,
  isMeant: (event: LifecycleEvent) => boolean,
): readonly string[] {
  return Object.entries(lifecycle)
    .filter(([, event]) => isMeant(event))
    .map(([name, { label }]) => `${code(name)} (${plain(label)})`);
}

/** The rules, roles and events that speak of a field. */
export function usersOfField(name: string, { rules, roles, lifecycle }: ResolvedRuleSet): readonly string[] {
  const ofRules = rules.filter(({ definition }) => {
    const mentioned = keywords.flatMap((keyword) => keyword.mentions?.(definition) ?? []).map(({ field }) => field);
    const fields = [definition.field, ...(definition.fields ?? []), ...mentioned];
    return fields.includes(name) || asks(definition.when, "field", name);
  });
  const ofRoles = Object.entries(roles).filter(([, { where }]) => asks(where, "field", name));
  const ofEvents = Object.entries(lifecycle).filter(
    ([, event]) => Object.hasOwn(event.set ?? {}, name) || event.guards?.some(({ when }) => asks(when, "field", name)),
  );
  return [...ofRules.map(({ id }) => id), ...[...ofRoles, ...ofEvents].map(([id]) => id)];
}

/** Whether a condition speaks of a field or a toggle, itself or in one of its parts. */
export function asks(condition: Condition | undefined, kind: "field" | "feature", name: string): boolean {
  if (condition === undefined) return false;
  const { all = [], any = [], not } = condition;
  return condition[kind] === name || [...all, ...any].some((each) => asks(each, kind, name)) || asks(not, kind, name);
}

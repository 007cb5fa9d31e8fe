import type { Facts } from "../context/facts.ts";
import type { Action } from "../generated/types.ts";
import { factsFor, type Machine } from "./machine.ts";
import { reasonsAgainst } from "./reasons.ts";

/** Every event of the life cycle: whether it can happen now, and if not, every reason why. */
export function actionsOf(
  machine: Machine,
  facts: Pick<Facts, "document" | "context">,
  at: string | undefined,
): readonly Action[] {
  return [...machine.events.values()].map((event) => {
    const beforeInput = {
      ...event,
      rules: event.rules.filter(({ inputs }) => inputs.length === 0),
      isClean: () => false,
    };
    const reasons = reasonsAgainst(machine, beforeInput, factsFor(event, facts, {}, at));
    return {
      event: event.name,
      label: event.label,
      enabled: reasons.length === 0,
      ...(event.to === undefined ? {} : { to: event.to }),
      reasons,
      input: Object.entries(event.input).map(([name, { label, type, required, default: preset }]) => ({
        name,
        label,
        type,
        required: required === true,
        ...(preset === undefined ? {} : { default: preset }),
      })),
    };
  });
}

import { toPointer } from "../document/pointer.ts";
import type { RuleTestFile } from "../generated/types.ts";
import type { RuleSet } from "../rule-set.ts";
import { known } from "../rules/known.ts";
import type { Problems } from "../rules/rule-file.ts";

/** Where the names of a rule test file are looked up. */
export interface Places {
  readonly file: RuleTestFile;
  readonly rules: RuleSet;
  readonly names: { readonly documents: Readonly<Record<string, unknown>> };
}

/**
 * Checks an event and what is entered for it. Rules without a life cycle can be checked for sending.
 * @param path where the event stands; `undefined` when it is not written, or known to exist
 */
export function verifyEvent(
  path: string | undefined,
  event: string,
  { events, definition }: RuleSet,
  problems: Problems,
  input?: { readonly path: string; readonly entered: Readonly<Record<string, unknown>> | undefined },
): void {
  const lifecycle = events.length === 0 ? { send: {} } : definition.lifecycle;
  if (path !== undefined && !known(path, "event", event, lifecycle, problems)) return;
  const inputs = definition.lifecycle[event]?.input ?? {};
  for (const name of Object.keys(input?.entered ?? {}))
    known(`${input?.path}${toPointer([name])}`, "input", name, inputs, problems);
}

import type { AheadTest } from "../ahead/ahead-test.ts";
import { cleanTestFor } from "../check/clean.ts";
import type { CompiledRule } from "../check/rule.ts";
import type { MachineEvent } from "./machine.ts";
import { whenAsked } from "./when-asked.ts";

/** Rules without a life cycle can still be checked, as if for sending. */
export function withoutLifecycle(rules: readonly CompiledRule[], ahead: readonly AheadTest[] = []): MachineEvent {
  const asked = rules.filter(({ stage }) => stage !== "export");
  return {
    name: "send",
    label: "Send to ERP",
    from: [],
    to: undefined,
    icon: undefined,
    roles: [],
    guards: [],
    rules: asked,
    isClean: whenAsked(() => cleanTestFor(asked, ahead)),
    input: {},
    defaultsToday: [],
    set: [],
    source: undefined,
  };
}

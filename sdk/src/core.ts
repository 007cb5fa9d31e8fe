// The part that reads no text: bundled rule sets, checked and moved as values. For hot services and edge workers.
export type { FindingOf, Outcome, Verdict } from "./check/check.ts";
export type {
  Action,
  Actor,
  DocumentEdit,
  Finding,
  Fix,
  Pcco,
  PccoContext,
  PccoHistoryRecord,
  PccoLineItem,
  Reason,
  RulePlace,
  RuleSetReference,
} from "./generated/types.ts";
export type { Need, RepairResult } from "./lifecycle/repair.ts";
export type { TransitionRequest, TransitionResult } from "./lifecycle/transition.ts";
export type {
  BundledId,
  BundledReference,
  BundledRuleSet,
  CoreId,
  CoreReference,
  LoadOptions,
} from "./load.ts";
export { loadBundled } from "./load.ts";
export { type CloseOutRequest, closeOutCalls, type ProcoreCall } from "./procore/close-out.ts";
export type { CheckOptions, RuleSet, TogglePosition } from "./rule-set.ts";
export { RuleSetError } from "./rules/rule-file.ts";

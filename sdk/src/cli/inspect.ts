import { dirname } from "node:path";
import { documentFinding } from "../check/finding.ts";
import { cannotJudge, checkDocument, rangeFor, sentence } from "../check-document.ts";
import { isObject } from "../document/value.ts";
import { settleSystem, systemFinding } from "../erp-system.ts";
import { bundledIds } from "../generated/rule-set-ids.ts";
import type { DocumentReport, Finding, PccoContext } from "../generated/types.ts";
import type { RuleSet } from "../rule-set.ts";
import { isRuleSetError } from "../rules/rule-file.ts";
import { type ExitCode, UNREADABLE, USAGE } from "./exit-code.ts";
import type { FailedInput, InputDocument } from "./input.ts";
import { mistaken } from "./kind-of-file.ts";
import type { RuleChoice } from "./rule-choice.ts";
import type { Surroundings } from "./surroundings.ts";

/** What is needed to judge a PCCO besides itself. */
export interface Setting {
  readonly choice: RuleChoice;
  readonly surroundings: Surroundings;
  /** Rule sets that are asked about the same PCCOs besides. */
  readonly besides?: readonly RuleSet[];
}

/** What a PCCO is judged by. */
export interface Usable {
  readonly rules: RuleSet;
  readonly context: PccoContext;
  /** What a person should know of what it is judged by. */
  readonly hint?: Finding;
}

/** A PCCO with the rule set and context it is judged by, or the reason why it can't be judged. */
export type Prepared =
  | (Usable & { readonly input: InputDocument })
  | { readonly finding: Finding; readonly exitCode: ExitCode };

/** Finds the rule set and the context of a PCCO. */
export async function prepare(
  input: InputDocument | FailedInput,
  { choice, surroundings, besides = [] }: Setting,
): Promise<Prepared> {
  if ("problem" in input)
    return { finding: documentFinding(input.id, sentence(input.problem), []), exitCode: input.exitCode ?? UNREADABLE };
  const { document, file } = input;
  const other = mistaken(document.value, "PCCO");
  if (other !== undefined) {
    const range = rangeFor(document, []);
    const finding = documentFinding("document/type", `This ${other}.`, []);
    return { finding: { ...finding, ...(range === undefined ? {} : { range }) }, exitCode: UNREADABLE };
  }
  const pin = isObject(document.value) ? document.value["$rules"] : undefined;
  try {
    const pinned = await choice.forPin(pin, dirname(file));
    const found = await surroundings.contextOf(file, document);
    if ("problem" in found) return { finding: cannotJudge(document, "context", found.problem), exitCode: UNREADABLE };
    const said = pinned && [pinned, ...besides];
    const { context, unknownSystem } = settleSystem(found.context, bundledIds, said);
    const hint = unknownSystem === undefined ? {} : { hint: systemFinding(document, unknownSystem) };
    return { input, rules: pinned ?? (await choice.forContext(context)), context, ...hint };
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return { finding: cannotJudge(document, "rules", error.message), exitCode: USAGE };
  }
}

/** What came of a PCCO. */
export interface Inspected {
  readonly report: DocumentReport;
  /** The exit code it asks for, when its outcome alone does not tell. */
  readonly exitCode: ExitCode | undefined;
  /** The rule set it was judged by; `undefined` when it could not be judged. */
  readonly rules: RuleSet | undefined;
}

/** The event a PCCO is to be ready for, and when it happens. */
interface Asked {
  readonly event: string;
  readonly at: string;
}

/** Judges a PCCO, or tells why it can't be judged. */
export async function inspect(
  input: InputDocument | FailedInput,
  setting: Setting,
  options: Asked,
): Promise<Inspected> {
  const prepared = await prepare(input, setting);
  if (!("finding" in prepared)) return inspectWith(prepared, prepared.input, setting, options);
  const { index } = "document" in input ? input.document : input;
  const { finding, exitCode } = prepared;
  const { file } = input;
  const report: DocumentReport = { file, index, event: options.event, outcome: "unreadable", findings: [finding] };
  return { report, exitCode, rules: undefined };
}

/** Judges a PCCO by what was found for it. */
export function inspectWith(
  { rules, context, hint }: Usable,
  { file, document }: InputDocument,
  { choice }: Setting,
  options: Asked,
): Inspected {
  const head = { file, index: document.index, event: options.event };
  if (!hasEvent(rules, options.event)) {
    const message = `The rule set ${rules.reference.id} ${rules.reference.version} has no event "${options.event}".`;
    return {
      report: { ...head, outcome: "unreadable", findings: [documentFinding("document/rules", message, [])] },
      exitCode: USAGE,
      rules: undefined,
    };
  }
  const judged = checkDocument(rules, document, context, options);
  const isHinted = hint !== undefined && judged.outcome !== "unreadable";
  const verdict = isHinted ? { ...judged, findings: [hint, ...judged.findings] } : judged;
  return {
    report: reportOn({ ...head, value: document.value }, { rules, preset: choice.preset }, verdict),
    exitCode: verdict.outcome === "unreadable" ? UNREADABLE : undefined,
    rules,
  };
}

/** Whether rules can be asked for an event; those without a life cycle can be asked for any. */
export function hasEvent({ events }: RuleSet, event: string): boolean {
  return events.length === 0 || events.includes(event);
}

/** The report on a PCCO. It names its rule set when this is another than that of the run. */
export function reportOn(
  { file, index, event, value }: Pick<DocumentReport, "file" | "index" | "event"> & { readonly value: unknown },
  { rules, preset }: { readonly rules: RuleSet; readonly preset: RuleSet },
  { outcome, findings }: Pick<DocumentReport, "outcome" | "findings">,
): DocumentReport {
  const other = rules.reference.sha256 === preset.reference.sha256 ? {} : { ruleSet: rules.reference };
  const status = statusAgainst(rules, value, event);
  return { file, index, event, ...(status === undefined ? {} : { erpStatus: status }), outcome, ...other, findings };
}

/** The ERP status of a PCCO, when the event is not possible in it. */
export function statusAgainst(rules: RuleSet, value: unknown, event: string): string | undefined {
  const from = rules.definition.lifecycle[event]?.from;
  if (from === undefined || !isObject(value)) return undefined;
  const status = rules.statusOf(value);
  if (from.some((each) => (typeof each === "string" ? each : each.state) === status)) return undefined;
  return rules.definition.states[status]?.label ?? status;
}

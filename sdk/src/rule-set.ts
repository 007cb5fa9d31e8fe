import type { AheadTest } from "./ahead/ahead-test.ts";
import { checkRules, type Verdict } from "./check/check.ts";
import type { Names } from "./check/condition.ts";
import { documentFinding } from "./check/finding.ts";
import { compileNames } from "./check/names.ts";
import { type CompiledRule, compileRule } from "./check/rule.ts";
import { NOT_GIVEN } from "./context/facts.ts";
import { didYouMean, nearestWord } from "./context/suggest.ts";
import { fromPointer, type Path, toPointer, valueAt } from "./document/pointer.ts";
import { isObject, type JsonObject } from "./document/value.ts";
import type { Action, DocumentEdit, Finding, Fix, Pcco, PccoContext, RuleSetReference } from "./generated/types.ts";
import { writeFix } from "./keywords/fix.ts";
import { show } from "./keywords/show.ts";
import { actionsOf } from "./lifecycle/actions.ts";
import { compileMachine, factsFor, type Machine, type MachineEvent, unknownStatus } from "./lifecycle/machine.ts";
import { type RepairResult, repairDocument } from "./lifecycle/repair.ts";
import { edited, moveDocument, type TransitionRequest, type TransitionResult } from "./lifecycle/transition.ts";
import { withoutLifecycle } from "./lifecycle/without-lifecycle.ts";
import { isSeenAsItIs, type View, viewOf } from "./procore/view.ts";
import type { ResolvedRuleSet } from "./rules/resolve.ts";
import { systemNames } from "./systems-named.ts";

/** What a check is asked with. */
export interface CheckOptions<EventName extends string = string> {
  /** The event the PCCO is to be ready for. Default `send`. */
  readonly event?: EventName;
  /** When the event happens, as RFC 3339; fills in defaults such as today's Transaction Date. */
  readonly at?: string;
  /** What is entered for the event, by name. */
  readonly input?: JsonObject;
  /**
   * For a PCCO that was read from a text: the characters of the scalar at a path as written there (`0520`). With it a
   * code without quotes is told from a number.
   */
  readonly sourceOf?: (path: Path) => string | undefined;
}

/** A toggle of the ERP Integrations tool, and where it stands. */
export interface TogglePosition {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly position: "on" | "off" | "unknown";
}

/** A rule set, ready to be asked. */
export interface RuleSet<RuleId extends string = string, EventName extends string = string>
  extends CompiledRuleSet<RuleId, EventName> {
  /** The rule set put together: fields, rules, life cycle, sources. */
  readonly definition: ResolvedRuleSet;
}

/**
 * What a rule set can be asked, whether it was loaded or is a module that `erp-rules compile` wrote. It is pure: nothing
 * it is given is changed, it reads no files and no clock, and the same questions always get the same answers.
 */
export interface CompiledRuleSet<RuleId extends string = string, EventName extends string = string> {
  /** Name, version and hash of the rule file. */
  readonly reference: RuleSetReference;
  /** The ids of the rules that are asked, in the order of the rule file. */
  readonly ruleIds: readonly RuleId[];
  /** The names of the events, in the order of the rule file. */
  readonly events: readonly EventName[];
  /** The ERP status of a PCCO; an alias is read as the name it stands for. */
  statusOf(pcco: Pcco | JsonObject): string;
  /** Where each toggle stands in a context: `unknown` when the context leaves it open. In the order of the rule file. */
  toggles(context?: PccoContext): readonly TogglePosition[];
  /**
   * Judges a PCCO: Procore's REST response, an ERP request payload, or our own document, as they are.
   * @param context what it is judged against; a rule that needs a part that is not given is unknown
   * @throws {RangeError} when the event is not one of `events`
   */
  check(pcco: Pcco | JsonObject, context?: PccoContext, options?: CheckOptions<EventName>): Verdict<RuleId>;
  /** Every event: whether it can happen now, and if not, every reason why, worded as a tooltip. */
  actions(pcco: Pcco | JsonObject, context?: PccoContext, options?: Pick<CheckOptions, "at">): readonly Action[];
  /**
   * Lets an event happen and returns the moved PCCO, or refuses with every reason.
   * @throws {RangeError} when the event is not one of `events`
   */
  transition(
    pcco: Pcco | JsonObject,
    event: EventName,
    request: TransitionRequest & { readonly context?: PccoContext },
  ): TransitionResult;
  /**
   * Finds the smallest set of edits that lets an event happen, or why no edit can.
   * @throws {RangeError} when the event is not one of `events`
   */
  repair(
    pcco: Pcco | JsonObject,
    context: PccoContext | undefined,
    event: EventName,
    options?: Omit<CheckOptions, "event">,
  ): RepairResult;
}

/**
 * Makes a rule set askable. Its names are known to exist: loading has checked them.
 * @param ahead quick tests of its rules that were written ahead of time
 */
export function createRuleSet(definition: ResolvedRuleSet, ahead: readonly AheadTest[] = []): RuleSet {
  const names = compileNames(definition);
  const rules = definition.rules
    .map((rule) => compileRule(rule, definition, names))
    .filter((rule): rule is CompiledRule => rule !== undefined);
  const machine = compileMachine(definition, rules, names, ahead);
  const bare = machine.eventNames.length === 0 ? withoutLifecycle(rules, ahead) : undefined;
  const send = bare ?? machine.event("send");
  const systems = systemNames(definition);
  const reference = { id: definition.id, version: definition.version, sha256: definition.sha256 };
  return {
    reference,
    definition,
    ruleIds: rules.map(({ id }) => id),
    events: machine.eventNames,
    statusOf: (pcco) => machine.stateOf(viewOf(pcco)?.document),
    toggles: (context) => togglesIn(definition, names, systems.settled(context)),
    check: (pcco, context, { event = "send", at, input, sourceOf } = {}) => {
      const asked = event === "send" && send !== undefined ? send : eventOf(machine, event);
      // Nearly every PCCO comes by itself: no need to make a view of it.
      if (isSeenAsItIs(pcco, context, systems.usual)) {
        const facts = factsFor(asked, { document: pcco, context }, input, at, sourceOf);
        return withStatus(checkRules(asked, facts), machine, pcco);
      }
      const view = viewOf(pcco, systems.settled(context));
      if (view === undefined) return notAPcco(pcco);
      const facts = factsFor(asked, view, input, at, sourceOutside(sourceOf, view));
      const verdict = checkRules(asked, facts);
      return seenOutside(withStatus(verdict, machine, view.document), view);
    },
    actions: (pcco, context, { at } = {}) => {
      const view = viewOf(pcco, systems.settled(context));
      return view === undefined ? [] : actionsOf(machine, view, at);
    },
    transition: (pcco, event, { context, ...request }) => {
      const asked = eventOf(machine, event);
      const view = viewOf(pcco, systems.settled(context));
      if (view === undefined) return { ok: false, reasons: [{ kind: "rule", message: notAPccoMessage(pcco) }] };
      const moved = moveDocument(machine, asked, view, request, `${reference.id}@${reference.version}`);
      if (!moved.ok) return moved;
      const edits = editsOutside(moved.edits, view, pcco);
      return { ...moved, edits, document: edited(pcco, edits) };
    },
    repair: (pcco, context, event, { sourceOf, ...options } = {}) => {
      const asked = eventOf(machine, event);
      const view = viewOf(pcco, systems.settled(context));
      if (view === undefined)
        return { ok: false, reasons: [{ kind: "rule", message: notAPccoMessage(pcco) }], needs: [], fixes: [] };
      const result = repairDocument(machine, asked, { ...view, sourceOf: sourceOutside(sourceOf, view) }, options);
      const fixes = result.fixes.map((fix) => fixOutside(fix, view));
      if (!result.ok) {
        const needs = result.needs.map((need) => ({
          ...need,
          path: outside(need.path, view),
          choices: need.choices.map((fix) => fixOutside(fix, view)),
        }));
        return { ...result, fixes, needs };
      }
      const edits = editsOutside(result.edits, view, pcco);
      return { ok: true, fixes, edits, document: edited(pcco, edits) };
    },
  };
}

function togglesIn({ features }: ResolvedRuleSet, names: Names, context: unknown): readonly TogglePosition[] {
  const view = viewOf({ status: null }, context);
  if (view === undefined) return [];
  const facts = { document: view.document, context: view.context, input: {} };
  return Object.keys(features).map((name) => {
    const feature = names.feature(name);
    const position = feature.read(facts);
    return { name, title: feature.title, position: position === NOT_GIVEN ? "unknown" : position };
  });
}

function eventOf(machine: Machine, name: string): MachineEvent {
  const event = machine.event(name);
  if (event !== undefined) return event;
  const known = machine.eventNames;
  const others = known.length === 0 ? "These rules have no life cycle" : `Known are ${known.join(", ")}`;
  throw new RangeError(`There is no event "${name}".${didYouMean(name, known)} ${others}.`);
}

function notAPccoMessage(value: unknown): string {
  if (isObject(value)) return "This response holds a list under data. Check the list by itself, or each PCCO of it.";
  return `A PCCO is a group of fields such as number and status; found ${show(value)}.`;
}

function notAPcco(value: unknown): Verdict {
  return { outcome: "blocked", findings: [documentFinding("document/type", notAPccoMessage(value), [])] };
}

function outside(pointer: string, view: View): string {
  return view.outside === undefined ? pointer : view.outside(pointer);
}

function sourceOutside(sourceOf: CheckOptions["sourceOf"], view: View): CheckOptions["sourceOf"] {
  const { outside: out } = view;
  return sourceOf === undefined || out === undefined ? sourceOf : (path) => sourceOf(fromPointer(out(toPointer(path))));
}

/** A verdict with a finding of its own when the ERP status is none that the rule set knows. */
function withStatus(verdict: Verdict, machine: Machine, document: JsonObject): Verdict {
  if (machine.states.size === 0) return verdict;
  const erp = document["erp"];
  if (erp === undefined) return verdict;
  // Nearly every PCCO has a status that is known, and asking for it takes a moment.
  if (isObject(erp) && isKnownStatus(erp["status"], machine)) return verdict;
  const status = machine.stateOf(document);
  if (machine.states.has(status)) return verdict;
  return { outcome: "blocked", findings: [...verdict.findings, statusFinding(status, machine, document)] };
}

function isKnownStatus(status: unknown, { initial, states }: Machine): boolean {
  return typeof status === "string" && (status === initial || states.has(status));
}

function statusFinding(status: string, machine: Machine, document: JsonObject): Finding {
  const near = nearestWord(status, machine.states.keys());
  const isInGroup = isObject(document["erp"]);
  const path = isInGroup ? ["erp", "status"] : ["erp"];
  const fixes =
    near === undefined || !isInGroup
      ? []
      : [writeFix(`Write ERP status as "${near}"`, "choice", toPointer(path), near, true)];
  return documentFinding("document/type", unknownStatus(machine, document), path, { fixes });
}

function seenOutside(verdict: Verdict, view: View): Verdict {
  return view.outside === undefined || verdict.findings.length === 0
    ? verdict
    : { ...verdict, findings: verdict.findings.map((found) => findingOutside(found, view)) };
}

function findingOutside(finding: Finding, view: View): Finding {
  return { ...finding, path: outside(finding.path, view), fixes: finding.fixes.map((fix) => fixOutside(fix, view)) };
}

function fixOutside(fix: Fix, view: View): Fix {
  return view.outside === undefined
    ? fix
    : { ...fix, edits: fix.edits.map((edit) => ({ ...edit, path: outside(edit.path, view) })) };
}

/** Edits at the payload's own places; what the rules only see there is added, not replaced. */
function editsOutside(edits: readonly DocumentEdit[], view: View, payload: unknown): readonly DocumentEdit[] {
  return edits.map((edit) => {
    const path = outside(edit.path, view);
    const isThere = valueAt(payload, fromPointer(path)) !== undefined;
    return { ...edit, path, op: edit.op === "replace" && !isThere ? "add" : edit.op };
  });
}

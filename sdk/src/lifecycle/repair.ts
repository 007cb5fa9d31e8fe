import { checkRules } from "../check/check.ts";
import { type Facts, isAbsent } from "../context/facts.ts";
import { toPointer, valueAt } from "../document/pointer.ts";
import type { DocumentEdit, Finding, Fix, Pcco, Reason } from "../generated/types.ts";
import { factsFor, type Machine, type MachineEvent } from "./machine.ts";
import { blocks, reasonsAgainst } from "./reasons.ts";
import { smallestFixes, unique } from "./smallest-fixes.ts";
import { edited } from "./transition.ts";

/** A field for which only a person knows the value. */
export interface Need {
  readonly ruleId: string;
  /** JSON Pointer to the field. */
  readonly path: string;
  /** What is wrong, and so what to enter. */
  readonly message: string;
  /** What a person could choose from; empty when nothing can be proposed. */
  readonly choices: readonly Fix[];
}

/** The edits that let an event happen, or why there are none. */
export type RepairResult =
  | {
      readonly ok: true;
      /** The repaired PCCO. The one that was given is not changed. */
      readonly document: Pcco;
      /** The changes, one for each thing that was wrong. */
      readonly fixes: readonly Fix[];
      /** All their edits, in the order in which they apply. */
      readonly edits: readonly DocumentEdit[];
    }
  | {
      readonly ok: false;
      /** What no edit of the PCCO can mend: the ERP status, the person, the surroundings. */
      readonly reasons: readonly Reason[];
      /** Fields whose value only a person knows. */
      readonly needs: readonly Need[];
      /** What can be mended without a person, though it does not suffice. */
      readonly fixes: readonly Fix[];
    };

/** What a repair is asked with. */
export interface RepairRequest {
  readonly at?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/**
 * Finds the smallest set of edits after which an event can happen, proved by asking all rules again. Only edits with one
 * right answer are made, and the document status is set only for someone who may approve. Values are never made up.
 */
export function repairDocument(
  machine: Machine,
  event: MachineEvent,
  given: Omit<Facts, "input">,
  { at, input }: RepairRequest = {},
): RepairResult {
  const facts = factsFor(event, given, input, at, given.sourceOf);
  const findings = blockingFindings(event, facts);
  const others = reasonsAgainst(machine, event, facts).filter(({ kind }) => kind !== "rule");
  const needsEdit = findings.some(({ state, path }) => state === "broken" && path !== "");
  const reasons = needsEdit ? [...others, ...lockReasons(machine, facts)] : others;
  const usable = (fix: Fix): boolean =>
    fix.kind === "safe" || (fix.kind === "status" && reasonsAgainstFix(fix, machine, facts).length === 0);
  const candidates = findings.map((finding) =>
    finding.fixes.filter(usable).map((fix) => (fix.kind === "status" ? approval(fix, machine, facts, at) : fix)),
  );
  const solves = (fixes: readonly Fix[]): boolean =>
    blockingFindings(event, { ...facts, document: edited(facts.document, editsOf(fixes)) }).length === 0;
  const mendable = candidates.filter((fixes) => fixes.length > 0);
  const best = unique(mendable.flatMap(([first]) => (first === undefined ? [] : [first])));
  const left = blockingFindings(event, { ...facts, document: edited(facts.document, editsOf(best)) });
  // A finding without a fix of its own may go with another's.
  const isOpen = reasons.length === 0 && (mendable.length === findings.length || left.length === 0);
  const fixes = isOpen ? smallestFixes(mendable, solves) : undefined;
  if (fixes !== undefined) {
    const edits = editsOf(fixes);
    return { ok: true, document: edited(facts.document, edits), fixes, edits };
  }
  return {
    ok: false,
    reasons: [...reasons, ...left.flatMap((finding) => whyNotMendable(finding, machine, facts))],
    needs: left.filter(isForAPerson).map(asNeed),
    fixes: best,
  };
}

/** Approving writes more than the status: what its event writes at its time, such as the Approved Date, comes with it. */
function approval(fix: Fix, machine: Machine, { document }: Facts, at: string | undefined): Fix {
  const stamps = (eventOfFix(fix, machine)?.set ?? []).filter(
    ({ path, setter }) => setter.now && isAbsent(valueAt(document, path)),
  );
  if (at === undefined || stamps.length === 0) return fix;
  const edits = stamps.map(({ path }): DocumentEdit => {
    const op = valueAt(document, path) === undefined ? "add" : "replace";
    return { op, path: toPointer(path), value: at };
  });
  return { ...fix, title: `${fix.title}, approved at ${at}`, edits: [...fix.edits, ...edits] };
}

/** Nobody may edit a PCCO that is locked. */
function lockReasons(machine: Machine, { document }: Facts): readonly Reason[] {
  const state = machine.states.get(machine.stateOf(document));
  return state?.locked
    ? [
        {
          kind: "state",
          message: `The PCCO is locked while its ERP status is ${state.label}, so it can't be repaired now.`,
        },
      ]
    : [];
}

function editsOf(fixes: readonly Fix[]): readonly DocumentEdit[] {
  return fixes.flatMap(({ edits }) => edits);
}

function blockingFindings(event: MachineEvent, facts: Facts): readonly Finding[] {
  return checkRules(event, facts).findings.filter((finding) => blocks(finding, event));
}

/** The event that writes what a fix writes: the one that approves, for a fix that sets the status to Approved. */
function eventOfFix({ edits }: Fix, machine: Machine): MachineEvent | undefined {
  return [...machine.events.values()].find(({ set }) =>
    set.some(({ path, setter }) =>
      edits.some((edit) => setter.value !== undefined && edit.value === setter.value && edit.path === toPointer(path)),
    ),
  );
}

/** Reasons why the event that writes what a fix writes can't happen now; none when it can, or when there is no such event. */
function reasonsAgainstFix(fix: Fix, machine: Machine, facts: Facts): readonly Reason[] {
  const event = eventOfFix(fix, machine);
  return event === undefined ? [] : reasonsAgainst(machine, event, factsFor(event, facts));
}

/** A finding about the surroundings can't be mended in the PCCO at all. */
function isForAPerson(finding: Finding): boolean {
  return finding.state === "broken" && finding.path !== "" && !finding.fixes.some(({ kind }) => kind === "status");
}

function whyNotMendable(finding: Finding, machine: Machine, facts: Facts): readonly Reason[] {
  const status = finding.fixes.find(({ kind }) => kind === "status");
  if (status !== undefined) return [asReason(finding), ...reasonsAgainstFix(status, machine, facts)];
  return isForAPerson(finding) ? [] : [asReason(finding)];
}

function asReason(finding: Finding): Reason {
  const { ruleId, path, message, source, state } = finding;
  return {
    kind: "rule",
    ruleId,
    path,
    message,
    ...(state === "unknown" ? { unknown: true } : {}),
    ...(source === undefined ? {} : { source }),
  };
}

function asNeed({ ruleId, path, message, fixes }: Finding): Need {
  return { ruleId, path, message, choices: fixes };
}

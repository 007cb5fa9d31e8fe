import type { RuleSet } from "@erp-export-rules/sdk";
import {
  changeBetween,
  type DecidedVerdict,
  isRuleSetError,
  type OutcomeChange,
} from "@erp-export-rules/sdk/authoring";
import { checkDocument } from "@erp-export-rules/sdk/text";
import type { PccoRecord, Project, RuleText, Surroundings } from "../model.ts";
import { type Counterpart, counterpartsOf } from "./counterparts.ts";
import type { ProjectRules } from "./read-rule-text.ts";

/** What judges a PCCO without an edit, and with it. */
export interface Pair {
  readonly before: RuleSet;
  readonly after: RuleSet;
}

/** What an edit of a rule file is compared with, and how it changes the rules that PCCOs are judged by. */
export interface ImpactPlan {
  readonly against: Counterpart;
  /** The two that a PCCO is asked for, by the rules and the event it is judged by now; `undefined` when the edit is not about it. */
  pairFor(by: Pick<Surroundings, "rules" | "event">): Pair | undefined;
}

/**
 * Plans how the impact of an edit is counted. While the file is not saved as it is edited, it is compared with the saved one,
 * and so are the rule files that extend it; else with what is published.
 * @param saved the rule files with the saved text in place of the edited one, where these differ
 * @returns `undefined` when there is nothing to compare with
 */
export function impactPlan(rule: RuleText, project: Project, saved: ProjectRules | undefined): ImpactPlan | undefined {
  const onDisk = saved?.ruleTexts.find(({ uri }) => uri === rule.uri);
  const known = counterpartsOf(rule, project, onDisk);
  const isSaved = ({ kind, ruleSet }: Counterpart): boolean =>
    (kind === "saved" || kind === "published") && ruleSet() === onDisk?.ruleSet;
  const asSaved = known.find(isSaved);
  if (saved !== undefined && asSaved !== undefined) return { against: asSaved, pairFor: among(unlike(saved, project)) };
  const [against] = known;
  if (rule.ruleSet === undefined || against === undefined || against.kind === "later") return undefined;
  const before = ruleSetOrNone(against);
  if (before === undefined) return undefined;
  const pair = { before, after: rule.ruleSet };
  // PCCOs that an earlier version judges are those a later one is for; what is extended goes on judging its own.
  const judging = against.kind === "earlier" ? [pair.before, pair.after] : [pair.after];
  return { against, pairFor: among(judging.map((rules) => [rules, pair])) };
}

/** Rules with faults can't be asked. */
function ruleSetOrNone(counterpart: Counterpart): RuleSet | undefined {
  try {
    return counterpart.ruleSet();
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return undefined;
  }
}

/** The rule sets that come out of the saved file otherwise than out of the edited one. */
function unlike(saved: ProjectRules, project: Project): readonly (readonly [RuleSet, Pair])[] {
  return project.ruleTexts.flatMap(({ uri, ruleSet: after }) => {
    const before = saved.ruleTexts.find((each) => each.uri === uri)?.ruleSet;
    return before === undefined || after === undefined || before === after ? [] : [[after, { before, after }] as const];
  });
}

function among(pairs: readonly (readonly [RuleSet, Pair])[]): ImpactPlan["pairFor"] {
  const byName = new Map(pairs.map(([rules, pair]) => [nameOf(rules), pair]));
  return ({ rules, event }) => {
    const pair = byName.get(nameOf(rules));
    return pair !== undefined && knows(pair.before, event) && knows(pair.after, event) ? pair : undefined;
  };
}

/** The same rules may be put together more than once. */
function nameOf({ reference: { id, version, sha256 } }: RuleSet): string {
  return `${id}@${version} ${sha256}`;
}

/** Rules without a life cycle are asked whatever the event. */
function knows({ events }: RuleSet, event: string): boolean {
  return events.length === 0 || events.includes(event);
}

/** How the outcome of a PCCO changes; `undefined` when it stays, or the PCCO can't be read. */
export function changeOf(record: PccoRecord, by: Surroundings, { before, after }: Pair): OutcomeChange | undefined {
  const [first, second] = [decided(record, by, before), decided(record, by, after)];
  return first.outcome === "unreadable" || second.outcome === "unreadable"
    ? undefined
    : changeBetween({ ...first, outcome: first.outcome }, { ...second, outcome: second.outcome });
}

interface Decided extends Pick<DecidedVerdict, "findings"> {
  readonly outcome: DecidedVerdict["outcome"] | "unreadable";
}

interface Known {
  readonly rules: RuleSet;
  readonly by: Pick<Surroundings, "context" | "event">;
  readonly decided: Decided;
}

/** What rules other than those in force said last of a PCCO: those that an edit is compared with stay while it goes on. */
const lastSaid = new WeakMap<PccoRecord, Known>();

function decided(record: PccoRecord, by: Surroundings, rules: RuleSet): Decided {
  // What is in force has been asked already.
  if (rules === by.rules) return record.verdict(() => by);
  const known = lastSaid.get(record);
  if (known?.rules === rules && known.by.context === by.context && known.by.event === by.event) return known.decided;
  const { outcome, findings } = checkDocument(rules, record.document(), by.context, by);
  const kept = { outcome, findings: findings.map(({ ruleId, state, severity }) => ({ ruleId, state, severity })) };
  lastSaid.set(record, { rules, by, decided: kept });
  return kept;
}

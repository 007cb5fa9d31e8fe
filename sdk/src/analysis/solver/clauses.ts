import { isDate } from "../../context/calendar.ts";
import type { Facts } from "../../context/facts.ts";
import { BROKEN, HOLDS, type Judgement, UNKNOWN } from "../../context/judgement.ts";
import type { Reason } from "../../generated/types.ts";
import { either } from "../../keywords/show.ts";
import type { MachineEvent } from "../../lifecycle/machine.ts";
import { inputReasons, reasonsAgainst } from "../../lifecycle/reasons.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { type Canonical, canonicalOf } from "./canonical.ts";
import { usualDay } from "./choice.ts";
import { type Clause, type Part, setOf } from "./clause.ts";
import { inputSlot, lastEvent, statusSlots } from "./lifecycle-readings.ts";
import { type Piece, type Purpose, partsOfRule, takeApart } from "./rule-parts.ts";
import type { Demand } from "./search.ts";
import type { Slot } from "./slot.ts";
import type { Space, SpaceSource } from "./space.ts";
import { createUnit, type Unit } from "./unit.ts";

const kept = setOf(HOLDS);

/** What some rule sets ask for their events. */
export interface Clauses {
  /**
   * Everything that can keep an event from happening, or a check for it from finding a PCCO ready.
   * @throws {RangeError} when the rule set has no such event
   */
  of(source: SpaceSource, event: string, purpose: Purpose): readonly Clause[];
  /**
   * What keeps an event from happening besides rules: ERP status, guards, roles, entered values.
   * @throws {RangeError} when the rule set has no such event
   */
  ofLifecycle(source: SpaceSource, event: string): readonly Clause[];
}

/** Prepares to tell what rule sets ask. What several of them, or several events, ask alike is made once. */
export function createClauses(space: Space): Clauses {
  const apart = new Map<string, readonly Piece[]>();
  const told = new Map<string, readonly Clause[]>();
  const ruleClause = (source: SpaceSource, canonical: Canonical, rule: ResolvedRule, purpose: Purpose): Clause => {
    const isError = rule.definition.severity === "error";
    const key = `rule ${isError} ${canonical.rule(rule.definition)}`;
    const pieces = apart.get(key) ?? takeApart(space, source, rule);
    apart.set(key, pieces);
    const { id, definition } = rule;
    const parts = partsOfRule(pieces, isError, purpose);
    return { kind: "rule", name: id, title: definition.title ?? id, canonical: key, parts };
  };
  const make = (source: SpaceSource, event: string, purpose: Purpose): readonly Clause[] => {
    const asked = eventOf(source, event);
    const canonical = canonicalOf(source.set);
    const ids = new Set(asked.rules.map(({ id }) => id));
    const rules = source.set.rules
      .filter(({ id }) => ids.has(id))
      .map((rule) => ruleClause(source, canonical, rule, purpose));
    if (purpose === "check") return [...rules, statusKnown(space, source)];
    return [...rules, ...lifecycleClauses(space, source, asked)];
  };
  return {
    of(source, event, purpose) {
      const key = `${space.sources.indexOf(source)} ${purpose} ${event}`;
      const clauses = told.get(key) ?? make(source, event, purpose);
      told.set(key, clauses);
      return clauses;
    },
    ofLifecycle: (source, event) => lifecycleClauses(space, source, eventOf(source, event)),
  };
}

function eventOf({ events }: SpaceSource, name: string): MachineEvent {
  const event = events.get(name);
  if (event === undefined) throw new RangeError(`the rule set has no event ${name}`);
  return event;
}

/** A check refuses a PCCO with an ERP status that nobody knows. */
function statusKnown(space: Space, { set, machine }: SpaceSource): Clause {
  const known = Object.entries(set.states).map(([name, { aliases = [] }]) => [name, [...aliases].sort()]);
  const unit = createUnit(space, {
    slots: statusSlots,
    judge: ({ document }) => {
      const isFine = document["erp"] === undefined || machine.states.size === 0;
      return isFine || machine.states.has(machine.stateOf(document)) ? HOLDS : BROKEN;
    },
  });
  return {
    kind: "status",
    name: "ERP status",
    title: "The ERP status is one that the rule set knows",
    canonical: `status ${JSON.stringify(known.sort())}`,
    parts: [partOf(unit)],
  };
}

function partOf(unit: Unit): Part {
  return { unit, ok: kept, open: 0, lines: new Map() };
}

function lifecycleClauses(space: Space, source: SpaceSource, event: MachineEvent): readonly Clause[] {
  const { set, machine, reads } = source;
  const canonical = canonicalOf(set);
  const definition = set.lifecycle[event.name];
  const refuses = (kind: Reason["kind"], asked: MachineEvent) => (facts: Facts) => {
    const reasons = reasonsAgainst(machine, { ...asked, rules: [], isClean: () => true }, facts);
    const found = reasons.find((each) => each.kind === kind);
    return found === undefined ? HOLDS : found.unknown ? UNKNOWN : BROKEN;
  };
  const clause = (
    { kind, name, title }: Pick<Clause, "kind" | "name" | "title">,
    key: string,
    slots: readonly Slot[],
    judge: Judge,
  ): Clause => ({
    kind,
    name,
    title,
    canonical: `${kind} ${key}`,
    parts: [partOf(createUnit(space, { slots, judge }))],
  });
  type Judge = (facts: Facts) => Judgement;
  const states = Object.entries(set.states).map(([name, { aliases = [], initial }]) => [name, aliases, initial]);
  const wheres = event.roles.map(({ where }) => where);
  return [
    clause(
      { kind: "status", name: "ERP status", title: "The ERP status lets it happen" },
      JSON.stringify([event.from, states]),
      [...statusSlots, lastEvent],
      refuses("state", { ...event, guards: [] }),
    ),
    ...(definition?.guards ?? []).map(({ when, message }, index) => {
      const guard = event.guards[index]?.when;
      const head = { kind: "guard", name: `guard ${index + 1}`, title: message } as const;
      return clause(
        head,
        canonical.condition(when),
        reads.ofCondition(when),
        (facts) => guard?.ask(facts, undefined) ?? HOLDS,
      );
    }),
    clause(
      { kind: "role", name: "role", title: `It needs ${either(event.roles.map(({ label }) => label))}` },
      JSON.stringify(wheres.map(canonical.condition).sort()),
      wheres.flatMap(reads.ofCondition),
      refuses("role", event),
    ),
    ...Object.entries(event.input).map(([name, { label, type, required, default: preset, mustBe }]) =>
      clause(
        { kind: "input", name, title: `${label} is entered as it must be` },
        JSON.stringify([name, type, required === true, preset, mustBe]),
        [inputSlot(name)],
        ({ input: { [name]: value } }) => {
          const entered = value === undefined && preset === "today" ? usualDay : value;
          return inputReasons(event, { [name]: entered }).some((reason) => reason.input === name) ? BROKEN : HOLDS;
        },
      ),
    ),
  ];
}

/** What a check enters for an event: the day where that is the default, and nothing else. */
export function enteredByCheck(space: Space, source: SpaceSource, event: string): readonly Demand[] {
  const { input, defaultsToday } = eventOf(source, event);
  return Object.keys(input).map((name) =>
    defaultsToday.includes(name)
      ? entered(space, name, (value) => typeof value === "string" && isDate(value))
      : entered(space, name, (value) => value === undefined),
  );
}

/** That a value is not entered, unless it is the day of the event by itself. */
export function notGiven(space: Space, name: string): Demand {
  return entered(space, name, (value) => value === undefined || value === usualDay);
}

function entered(space: Space, name: string, fits: (value: unknown) => boolean): Demand {
  const judge = ({ input }: Facts) => (fits(input[name]) ? HOLDS : BROKEN);
  return { unit: createUnit(space, { slots: [inputSlot(name)], judge }), allowed: kept };
}

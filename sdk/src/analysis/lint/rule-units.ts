import { compileRule } from "../../check/rule.ts";
import type { Facts } from "../../context/facts.ts";
import { DOES_NOT_APPLY, HOLDS, type Judgement } from "../../context/judgement.ts";
import { type Clause, setOf, type Way } from "../solver/clause.ts";
import { linesNeeded } from "../solver/rule-looks.ts";
import type { Solver } from "../solver/solver.ts";
import type { SpaceSource } from "../solver/space.ts";
import { createUnit, type Unit } from "../solver/unit.ts";

/** What rules are to say, by id: a set of judgements, see `setOf`. */
export type Wanted = Readonly<Record<string, number>>;

/** The rules of a rule set that are on, each made askable once. */
export interface RuleUnits {
  /** Asks a rule itself. */
  judge(id: string, facts: Facts): Judgement;
  /** What it takes for rules to say what is wanted. */
  waysTo(wanted: Wanted): readonly Way[];
  /** Everything that can keep an event from happening, but for values of a wrong type that rules meet which do not block. */
  clausesOf(event: string): readonly Clause[];
}

interface RuleUnit {
  readonly judge: (facts: Facts) => Judgement;
  readonly unit: Unit;
  readonly lines: Way["lines"];
}

/** Prepares to ask rules. */
export function createRuleUnits({ space, clauses }: Solver, source: SpaceSource): RuleUnits {
  const { set, names, reads, events } = source;
  const asked = new Map([...events.values()].flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));
  const units = new Map<string, RuleUnit>();
  const make = (id: string): RuleUnit => {
    const rule = set.rules.find((each) => each.id === id);
    const compiled = asked.get(id) ?? (rule && compileRule(rule, set, names));
    if (rule === undefined || compiled === undefined) throw new RangeError(`there is no rule ${id} that is on`);
    const unit = createUnit(space, { slots: reads.ofRule(rule.definition), judge: compiled.judge });
    return { judge: compiled.judge, unit, lines: linesNeeded(rule.definition, names) };
  };
  const unitOf = (id: string): RuleUnit => {
    const known = units.get(id) ?? make(id);
    units.set(id, known);
    return known;
  };
  const made = new Map<string, readonly Clause[]>();
  const makeClauses = (event: string): readonly Clause[] => {
    const blocking = events.get(event)?.rules.filter(({ severity }) => severity === "error") ?? [];
    // Rules that are taken apart would be searched quicker, but take longer to make.
    const rules = blocking.map(({ id, title }): Clause => {
      const { unit, lines } = unitOf(id);
      const part = { unit, ok: setOf(DOES_NOT_APPLY, HOLDS), open: 0, lines };
      return { kind: "rule", name: id, title, canonical: id, parts: [part] };
    });
    return [...rules, ...clauses.ofLifecycle(source, event)];
  };
  return {
    judge: (id, facts) => unitOf(id).judge(facts),
    waysTo: (wanted) =>
      Object.entries(wanted).map(([id, allowed]) => {
        const { unit, lines } = unitOf(id);
        return { demands: [{ unit, allowed }], lines };
      }),
    clausesOf: (event) => {
      const known = made.get(event) ?? makeClauses(event);
      made.set(event, known);
      return known;
    },
  };
}

import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../../context/judgement.ts";
import type { Clause } from "../solver/clause.ts";
import type { Unit } from "../solver/unit.ts";

/** What a finding makes of a judgement: whether a rule is kept or has nothing to say makes no difference. */
const told: Readonly<Record<Judgement, number>> = {
  [DOES_NOT_APPLY]: 0,
  [HOLDS]: 0,
  [UNKNOWN]: 1,
  [MISTYPED]: 2,
  [BROKEN]: 3,
};

/** Something that says nothing at all. */
const silent: Unit = { scope: [], judge: () => ({ judgement: DOES_NOT_APPLY, asked: [] }) };

/** A unit that holds where two others say different things; one that is not there says nothing. */
export function differ(a: Unit = silent, b: Unit = silent): Unit {
  return joined([a, b], ([first = DOES_NOT_APPLY, second = DOES_NOT_APPLY]) =>
    told[first] === told[second] ? BROKEN : HOLDS,
  );
}

/** A unit that is broken where one of some clauses is. */
export function anyOf(clauses: readonly Clause[]): Unit {
  const units = clauses.flatMap(({ parts }) => parts.map(({ unit }) => unit));
  return joined(units, (judgements) => (judgements.includes(BROKEN) ? BROKEN : HOLDS));
}

function joined(units: readonly Unit[], judge: (judgements: readonly Judgement[]) => Judgement): Unit {
  return {
    scope: [...new Set(units.flatMap(({ scope }) => scope))].sort((a, b) => a - b),
    judge(assignment) {
      const answers = units.map((unit) => unit.judge(assignment));
      return {
        judgement: judge(answers.map(({ judgement }) => judgement)),
        asked: [...new Set(answers.flatMap(({ asked }) => asked))],
      };
    },
  };
}

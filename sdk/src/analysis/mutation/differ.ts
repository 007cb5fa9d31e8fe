import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../../context/judgement.ts";
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

/**
 * A unit that holds where two others say different things; one that is not there says nothing.
 * @param typed whether values of a wrong type don't count
 */
export function differ(a: Unit = silent, b: Unit = silent, { typed = false } = {}): Unit {
  return {
    scope: [...new Set([...a.scope, ...b.scope])].sort((first, second) => first - second),
    judge(assignment) {
      const [first, second] = [a.judge(assignment), b.judge(assignment)];
      const isMistyped = first.judgement === MISTYPED || second.judgement === MISTYPED;
      const isSame = told[first.judgement] === told[second.judgement];
      return {
        judgement: isSame || (typed && isMistyped) ? BROKEN : HOLDS,
        asked: [...new Set([...first.asked, ...second.asked])],
      };
    },
  };
}

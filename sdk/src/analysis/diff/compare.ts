import { type Clause, noWorseThan, type Standing, type Way, waysToStand } from "../solver/clause.ts";
import type { Demand } from "../solver/search.ts";
import type { Solver } from "../solver/solver.ts";
import type { Assignment } from "../solver/unit.ts";

/** What two rule sets ask for one event, side by side. */
export interface Sides {
  readonly before: readonly Clause[];
  readonly after: readonly Clause[];
  /** What is given in any case. */
  readonly given: readonly Demand[];
  /** Whether what is not known is told apart from what is refused. */
  readonly tellsOpen: boolean;
  /** Differences of which it is known that they are there, and that need not be told again. */
  readonly told?: readonly Difference[] | undefined;
  /** Whether values that were found make the rule sets themselves stand so. */
  confirms(assignment: Assignment, before: Standing, after: Standing): boolean;
}

/** A way in which the sides can differ: because of one clause, which only one of them has. */
export interface Difference {
  readonly before: Standing;
  readonly after: Standing;
  readonly cause: Clause;
}

/** A difference, and values that show it. */
export interface Found extends Difference {
  readonly assignment: Assignment;
  /** Whether the cause alone stands against it. */
  readonly isAlone: boolean;
}

/** A difference of which it could not be told whether there is one. */
export interface NotDecided extends Difference {
  /** As the end of a sentence. */
  readonly why: string;
}

/** All that was found out about two sides. What is in neither list is proved not to be. */
export interface Compared {
  readonly found: readonly Found[];
  /** All differences that were seen, also those that are there only together with one that was found. */
  readonly seen: readonly Difference[];
  readonly notDecided: readonly NotDecided[];
}

/**
 * Looks for values for which two sides stand differently: one for each clause that only one of them has, and one for each
 * further pair of standings. What both have makes no difference, but has to be met wherever it would hide one.
 */
export function compareSides(solver: Solver, sides: Sides): Compared {
  const stricter = lookForWorse(solver, { ...sides, better: sides.before, worse: sides.after });
  const looser = lookForWorse(solver, {
    ...sides,
    told: sides.told?.map(turn),
    better: sides.after,
    worse: sides.before,
    confirms: (assignment, better, worse) => sides.confirms(assignment, worse, better),
  });
  return {
    found: [...stricter.found, ...looser.found.map(turn)],
    seen: [...stricter.seen, ...looser.seen.map(turn)],
    notDecided: [...stricter.notDecided, ...looser.notDecided.map(turn)],
  };
}

function turn<Kind extends Difference>(difference: Kind): Kind {
  return { ...difference, before: difference.after, after: difference.before };
}

/** One side stands better, the other worse. Told as if the better one came before. */
interface OneWay extends Pick<Sides, "given" | "tellsOpen" | "told" | "confirms"> {
  readonly better: readonly Clause[];
  readonly worse: readonly Clause[];
}

function lookForWorse(solver: Solver, sides: OneWay): Compared {
  const { better, worse, tellsOpen, told = [] } = sides;
  const common = new Set(better.map(({ canonical }) => canonical));
  const isTold = (clause: Clause): boolean =>
    told.some(({ before, cause }) => before === "ok" && cause.kind === clause.kind && cause.name === clause.name);
  const causes = worse.filter((clause) => !common.has(clause.canonical) && !isTold(clause));
  if (causes.length === 0) return { found: [], seen: [], notDecided: [] };
  const seeker = createSeeker(solver, sides);
  const found: Found[] = [];
  const notDecided: NotDecided[] = [];
  const seek = (difference: Difference): boolean => {
    const result = seeker(difference);
    if (result === undefined) return false;
    if ("why" in result) notDecided.push(result);
    else found.push(result);
    return !("why" in result);
  };
  const isSeen = ({ before, after }: Omit<Difference, "cause">): boolean =>
    found.some((each) => each.before === before && each.after === after);
  const refused = causes.filter((cause) => seek({ before: "ok", after: "against", cause }));
  if (tellsOpen) {
    for (const cause of causes) if (!refused.includes(cause)) seek({ before: "ok", after: "open", cause });
    for (const cause of refused) {
      if (!isSeen({ before: "ok", after: "open" })) seek({ before: "ok", after: "open", cause });
    }
    for (const cause of causes) {
      if (!isSeen({ before: "open", after: "against" })) seek({ before: "open", after: "against", cause });
    }
  }
  // Where several stand against it together, the first of them is told, unless one does so alone.
  const isFirst = (each: Found): boolean => {
    const same = found.filter(({ before, after }) => before === each.before && after === each.after);
    return each === (same.find(({ isAlone }) => isAlone) ?? same[0]);
  };
  return {
    found: found.filter((each) => each.isAlone || isFirst(each)),
    seen: found,
    notDecided: notDecided.filter((each) => !isSeen(each) || !found.some(({ cause }) => cause === each.cause)),
  };
}

function createSeeker(
  solver: Solver,
  { better, worse, given, confirms }: OneWay,
): (difference: Difference) => Found | NotDecided | undefined {
  const demandsOf = (clauses: readonly Clause[], worst: "ok" | "open"): readonly Demand[] =>
    clauses.flatMap((clause) => noWorseThan(clause, worst));
  const fine = [...given, ...demandsOf(better, "ok")];
  const start = startOf(solver, [[...fine, ...demandsOf(worse, "ok")], fine]);
  return (difference) => {
    const { before, after, cause } = difference;
    const others = worse.filter((clause) => clause !== cause);
    const demands = [
      ...given,
      ...demandsOf(better, before === "ok" ? "ok" : "open"),
      ...(after === "open" ? demandsOf(worse, "open") : []),
    ];
    let why: string | undefined;
    const find = (ways: readonly Way[], further: readonly Demand[] = []): Assignment | "none" | undefined => {
      const answer = solver.find({ demands: [...demands, ...further], ways, start });
      if (answer.kind === "none") return "none";
      if (answer.kind === "found" && confirms(answer.assignment, before, after)) return answer.assignment;
      why ??= answer.kind === "found" ? "what was found does not show it" : answer.why;
      return undefined;
    };
    for (const way of waysToStand(cause, after === "open" ? "open" : "against")) {
      if (before === "ok") {
        const first = find([way]);
        if (first === "none") continue;
        const alone = find([way], demandsOf(others, "ok"));
        if (alone !== "none" && alone !== undefined) return { ...difference, assignment: alone, isAlone: true };
        if (first !== undefined) return { ...difference, assignment: first, isAlone: false };
      } else if (solver.find({ demands, ways: [way], start }).kind !== "none") {
        for (const open of better.flatMap((clause) => waysToStand(clause, "open", 2))) {
          const both = find([way, open]);
          if (both !== "none" && both !== undefined) return { ...difference, assignment: both, isAlone: false };
        }
      }
    }
    return why === undefined ? undefined : { ...difference, why };
  };
}

/** Values that meet the first demands that can be met: a search that begins there has little to change. */
function startOf(solver: Solver, choices: readonly (readonly Demand[])[]): Assignment | undefined {
  for (const demands of choices) {
    const answer = solver.find({ demands, ways: [] });
    if (answer.kind === "found") return answer.assignment;
  }
  return undefined;
}

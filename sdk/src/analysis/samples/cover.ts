/** Something that covers some of a number of things, which are told by position. */
export type Cover = ReadonlySet<number>;

/** A choice of covers. */
export interface Chosen {
  /** Positions of the covers that are chosen, ascending. */
  readonly chosen: readonly number[];
  /** Whether it is proved that no fewer will do. */
  readonly isSmallest: boolean;
}

/** Most steps that a search for a smaller choice may take. */
const mostSteps = 200_000;

/**
 * Chooses as few covers as will do for everything that any of them covers: what only one covers decides for it, what is
 * covered whenever something else is, and covers that another one outdoes, are left aside, and the rest is searched.
 */
export function smallestCover(covers: readonly Cover[]): Chosen {
  const search: Search = { best: greedy(covers), steps: 0 };
  explore(problemOf(covers), [], search);
  return { chosen: search.best.toSorted((a, b) => a - b), isSmallest: search.steps < mostSteps };
}

interface Search {
  best: readonly number[];
  steps: number;
}

/** What is left to be covered, and by what: covers by position, each with the things of those left that it covers. */
type Problem = ReadonlyMap<number, Cover>;

function problemOf(covers: readonly Cover[]): Problem {
  return new Map([...covers.entries()].filter(([, cover]) => cover.size > 0));
}

function greedy(covers: readonly Cover[]): readonly number[] {
  const chosen: number[] = [];
  for (let left = problemOf(covers); left.size > 0; ) {
    const [best] = [...left].reduce((a, b) => (b[1].size > a[1].size ? b : a));
    chosen.push(best);
    left = without(left, best);
  }
  return chosen;
}

/** What is left once a cover is chosen. */
function without(problem: Problem, chosen: number): Problem {
  const covered = problem.get(chosen) ?? new Set();
  const left = new Map<number, Cover>();
  for (const [index, cover] of problem) {
    const rest = new Set([...cover].filter((each) => !covered.has(each)));
    if (rest.size > 0) left.set(index, rest);
  }
  return left;
}

function explore(whole: Problem, taken: readonly number[], search: Search): void {
  if (search.steps++ >= mostSteps) return;
  const { problem, forced } = reduced(whole);
  const chosen = [...taken, ...forced];
  if (chosen.length + leastFor(problem) >= search.best.length) return;
  if (problem.size === 0) {
    search.best = chosen;
    return;
  }
  // One of those that cover the thing with the fewest covers has to be chosen.
  const byThing = coversByThing(problem);
  const choices = [...byThing.values()].reduce((a, b) => (b.length < a.length ? b : a));
  const size = (index: number): number => problem.get(index)?.size ?? 0;
  let left = problem;
  for (const index of choices.toSorted((a, b) => size(b) - size(a))) {
    explore(without(left, index), [...chosen, index], search);
    // Whoever does without it from here on need not look at it again.
    left = new Map([...left].filter(([other]) => other !== index));
  }
}

/** Leaves aside what makes no difference, and chooses what there is no way around. */
function reduced(whole: Problem): { readonly problem: Problem; readonly forced: readonly number[] } {
  let problem = whole;
  const forced: number[] = [];
  for (;;) {
    const only = [...coversByThing(problem).values()].find(({ length }) => length === 1)?.[0];
    if (only !== undefined) {
      forced.push(only);
      problem = without(problem, only);
      continue;
    }
    const fewer = withoutOutdone(withoutImplied(problem));
    if (fewer.size === problem.size && thingsIn(fewer) === thingsIn(problem)) return { problem, forced };
    problem = fewer;
  }
}

function coversByThing(problem: Problem): ReadonlyMap<number, readonly number[]> {
  const byThing = new Map<number, number[]>();
  for (const [index, cover] of problem) {
    for (const thing of cover) {
      const known = byThing.get(thing);
      if (known === undefined) byThing.set(thing, [index]);
      else known.push(index);
    }
  }
  return byThing;
}

function thingsIn(problem: Problem): number {
  return coversByThing(problem).size;
}

/** Without things that are covered by whatever covers another one. */
function withoutImplied(problem: Problem): Problem {
  const things = [...coversByThing(problem)].toSorted((a, b) => a[1].length - b[1].length);
  const kept: (readonly [number, ReadonlySet<number>])[] = [];
  for (const [thing, by] of things) {
    const own = new Set(by);
    if (!kept.some(([, other]) => isSubset(other, own))) kept.push([thing, own]);
  }
  const left = new Set(kept.map(([thing]) => thing));
  return new Map(
    [...problem].map(([index, cover]) => [index, new Set([...cover].filter((thing) => left.has(thing)))] as const),
  );
}

/** Without covers that cover nothing, or nothing that another one does not cover. */
function withoutOutdone(problem: Problem): Problem {
  const kept: (readonly [number, Cover])[] = [];
  for (const entry of [...problem].toSorted((a, b) => b[1].size - a[1].size)) {
    if (entry[1].size > 0 && !kept.some(([, other]) => isSubset(entry[1], other))) kept.push(entry);
  }
  return new Map(kept);
}

function isSubset(inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean {
  if (inner.size > outer.size) return false;
  for (const each of inner) if (!outer.has(each)) return false;
  return true;
}

/** A number that no choice can stay below: things of which no two have a cover in common each need one of their own. */
function leastFor(problem: Problem): number {
  const taken = new Set<number>();
  let least = 0;
  for (const [, by] of [...coversByThing(problem)].toSorted((a, b) => a[1].length - b[1].length)) {
    if (by.some((index) => taken.has(index))) continue;
    for (const index of by) taken.add(index);
    least++;
  }
  return least;
}

import type { Fix } from "../generated/types.ts";

/** Most combinations tried for the proof that none is smaller; past it every fix left is still proved to be needed. */
const mostTries = 2000;

const costs: Readonly<Record<Fix["kind"], number>> = { safe: 1, choice: 10, status: 100 };

/**
 * The cheapest set with one fix for each finding that solves all of them, as proved by `solves`.
 * @param candidates for each finding, the fixes that may be used, best first; none is empty
 * @returns `undefined` when no combination solves them
 */
export function smallestFixes(
  candidates: readonly (readonly Fix[])[],
  solves: (fixes: readonly Fix[]) => boolean,
): readonly Fix[] | undefined {
  const all = unique(candidates.flat());
  if (solves([])) return [];
  let tries = 0;
  for (let size = 1; size <= all.length && tries < mostTries; size++) {
    let cheapest: readonly Fix[] | undefined;
    for (const fixes of combinations(all, size)) {
      if (++tries > mostTries) break;
      if ((cheapest === undefined || cost(fixes) < cost(cheapest)) && solves(fixes)) cheapest = fixes;
    }
    if (cheapest !== undefined) return cheapest;
  }
  return withoutNeedless(unique(candidates.flatMap(([first]) => (first === undefined ? [] : [first]))), solves);
}

function cost(fixes: readonly Fix[]): number {
  return fixes.reduce((sum, { kind, edits }) => sum + costs[kind] * edits.length, 0);
}

/** Fixes that make the same edits count once. */
export function unique(fixes: readonly Fix[]): readonly Fix[] {
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    for (const rest of combinations(items, size - 1, index + 1)) yield prepend(items, index, rest);
  }
}

function prepend<T>(items: readonly T[], index: number, rest: readonly T[]): readonly T[] {
  const item = items[index];
  return item === undefined ? rest : [item, ...rest];
}

/** Drops every fix without which the rest still solves. */
function withoutNeedless(
  fixes: readonly Fix[],
  solves: (fixes: readonly Fix[]) => boolean,
): readonly Fix[] | undefined {
  if (!solves(fixes)) return undefined;
  let kept = fixes;
  for (const fix of fixes) {
    const rest = kept.filter((each) => each !== fix);
    if (solves(rest)) kept = rest;
  }
  return kept;
}

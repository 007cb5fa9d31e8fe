/** What is asked to run: a file as a whole, or one of its tests. */
export interface Asked {
  readonly uri: string;
  /** Absent for the file as a whole. */
  readonly id?: string;
}

/** What to run of one file; without ids, all of it. */
export interface FilePlan {
  readonly uri: string;
  readonly ids?: readonly string[];
}

/**
 * What to run, one part for each file.
 * @param include what is asked for; `undefined` means everything
 * @param known every file with the ids of its tests
 */
export function planRun(
  include: readonly Asked[] | undefined,
  exclude: readonly Asked[],
  known: ReadonlyMap<string, readonly string[]>,
): readonly FilePlan[] {
  const wanted: readonly Asked[] = include ?? [...known.keys()].map((uri) => ({ uri }));
  const isExcluded = (uri: string, id: string): boolean =>
    exclude.some((each) => each.uri === uri && (each.id === undefined || each.id === id));
  const plans: FilePlan[] = [];
  for (const uri of new Set(wanted.map((each) => each.uri))) {
    const ofFile = wanted.filter((each) => each.uri === uri);
    const all = known.get(uri) ?? [];
    const isWhole = ofFile.some(({ id }) => id === undefined);
    const ids = (isWhole ? all : ofFile.flatMap(({ id }) => id ?? [])).filter((id) => !isExcluded(uri, id));
    if (isWhole && ids.length === all.length) plans.push({ uri });
    else if (ids.length > 0) plans.push({ uri, ids: [...new Set(ids)] });
  }
  return plans;
}

import type { Edit } from "../document/text.ts";
import type { RuleTestException, RuleTestFile } from "../generated/types.ts";
import type { CaseExpectation, TestCase } from "./cases.ts";
import type { CaseRun } from "./run-tests.ts";

/** A change to a rule test file, so that a case expects what comes of it. */
export interface Update {
  /** The case. */
  readonly name: string;
  /** What it expects, and what it is to expect: the parts that differ. */
  readonly before: CaseExpectation;
  readonly after: CaseExpectation;
}

/** Changes to a rule test file, and the edits that make them. */
export interface Updates {
  readonly updates: readonly Update[];
  readonly edits: readonly Edit[];
}

/**
 * Lets the cases that have not passed expect what comes of them. A case of a matrix becomes an exception of its own. A case
 * that could not be run stays as it is.
 * @param runs all cases of the file
 * @param isWanted which of them to change
 */
export function updatesFor(
  file: RuleTestFile,
  runs: readonly CaseRun[],
  isWanted: (run: CaseRun) => boolean = () => true,
): Updates {
  const canChange = (run: CaseRun): boolean => !run.result.passed && run.given !== undefined && isWanted(run);
  const failed = runs.filter(canChange);
  const updates = failed.map(({ test, result: { expected, actual } }): Update => {
    const keys = expectationKeys.filter((key) => JSON.stringify(expected[key]) !== JSON.stringify(actual[key]));
    return { name: test.name, before: pick(expected, keys), after: pick(actual, keys) };
  });
  const ofCases = failed
    .filter(({ test }) => test.path.startsWith("/cases/"))
    .flatMap(({ test, result }) => editsOf(test, result.actual));
  const ofMatrices = (file.matrix ?? []).flatMap(({ except = [] }, index) =>
    matrixEdits(`/matrix/${index}`, except, runs, canChange),
  );
  return { updates, edits: [...ofCases, ...ofMatrices] };
}

const expectationKeys = ["outcome", "broken", "unknown", "moves", "reasons"] as const;

/** Some parts of an expectation, as far as they are there. */
function pick(from: CaseExpectation, keys: readonly (keyof CaseExpectation)[]): CaseExpectation {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
}

function editsOf(test: TestCase, actual: CaseExpectation): readonly Edit[] {
  return expectationKeys.flatMap((key): readonly Edit[] => {
    const place = `${test.path}/${key}`;
    const [before, after] = [test[key], actual[key]];
    if (before === undefined) return [];
    if (after === undefined) return [{ op: "remove", path: place }];
    if (typeof before !== "string" && typeof after !== "string") return listEdits(place, before, after);
    return before === after ? [] : [{ op: "replace", path: place, value: after }];
  });
}

/** Entry by entry, so that what stays stands where and how it stood. */
function listEdits(path: string, before: readonly string[], after: readonly string[]): readonly Edit[] {
  const gone = [...before.keys()].filter((index) => !after.includes(before[index] ?? "")).toReversed();
  const added = after.filter((entry) => !before.includes(entry));
  return [
    ...gone.map((index): Edit => ({ op: "remove", path: `${path}/${index}` })),
    ...added.map((value): Edit => ({ op: "add", path: `${path}/-`, value })),
  ];
}

/** Exceptions are taken out and put in from the last to the first, so that the positions of the others stay. */
function matrixEdits(
  path: string,
  except: readonly RuleTestException[],
  runs: readonly CaseRun[],
  canChange: (run: CaseRun) => boolean,
): readonly Edit[] {
  const own = runs.filter(({ test }) => test.path.startsWith(`${path}/`));
  const failedAt = (place: string): readonly CaseRun[] =>
    own.filter((run) => run.test.path === place && canChange(run));
  const split = except.flatMap((_, index): readonly Edit[] => {
    const place = `${path}/except/${index}`;
    if (failedAt(place).length === 0) return [];
    const cells = own.filter(({ test }) => test.path === place);
    const made = cells.map((run) => exceptionOf(run, canChange(run)));
    return [
      { op: "remove", path: place },
      ...made.toReversed().map((value): Edit => ({ op: "add", path: place, value })),
    ];
  });
  const added = failedAt(`${path}/default`).map((run) => exceptionOf(run, true));
  const groups = split.length === 0 ? [] : grouped(split);
  if (added.length === 0) return groups;
  if (except.length === 0) return [...groups, { op: "add", path: `${path}/except`, value: added }];
  return [...groups, ...added.map((value): Edit => ({ op: "add", path: `${path}/except/-`, value }))];
}

/** The edits of each exception together, those of the last one first. */
function grouped(edits: readonly Edit[]): readonly Edit[] {
  const byPlace = new Map<string, Edit[]>();
  for (const edit of edits) byPlace.set(edit.path, [...(byPlace.get(edit.path) ?? []), edit]);
  return [...byPlace.values()].toReversed().flat();
}

/** One case of a matrix as an exception by itself, which expects what comes of it, or still what it did. */
function exceptionOf({ test, result: { expected, actual } }: CaseRun, isChanged: boolean): RuleTestException {
  const { document, actor, event = "send" } = test;
  const expects = pick(
    isChanged ? actual : expected,
    expectationKeys.filter((key) => expected[key] !== undefined),
  );
  return { documents: [document], ...(actor === undefined ? {} : { actors: [actor] }), events: [event], ...expects };
}

import { toPointer } from "../document/pointer.ts";
import type { RuleTestCase, RuleTestException, RuleTestFile, RuleTestMatrix } from "../generated/types.ts";

/** What a case expects, or what came of it: the parts that the case speaks of. */
export type CaseExpectation = Pick<RuleTestCase, "outcome" | "broken" | "unknown" | "moves" | "reasons">;

/** A case of a rule test file: written by itself, or made of a matrix. */
export interface TestCase extends RuleTestCase {
  /** JSON Pointer to what says what must come of it: the case, or the default or an exception of a matrix. */
  readonly path: string;
}

/** All cases of a rule test file, those of its matrix first. */
export function casesOf({ matrix = [], cases }: RuleTestFile): readonly TestCase[] {
  return [
    ...matrix.flatMap((each, index) => cellsOf(each, toPointer(["matrix", index]))),
    ...cases.map((each, index) => ({ ...each, path: toPointer(["cases", index]) })),
  ];
}

/** What is asked of a cell of a matrix. */
export interface Cell {
  readonly document: string;
  readonly actor: string | undefined;
  readonly event: string;
}

function cellsOf(matrix: RuleTestMatrix, path: string): readonly TestCase[] {
  const { name, context, input = {}, except = [] } = matrix;
  return cells(matrix).map((cell) => {
    const { document, actor, event } = cell;
    const at = except.findIndex((each) => isAbout(each, cell));
    const exception = except[at];
    return {
      name: `${name}: ${[document, ...(actor === undefined ? [] : [actor]), event].join(", ")}`,
      document,
      ...(context === undefined ? {} : { context }),
      ...(actor === undefined ? {} : { actor }),
      event,
      ...(Object.hasOwn(input, event) ? { input: input[event] } : {}),
      ...(exception === undefined ? defaultOf(matrix) : expectedBy(exception)),
      path: exception === undefined ? `${path}/default` : `${path}/except/${at}`,
    };
  });
}

/** Every document with every actor and every event. */
export function cells({ documents, actors, events = ["send"] }: RuleTestMatrix): readonly Cell[] {
  const people: readonly (string | undefined)[] = actors ?? [undefined];
  return documents.flatMap((document) =>
    people.flatMap((actor) => events.map((event) => ({ document, actor, event }))),
  );
}

/** Whether an exception is about a cell. */
export function isAbout({ documents, actors, events }: RuleTestException, { document, actor, event }: Cell): boolean {
  return (
    (documents === undefined || documents.includes(document)) &&
    (actors === undefined || (actor !== undefined && actors.includes(actor))) &&
    (events === undefined || events.includes(event))
  );
}

/** What a matrix expects of the cases that are no exception. */
export function defaultOf({ default: preset }: RuleTestMatrix): CaseExpectation {
  return typeof preset === "string" ? { moves: preset } : preset;
}

function expectedBy({ documents: _d, actors: _a, events: _e, ...expected }: RuleTestException): CaseExpectation {
  return expected;
}

import { toPointer } from "../document/pointer.ts";
import type { RuleTestMatrix } from "../generated/types.ts";
import { show } from "../keywords/show.ts";
import { known } from "../rules/known.ts";
import type { Problems } from "../rules/rule-file.ts";
import { cells, isAbout } from "./cases.ts";
import { type Places, verifyEvent } from "./verify-event.ts";
import { verifyExpectation, verifyMove } from "./verify-expectation.ts";

/** Checks every name that a matrix mentions, and that no case is two exceptions at once. */
export function verifyMatrix(
  path: string,
  matrix: RuleTestMatrix,
  { file, rules, names }: Places,
  problems: Problems,
): void {
  const { documents, context, actors = [], events = ["send"], input = {}, default: preset, except = [] } = matrix;
  documents.forEach((name, index) => {
    known(`${path}/documents/${index}`, "document", name, names.documents, problems);
  });
  if (context !== undefined) known(`${path}/context`, "context", context, file.contexts ?? {}, problems);
  actors.forEach((name, index) => {
    known(`${path}/actors/${index}`, "actor", name, file.actors ?? {}, problems);
  });
  matrix.events?.forEach((event, index) => {
    verifyEvent(`${path}/events/${index}`, event, rules, problems);
  });
  for (const [event, entered] of Object.entries(input)) {
    const place = `${path}${toPointer(["input", event])}`;
    if (verifyOwn(place, "event", event, events, problems))
      verifyEvent(undefined, event, rules, problems, { path: place, entered });
  }
  if (typeof preset === "string") verifyMove(`${path}/default`, preset, file, rules.definition.states, problems);
  else verifyExpectation(`${path}/default`, preset, file, rules, problems);
  except.forEach((exception, index) => {
    const place = `${path}/except/${index}`;
    const { documents: own, actors: people, events: asked, ...expected } = exception;
    own?.forEach((name, at) => {
      verifyOwn(`${place}/documents/${at}`, "document", name, documents, problems);
    });
    people?.forEach((name, at) => {
      verifyOwn(`${place}/actors/${at}`, "actor", name, actors, problems);
    });
    asked?.forEach((name, at) => {
      verifyOwn(`${place}/events/${at}`, "event", name, events, problems);
    });
    verifyExpectation(place, expected, file, rules, problems);
  });
  const size = documents.length * Math.max(1, actors.length) * events.length;
  if (size > mostCases) problems.add(path, `this matrix makes ${size} cases; at most ${mostCases} are allowed`);
  else verifyApart(path, matrix, problems);
}

const mostCases = 100_000;

/** Checks that a name is one of those the matrix is made of. */
function verifyOwn(path: string, kind: string, name: string, own: readonly string[], problems: Problems): boolean {
  return known(path, kind, name, Object.fromEntries(own.map((each) => [each, each])), problems);
}

function verifyApart(path: string, matrix: RuleTestMatrix, problems: Problems): void {
  const { except = [] } = matrix;
  const told = new Set<number>();
  for (const cell of cells(matrix)) {
    const [first = 0, second] = [...except.keys()].filter((index) => {
      const exception = except[index];
      return exception !== undefined && isAbout(exception, cell);
    });
    if (second === undefined || told.has(second)) continue;
    told.add(second);
    const { document, actor, event } = cell;
    const which = [document, ...(actor === undefined ? [] : [actor]), event].map((each) => show(each)).join(", ");
    problems.add(`${path}/except/${second}`, `exception ${first + 1} speaks of ${which} already`);
  }
}

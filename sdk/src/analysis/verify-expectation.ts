import type { RuleTestFile } from "../generated/types.ts";
import type { RuleSet } from "../rule-set.ts";
import { known } from "../rules/known.ts";
import type { Problems } from "../rules/rule-file.ts";
import type { CaseExpectation } from "./cases.ts";

/** Findings about the document itself that a check of a value can have. */
const ofDocuments = ["document/type", "document/unquoted-code"];

/** What a case can say instead of a state it leads to. */
const REFUSED = "refused";

/** Checks the names of what is expected, and that something is. */
export function verifyExpectation(
  path: string,
  expected: CaseExpectation,
  file: RuleTestFile,
  { definition }: RuleSet,
  problems: Problems,
): void {
  const ids = Object.fromEntries([...definition.rules.map(({ id }) => id), ...ofDocuments].map((id) => [id, id]));
  for (const key of ["broken", "unknown"] as const) {
    expected[key]?.forEach((id, index) => {
      known(`${path}/${key}/${index}`, "rule", id, ids, problems);
    });
  }
  const { outcome, broken, unknown, moves, reasons } = expected;
  if (moves !== undefined) verifyMove(`${path}/moves`, moves, file, definition.states, problems);
  if (reasons !== undefined && moves !== REFUSED)
    problems.add(`${path}/reasons`, '"reasons" are those of a refusal; write "moves: refused" beside it');
  if ([outcome, broken, unknown, moves, reasons].every((each) => each === undefined))
    problems.add(path, 'this case expects nothing; write "outcome", "broken", "unknown" or "moves"');
}

/** Checks the ERP status that an event must lead to. */
export function verifyMove(
  path: string,
  moves: string,
  { at }: RuleTestFile,
  states: RuleSet["definition"]["states"],
  problems: Problems,
): void {
  known(path, "state", moves, { ...states, [REFUSED]: {} }, problems);
  if (moves !== REFUSED && at === undefined)
    problems.add(path, 'an event needs a time: write "at" at the top of the file');
}

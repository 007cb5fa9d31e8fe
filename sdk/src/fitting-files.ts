import { libraryWith } from "./load-text.ts";
import type { Library } from "./rules/library.ts";
import { isRuleSetError, type RuleFileSource, type RuleProblem } from "./rules/rule-file.ts";

/** Rule files that fit beside each other and those that ship, and why the others don't. */
export interface FittingFiles {
  readonly library: Library;
  /** The faults of files that are left out. */
  readonly misfits: readonly RuleProblem[];
}

/**
 * Puts rule files beside those that ship. Files that don't fit are left out, until the rest does; those that ship always
 * stay. Of two files of one version the later one is left out.
 */
export function fittingFiles(sources: readonly RuleFileSource[]): FittingFiles {
  const misfits: RuleProblem[] = [];
  let fitting = sources;
  for (;;) {
    try {
      return { library: libraryWith(fitting), misfits };
    } catch (error) {
      if (!isRuleSetError(error)) throw error;
      const problems = error.problems.flatMap((problem) => attributed(problem, fitting));
      misfits.push(...problems);
      const rest = fitting.filter(({ file }) => !problems.some((problem) => problem.file === file));
      // What nobody can be blamed for would come again and again.
      if (rest.length === fitting.length) return { library: libraryWith([]), misfits };
      fitting = rest;
    }
  }
}

/** What is told of a file that ships is the fault of those of the same rule set. */
function attributed(problem: RuleProblem, sources: readonly RuleFileSource[]): readonly RuleProblem[] {
  if (sources.some(({ file }) => file === problem.file)) return [problem];
  return sources
    .filter(({ content }) => problem.file.startsWith(`${content.ruleSet}/`))
    .map(({ file, rangeOf }) => {
      const range = rangeOf("/effective");
      return { file, path: "/effective", message: problem.message, ...(range === undefined ? {} : { range }) };
    });
}

import {
  isRuleSetError,
  type Library,
  libraryWith,
  type RuleFileSource,
  type RuleProblem,
} from "@erp-export-rules/sdk/authoring";
import { isSameVersion } from "./lineage.ts";

/**
 * Puts rule files beside those that ship. Files that don't fit are left out, each with the reason why; those that ship
 * always stay.
 */
export function libraryOfFiles(sources: readonly RuleFileSource[]): {
  readonly library: Library;
  readonly misfits: readonly RuleProblem[];
} {
  const misfits = sources.flatMap((source) => twins(source, sources));
  let fitting = sources.filter(({ file }) => !misfits.some((problem) => problem.file === file));
  for (;;) {
    try {
      return { library: libraryWith(fitting), misfits };
    } catch (error) {
      if (!isRuleSetError(error)) throw error;
      const problems = error.problems.flatMap((problem) => attributed(problem, fitting));
      const rest = fitting.filter(({ file }) => !problems.some((problem) => problem.file === file));
      // What nobody can be blamed for would come again and again.
      if (rest.length === fitting.length) return { library: libraryWith([]), misfits };
      misfits.push(...problems);
      fitting = rest;
    }
  }
}

/** Two files of one version: which of them is meant nobody can tell, so both are told. */
function twins(source: RuleFileSource, sources: readonly RuleFileSource[]): RuleProblem[] {
  const others = sources.filter((other) => other !== source && isSameVersion(other, source));
  if (others.length === 0) return [];
  const { ruleSet, version } = source.content;
  const files = others.map(({ file }) => file).join(", ");
  return [problemAt(source, "/version", `version ${version} of ${ruleSet} is there twice: in ${files}, too`)];
}

/** A fault of the calendar may be told at a file that ships; then it is for the files of the same rule set. */
function attributed(problem: RuleProblem, sources: readonly RuleFileSource[]): readonly RuleProblem[] {
  if (sources.some(({ file }) => file === problem.file)) return [problem];
  return sources
    .filter(({ content }) => problem.file.startsWith(`${content.ruleSet}/`))
    .map((source) => problemAt(source, "/effective", problem.message));
}

function problemAt(source: RuleFileSource, path: string, message: string): RuleProblem {
  const range = source.rangeOf(path);
  return { file: source.file, path, message, ...(range === undefined ? {} : { range }) };
}

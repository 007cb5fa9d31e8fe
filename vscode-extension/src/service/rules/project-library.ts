import { fittingFiles, type Library, type RuleFileSource, type RuleProblem } from "@erp-export-rules/sdk/authoring";
import { isSameVersion } from "./lineage.ts";

/**
 * Puts rule files beside those that ship. Files that don't fit are left out, each with the reason why; those that ship
 * always stay.
 */
export function libraryOfFiles(sources: readonly RuleFileSource[]): {
  readonly library: Library;
  readonly misfits: readonly RuleProblem[];
} {
  const twice = sources.flatMap((source) => twins(source, sources));
  const { library, misfits } = fittingFiles(sources.filter(({ file }) => !twice.some((twin) => twin.file === file)));
  return { library, misfits: [...twice, ...misfits] };
}

/** Two files of one version: which of them is meant nobody can tell, so both are told. */
function twins(source: RuleFileSource, sources: readonly RuleFileSource[]): RuleProblem[] {
  const others = sources.filter((other) => other !== source && isSameVersion(other, source));
  if (others.length === 0) return [];
  const { ruleSet, version } = source.content;
  const files = others.map(({ file }) => file).join(", ");
  const range = source.rangeOf("/version");
  const message = `version ${version} of ${ruleSet} is there twice: in ${files}, too`;
  return [{ file: source.file, path: "/version", message, ...(range === undefined ? {} : { range }) }];
}

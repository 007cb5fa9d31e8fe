import { type RuleFileSource, type RuleProblem, verifyLock } from "@erp-export-rules/sdk/authoring";
import { parseText } from "@erp-export-rules/sdk/text";

/** What a lock file says of rule files. */
export interface Published {
  /** Whether the lock file names a rule file. */
  names(file: string): boolean;
  /** The published files that have changed; or, for every file, that the lock file can't be read. */
  readonly problems: readonly RuleProblem[];
}

/**
 * Compares rule files with the lock file of their folder. The lock file names them by the path from its own folder, which
 * may be one inside of the workspace folder.
 */
export function publishedProblems(sources: readonly RuleFileSource[], lockText: string | undefined): Published {
  if (lockText === undefined) return { names: () => false, problems: [] };
  const locked = namesIn(lockText);
  const lockName = (file: string): string | undefined =>
    locked.find((name) => file === name || file.endsWith(`/${name}`));
  const byName = new Map(sources.map((source) => [lockName(source.file) ?? source.file, source]));
  const problems = verifyLock(
    [...byName].map(([file, source]) => ({ ...source, file })),
    lockText,
  );
  return {
    names: (file) => lockName(file) !== undefined,
    problems: problems.flatMap((problem) => {
      const source = byName.get(problem.file);
      if (source !== undefined) return [{ ...problem, file: source.file }];
      const message = `the lock file can't be read, so it can't be told whether this version is published: ${problem.message}`;
      return sources.map(({ file }) => ({ file, path: "", message }));
    }),
  };
}

function namesIn(lockText: string): readonly string[] {
  const value = parseText(lockText, { format: "yaml" }).documents[0]?.value;
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

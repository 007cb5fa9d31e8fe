import type { RuleSet } from "../../rule-set.ts";
import type { Library } from "../../rules/library.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import { compareVersions, parseVersion } from "../../rules/version-range.ts";
import { diffRuleSets } from "../diff/rule-set-diff.ts";
import type { LintFinding } from "./finding.ts";

/** A version of a rule set, and the file it is made of. */
export interface LoadedVersion {
  readonly source: RuleFileSource;
  readonly rules: RuleSet;
}

/**
 * A version step (major, minor, patch) that is smaller than the change. Takes longer than the rest of lint: the two versions
 * are compared in full.
 * @param former the version before, see `versionBefore`
 */
export function* lintVersionStep(former: LoadedVersion, { rules, source }: LoadedVersion): Generator<LintFinding> {
  const { source: before } = former;
  const { step } = diffRuleSets(former.rules, rules);
  const range = source.rangeOf("/version");
  const place = { file: source.file, path: "/version", ...(range === undefined ? {} : { range }) };
  const formerRange = before.rangeOf("/version");
  const related = [
    {
      place: { file: before.file, path: "/version", ...(formerRange === undefined ? {} : { range: formerRange }) },
      message: `version ${before.content.version}`,
    },
  ];
  if (step.problem !== undefined) {
    const message = `The version step is too small: ${step.problem} Give it a higher version.`;
    yield { id: "lint/version-step", severity: "error", message, place, related };
  } else if (!step.isCertain && step.made !== "major") {
    const message = `Not decided: whether the step from ${before.content.version} to ${source.content.version} is large enough. "erp-rules diff" says what is open.`;
    yield { id: "lint/not-decided", severity: "info", message, place, related };
  }
}

/** The highest version of the same rule set that is lower. */
export function versionBefore({ content }: RuleFileSource, { files }: Library): RuleFileSource | undefined {
  const own = parseVersion(content.version);
  if (own === undefined) return undefined;
  let best: RuleFileSource | undefined;
  for (const file of files) {
    const version = parseVersion(file.content.version);
    if (file.content.ruleSet !== content.ruleSet || version === undefined || compareVersions(version, own) >= 0)
      continue;
    const known = best && parseVersion(best.content.version);
    if (known === undefined || compareVersions(version, known) > 0) best = file;
  }
  return best;
}

import { ruleSetOf } from "../../load-text.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { Library } from "../../rules/library.ts";
import { isRuleSetError, type RuleFileSource } from "../../rules/rule-file.ts";
import { compareVersions, parseVersion } from "../../rules/version-range.ts";
import { diffRuleSets } from "../diff/rule-set-diff.ts";
import type { LintFinding } from "./finding.ts";

/**
 * A version step (major, minor, patch) from the version before that is smaller than the change. Takes longer than the rest
 * of lint: the two versions are compared in full.
 * @param rules the rule set of `source`
 * @param library where the version before is looked up; one that does not load is left out
 */
export function* lintVersionStep(rules: RuleSet, source: RuleFileSource, library: Library): Generator<LintFinding> {
  const before = versionBefore(source, library);
  if (before === undefined) return;
  const older = rulesOf(before, library);
  if (older === undefined) return;
  const { step } = diffRuleSets(older, rules);
  const range = source.rangeOf("/version");
  const place = { file: source.file, path: "/version", ...(range === undefined ? {} : { range }) };
  const former = before.rangeOf("/version");
  const related = [
    {
      place: { file: before.file, path: "/version", ...(former === undefined ? {} : { range: former }) },
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

function rulesOf(source: RuleFileSource, library: Library): RuleSet | undefined {
  try {
    return ruleSetOf(source, library);
  } catch (error) {
    // What is wrong with it is told of itself.
    if (isRuleSetError(error)) return undefined;
    throw error;
  }
}

/** The highest version of the same rule set that is lower. */
function versionBefore({ content }: RuleFileSource, { files }: Library): RuleFileSource | undefined {
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

import { inReadingOrder, lintRules } from "../analysis/lint/lint.ts";
import { lintVersionStep, versionBefore } from "../analysis/lint/version-step.ts";
import type { RulePlace } from "../generated/types.ts";
import { ruleSetOf } from "../load-text.ts";
import type { LintedFile, LintedFinding } from "../report/lint-report.ts";
import type { RuleSet } from "../rule-set.ts";
import { isRuleSetError, type RuleFileSource, type RuleProblem } from "../rules/rule-file.ts";
import type { RuleFileRead } from "./linted-file.ts";
import type { RuleFolderRead } from "./linted-files.ts";

/** Kinds of faults that loading finds. */
export const loadFaults = {
  "rules/file": "A file that can't be read.",
  "rules/syntax": "A text that can't be read as YAML or JSON.",
  "rules/shape": "A key that is missing, unknown or of the wrong kind.",
  "rules/names": "A name that is not known, or does not fit.",
  "rules/published": "A published version that was changed.",
} as const;

/** Lints one rule file; of one that does not load, tells its faults. */
export function lintFile({ path, text, source, faults }: RuleFileRead, folder: RuleFolderRead): LintedFile {
  const named = (findings: readonly LintedFinding[]): readonly LintedFinding[] =>
    findings.map((finding) => ({
      ...finding,
      place: { ...finding.place, file: path },
      related: finding.related.map((each) => ({ ...each, place: at(each.place, folder) })),
    }));
  const broken = (problems: readonly { readonly id: string; readonly problem: RuleProblem }[]): LintedFile => {
    const findings = named(problems.map(({ id, problem }) => asFinding(id, problem)));
    return { file: path, ruleSet: undefined, text, findings };
  };
  if (source === undefined) return broken(faults);
  const own = (problem: RuleProblem): boolean => problem.file === source.file;
  const misfits = folder.misfits.filter(own);
  const loaded = misfits.length > 0 ? misfits : rulesOrFaults(source, folder);
  if (!("reference" in loaded)) return broken(loaded.map((problem) => ({ id: "rules/names", problem })));
  const found: readonly LintedFinding[] = [
    ...folder.changed.filter(own).map((problem) => asFinding("rules/published", problem)),
    ...lintRules(loaded, source, { tests: folder.tests }),
    ...lintStep(loaded, source, folder),
  ];
  return { file: path, ruleSet: loaded.reference, text, findings: named(inReadingOrder(found)) };
}

function lintStep(rules: RuleSet, source: RuleFileSource, folder: RuleFolderRead): readonly LintedFinding[] {
  const before = versionBefore(source, folder.library);
  const older = before && rulesOrFaults(before, folder);
  // What is wrong with the version before is told of that file.
  if (before === undefined || older === undefined || !("reference" in older)) return [];
  return [...lintVersionStep({ source: before, rules: older }, { source, rules })];
}

function at(place: RulePlace, folder: RuleFolderRead): RulePlace {
  return { ...place, file: folder.pathOf(place.file) };
}

function asFinding(id: string, { file, path, message, range }: RuleProblem): LintedFinding {
  const place = { file, path, ...(range === undefined ? {} : { range }) };
  return { id, severity: "error", message: sentence(message), place, related: [] };
}

/** A message by itself: with a capital, unless it begins with the name of something, and a full stop. */
function sentence(message: string): string {
  const capital = message.replace(/^[a-z]+(?=[ ,])/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

/** The rule set of a file, or why there is none. Faults of a file that it extends are told where it is named. */
function rulesOrFaults(source: RuleFileSource, { library, pathOf }: RuleFolderRead): RuleSet | readonly RuleProblem[] {
  try {
    return ruleSetOf(source, library);
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    const own = error.problems.filter(({ file }) => file === source.file);
    const [other] = error.problems.filter(({ file }) => file !== source.file);
    if (other === undefined) return own;
    const range = source.rangeOf("/extends");
    const message = `${pathOf(other.file)}, which this rule set extends, has faults: ${other.message}`;
    return [...own, { file: source.file, path: "/extends", message, ...(range === undefined ? {} : { range }) }];
  }
}

import { inReadingOrder, lintRules } from "../analysis/lint/lint.ts";
import { lintVersionStep, versionBefore } from "../analysis/lint/version-step.ts";
import type { RulePlace } from "../generated/types.ts";
import { ruleSetOf } from "../load-text.ts";
import type { LintedFile, LintedFinding } from "../report/lint-report.ts";
import type { RuleSet } from "../rule-set.ts";
import { isRuleSetError, type RuleFileSource, type RuleProblem } from "../rules/rule-file.ts";
import type { RuleFileRead } from "./linted-file.ts";
import type { RuleFolderRead } from "./linted-files.ts";
import { extendedBy, meantBy } from "./own-rules.ts";

/** Kinds of faults that loading finds. */
export const loadFaults = {
  "rules/file": "A file that can't be read.",
  "rules/syntax": "A text that can't be read as YAML or JSON.",
  "rules/shape": "A key that is missing, unknown or of the wrong kind.",
  "rules/names": "A name that is not known, or does not fit.",
  "rules/published": "A published version that was changed or taken away.",
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

/**
 * The files beside, which were not named, whose faults keep a file from being used: what it extends stands in them. Nothing
 * else is told of them.
 */
export function faultyExtended({ source }: RuleFileRead, folder: RuleFolderRead): readonly LintedFile[] {
  if (source === undefined) return [];
  const isBeside = (each: RuleFileRead): boolean => folder.beside.includes(each);
  const { found, missing } = extendedBy(source, folder.library);
  const unused = missing === undefined ? [] : faultyFor(missing.reference, folder).filter(isBeside);
  const used = folder.beside.filter((each) => each.source !== undefined && found.includes(each.source));
  return [...used.filter((each) => hasOwnFaults(each, folder)), ...unused].map((each) => lintFile(each, folder));
}

function hasOwnFaults({ source }: RuleFileRead, { library }: RuleFolderRead): boolean {
  if (source === undefined) return true;
  try {
    ruleSetOf(source, library);
    return false;
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return error.problems.some(({ file }) => file === source.file);
  }
}

/** The rule files that would be a rule set, but have faults that keep them out of the library. */
function faultyFor(reference: string, { rules, misfits }: RuleFolderRead): readonly RuleFileRead[] {
  const isFaulty = ({ source }: RuleFileRead): boolean =>
    source === undefined || misfits.some(({ file }) => file === source.file);
  return meantBy(reference, rules).filter(isFaulty);
}

/** The rule set of a file, or why there is none. Of a file that it extends it is only told that it has faults. */
function rulesOrFaults(source: RuleFileSource, folder: RuleFolderRead): RuleSet | readonly RuleProblem[] {
  try {
    return ruleSetOf(source, folder.library);
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    const [other] = error.problems.filter(({ file }) => file !== source.file);
    const { missing } = extendedBy(source, folder.library);
    const [unused] = missing?.by === source ? faultyFor(missing.reference, folder) : [];
    const faulty = other === undefined ? unused?.path : folder.pathOf(other.file);
    if (faulty === undefined) return error.problems;
    const own = error.problems.filter(({ file, path }) => file === source.file && path !== "/extends");
    const range = source.rangeOf("/extends");
    const message = `${faulty}, which this rule set extends, has faults. Mend these first.`;
    return [...own, { file: source.file, path: "/extends", message, ...(range === undefined ? {} : { range }) }];
  }
}

import type { RuleSet } from "@erp-export-rules/sdk";
import {
  isMeantBy,
  isRuleSetError,
  type Library,
  type RuleFileSource,
  type RuleProblem,
  readRuleFile,
  ruleFileFormat,
  ruleSetOf,
} from "@erp-export-rules/sdk/authoring";
import { parseText, type TextDocument } from "@erp-export-rules/sdk/text";
import type { RuleText } from "../model.ts";
import { lineage } from "./lineage.ts";
import { libraryOfFiles } from "./project-library.ts";
import { publishedProblems } from "./published.ts";

/** The text of a rule file, and where it was read. */
export interface RuleFileText {
  readonly uri: string;
  /** As messages name it: the path from the workspace folder. */
  readonly file: string;
  /** The editor's number of this text; `null` for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
}

/** The rule files of a workspace folder, read together. */
export interface ProjectRules {
  readonly ruleTexts: readonly RuleText[];
  /** The rule sets that can be named: those that ship, and those of the folder that have no faults of shape and fit together. */
  readonly library: Library;
}

/** A text whose syntax and shape are checked, and its names not yet. */
interface Shaped extends RuleFileText {
  readonly document: TextDocument;
  readonly source: RuleFileSource | undefined;
  readonly problems: readonly RuleProblem[];
}

/**
 * Reads one rule file. While its text has faults, its last good rule set stays in force.
 * @param libraryFor where what it extends is looked up, or why it can't stand beside the other rule files
 */
export async function readRuleText(
  input: RuleFileText & { readonly lastGood?: RuleSet },
  libraryFor: (source: RuleFileSource) => Library | readonly RuleProblem[],
): Promise<RuleText> {
  const { lastGood, ...text } = input;
  const shaped = await shapeOf(text);
  if (shaped.source === undefined) return inForce(shaped, lastGood, []);
  const library = libraryFor(shaped.source);
  return isLibrary(library) ? named(shaped, shaped.source, library, lastGood) : inForce(shaped, lastGood, library);
}

/**
 * Reads all rule files of a workspace folder together: each may extend others. Files that don't fit beside the others
 * (two of one version, days that overlap) are told so and left out of the library; the rest works.
 * @param lastGood the rule set that each file stood for when it was last without faults, by URI
 * @param lockText text of the lock file; a published version that has changed is told so, and applies as it is edited
 * @param before the files as they were read before: a text that has not changed is not read again
 */
export async function readProjectRules(
  files: readonly RuleFileText[],
  lastGood: ReadonlyMap<string, RuleSet>,
  lockText?: string,
  before: readonly RuleText[] = [],
): Promise<ProjectRules> {
  const known = new Map(before.map((each) => [each.uri, each]));
  const shaped = await Promise.all(files.map((each) => shapeOf(each, known.get(each.uri))));
  const sources = shaped.flatMap(({ source }) => source ?? []);
  const { library, misfits } = libraryOfFiles(sources);
  const published = publishedProblems(sources, lockText);
  const ruleTexts = shaped.map((each) => {
    const { source, uri, file } = each;
    const good = lastGood.get(uri);
    const misfit = misfits.filter((problem) => problem.file === file);
    const read =
      source === undefined || misfit.length > 0
        ? inForce(each, good, misfit)
        : named(each, source, library, good, () => faultyParent(each, shaped));
    const changed = published.problems.filter((problem) => problem.file === file);
    const problems = [...read.problems, ...changed];
    return published.names(file) ? { ...read, problems, isPublished: true as const } : { ...read, problems };
  });
  return { ruleTexts, library };
}

function isLibrary(found: Library | readonly RuleProblem[]): found is Library {
  return !Array.isArray(found);
}

async function shapeOf(input: RuleFileText, before?: RuleText): Promise<Shaped> {
  const { text, file } = input;
  if (before !== undefined && before.text === text && before.file === file) {
    const { document, source } = before;
    return { ...input, document, source, problems: source === undefined ? before.problems : [] };
  }
  const parsed = parseText(text, { format: ruleFileFormat(file) });
  const [document] = parsed.documents;
  if (document === undefined) throw new Error("a text is always read as one document or more");
  try {
    return { ...input, document, source: await readRuleFile(text, file, parsed), problems: [] };
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return { ...input, document, source: undefined, problems: error.problems };
  }
}

/** A file whose own rule set can't be had. */
function inForce(shaped: Shaped, lastGood: RuleSet | undefined, problems: readonly RuleProblem[]): RuleText {
  return {
    ...shaped,
    problems: [...shaped.problems, ...problems],
    ruleSet: lastGood,
    isCurrent: false,
  };
}

/** A file of the right shape, its names resolved. */
function named(
  shaped: Shaped,
  source: RuleFileSource,
  library: Library,
  lastGood: RuleSet | undefined,
  whyNot: () => RuleProblem | undefined = () => undefined,
): RuleText {
  try {
    const ruleSet = sameOr(lastGood, source, library);
    return { ...shaped, ruleSet, isCurrent: true };
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    const why = whyNot();
    return inForce(shaped, lastGood, why === undefined ? ownProblems(source, error.problems) : [why]);
  }
}

/** What each rule set was made of. */
const madeOf = new WeakMap<RuleSet, string>();

/** The rule set of a file: the last good one where nothing it is made of has changed, so that whoever compares sees no change. */
function sameOr(lastGood: RuleSet | undefined, source: RuleFileSource, library: Library): RuleSet {
  const parts = lineage(source, library).map(({ file, sha256 }) => `${file} ${sha256}`);
  const made = parts.join("\n");
  if (lastGood !== undefined && madeOf.get(lastGood) === made) return lastGood;
  const ruleSet = ruleSetOf(source, library);
  madeOf.set(ruleSet, made);
  return ruleSet;
}

/** Faults of another file, which this one extends, are told where it is named. */
function ownProblems(source: RuleFileSource, problems: readonly RuleProblem[]): readonly RuleProblem[] {
  const own = problems.filter(({ file }) => file === source.file);
  const [other] = problems.filter(({ file }) => file !== source.file);
  if (other === undefined) return own;
  return [...own, atExtends(source, `${other.file}, which this rule set extends, has faults: ${other.message}`)];
}

/** Says so when the rule set that a file extends is there, but has faults of shape that keep it out of the library. */
function faultyParent({ source }: Shaped, all: readonly Shaped[]): RuleProblem | undefined {
  const reference = source?.content.extends;
  if (source === undefined || reference === undefined) return undefined;
  const faulty = all.find(({ text, source: other }) => {
    const id = /^ruleSet:[ \t]*["']?([^\s"']+)/m.exec(text)?.[1];
    const version = /^version:[ \t]*["']?([^\s"']+)/m.exec(text)?.[1];
    return other === undefined && id !== undefined && version !== undefined && isMeantBy(reference, id, version);
  });
  return faulty && atExtends(source, `${faulty.file}, which this rule set extends, has faults. Mend these first.`);
}

function atExtends(source: RuleFileSource, message: string): RuleProblem {
  const range = source.rangeOf("/extends");
  return { file: source.file, path: "/extends", message, ...(range === undefined ? {} : { range }) };
}

import { join } from "node:path";
import { fittingFiles } from "../fitting-files.ts";
import { ruleSetOf } from "../load-text.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Library } from "../rules/library.ts";
import { verifyLock } from "../rules/lock.ts";
import { readRuleFile } from "../rules/read-rule-file.ts";
import { isMeantBy, parseReference } from "../rules/reference.ts";
import { isRuleSetError, type RuleFileSource, type RuleProblem, RuleSetError } from "../rules/rule-file.ts";
import { parseVersion } from "../rules/version-range.ts";
import type { FileText } from "./read-file.ts";

/** The rule files beside rule tests. */
export interface TestedRules {
  readonly library: Library;
  /** Those of the folder that have no faults and fit beside each other. */
  readonly sources: readonly RuleFileSource[];
  /**
   * The rule set of a reference.
   * @throws {RuleSetError} when there is none, or its file has faults
   */
  rulesFor(reference: string): RuleSet;
  /** Whether the rule set of a file was asked for. */
  isAskedFor(source: RuleFileSource): boolean;
  /**
   * Refuses files with faults, that don't fit beside others, or that are published and have changed.
   * @param which all of them, or those that stand for a rule set that was asked for, or for one that it extends
   * @throws {RuleSetError} with each fault, by the path of its file
   */
  refuseFaults(which: "all" | "asked for"): void;
}

/** A YAML file beside rule tests, by its path from the folder. */
export interface NamedText {
  readonly file: string;
  readonly read: FileText;
}

/** What is wrong with a file. */
interface Fault {
  readonly headline: string;
  readonly problem: RuleProblem;
  /** Whether the file may stand for what a reference means. */
  mayBe(reference: string): boolean;
}

const lockName = "lock.yaml";

/**
 * Reads the rule files of a folder; what is wrong with one keeps no other from being read.
 * @param folder as it was named
 * @param texts those of the folder, and of the folders below it
 */
export async function readTestedRules(folder: string, texts: readonly NamedText[]): Promise<TestedRules> {
  const read = await Promise.all(texts.map(readOne));
  const found = read.flatMap(({ source }) => source ?? []);
  const { library, misfits } = fittingFiles(found);
  const isThere = (reference: string): boolean =>
    library.files.some(({ content }) => isMeantBy(reference, content.ruleSet, content.version));
  const isKnown = (reference: string): boolean =>
    isThere(reference) || read.some(({ named }) => named?.(reference) === true);
  const lock = texts.find(({ file }) => file === lockName)?.read;
  const changed = lock === undefined || "problem" in lock ? [] : verifyLock(found, lock.text);
  const about = (headline: string, problem: RuleProblem): Fault => {
    const { content } = found.find(({ file }) => file === problem.file) ?? {};
    // While a lock file can't be read, no file is known to be as it was published.
    const mayBe = (reference: string): boolean =>
      content === undefined || isMeantBy(reference, content.ruleSet, content.version);
    return { headline, problem, mayBe };
  };
  const faults = [
    ...read.flatMap(({ problems, named }) =>
      problems.map((problem): Fault => {
        const mayBe = (reference: string): boolean =>
          problem.file === lockName || (named?.(reference) ?? !isKnown(reference));
        return { headline: "some rule files have faults:", problem, mayBe };
      }),
    ),
    ...changed.map((problem) => about("published rule files have changed:", problem)),
    ...misfits.map((problem) => about("the versions of a rule set don't fit together:", problem)),
  ];

  const loaded = new Map<string, RuleSet>();
  const asked = new Set<string>();
  const ask = (reference: string): void => {
    if (asked.has(reference)) return;
    asked.add(reference);
    const parent = isThere(reference) ? library.find(reference).content.extends : undefined;
    if (parent !== undefined) ask(parent);
  };
  return {
    library,
    sources: library.files.filter((source) => found.includes(source)),
    rulesFor(reference) {
      ask(reference);
      const source = library.find(reference);
      const known = loaded.get(source.file) ?? ruleSetOf(source, library);
      loaded.set(source.file, known);
      return known;
    },
    isAskedFor: ({ file }) => loaded.has(file),
    refuseFaults(which) {
      const refused = which === "all" ? faults : faults.filter(({ mayBe }) => [...asked].some(mayBe));
      const headline = refused[0]?.headline;
      if (headline === undefined) return;
      const problems = refused.filter((each) => each.headline === headline).map(({ problem }) => problem);
      throw new RuleSetError(
        headline,
        problems.map((problem) => ({ ...problem, file: join(folder, problem.file) })),
      );
    },
  };
}

/** A file as it was read. */
interface FileRead {
  readonly source?: RuleFileSource;
  readonly problems: readonly RuleProblem[];
  /** Of a file with faults: whether a reference can mean the version that it stands for; not told when that can't be told. */
  readonly named?: ((reference: string) => boolean) | undefined;
}

async function readOne({ file, read }: NamedText): Promise<FileRead> {
  if ("problem" in read) return { problems: [{ file, path: "", message: read.problem }] };
  if (!isRuleFile(read.text)) return { problems: [] };
  try {
    return { source: await readRuleFile(read.text, file), problems: [] };
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    return { problems: error.problems, named: namedIn(read.text) };
  }
}

/** Whether a text is that of a rule file: other YAML files may stand among them. */
export function isRuleFile(text: string): boolean {
  return writtenBehind("ruleSet", text) !== undefined && /^["']?(format|version)["']?\s*:/m.test(text);
}

function namedIn(text: string): FileRead["named"] {
  const [ruleSet = "", version = ""] = ["ruleSet", "version"].map((key) => writtenBehind(key, text));
  if (ruleSet === "") return undefined;
  return (reference) =>
    parseVersion(version) === undefined
      ? parseReference(reference).id === ruleSet
      : isMeantBy(reference, ruleSet, version);
}

/** What stands behind a key of the top of a text with faults; `undefined` when the key is not there. */
function writtenBehind(key: string, text: string): string | undefined {
  return new RegExp(`^["']?${key}["']?\\s*:[ \\t]*["']?([^\\s"'#]*)`, "m").exec(text)?.[1];
}

import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type ReadRuleTest, readRuleTest } from "../analysis/read-rule-test.ts";
import { formatOf } from "../document/format.ts";
import { parseText } from "../document/parse.ts";
import type { TextDocument, TextFormat } from "../document/text.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Library } from "../rules/library.ts";
import type { RuleFileSource } from "../rules/rule-file.ts";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { filesBelow, isFolder } from "./find-files.ts";
import { readTextFile } from "./read-file.ts";
import { readTestedRules } from "./tested-rules.ts";

/** The rule files of a folder, and the rule test files that speak of them. */
export interface TestedFolder {
  /** The folder, as it was named. */
  readonly folder: string;
  readonly library: Library;
  /** The rule files of the folder; for one rule test file only those that it speaks of. */
  readonly sources: readonly RuleFileSource[];
  readonly tests: readonly (TestFile | UnreadableTest)[];
  /** The path by which people find a rule file of the folder. */
  pathOf(source: RuleFileSource): string;
}

/** A rule test file, read. */
export interface TestFile {
  readonly file: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly format: TextFormat;
  readonly document: TextDocument;
  readonly read: ReadRuleTest;
}

/** A rule test file that is no text, or not there. */
export interface UnreadableTest {
  readonly file: string;
  /** Why it can't be read, as a sentence. */
  readonly problem: string;
}

const testName = /\.test\.ya?ml$/i;
/** YAML files of which the name says that they are no rule files. */
const otherName = /\.test\.ya?ml$|\.pcco\.ya?ml$|context\.ya?ml$/i;

/**
 * Reads the rule files and rule test files of a folder, or one rule test file with the rule files beside it.
 * @throws {RuleSetError} when a rule file does not load; for one rule test file only when it needs that rule file
 * @throws {CommandError} when there is no rule test, or a folder can't be read
 */
export async function readTestedFolder(path: string): Promise<TestedFolder> {
  if (!existsSync(path))
    throw new CommandError(`there is no ${path}; name a folder with rule tests, or a rule test file.`);
  const folder = isFolder(path) ? path : dirname(path);
  const isWhole = isFolder(path);
  const names = isWhole ? namesBelow(folder, testName, isWhole) : [path];
  if (names.length === 0)
    throw new CommandError(`no rule tests found in ${path}: looked for files named *.test.yaml or .test.yml`);
  const texts = namesBelow(folder, /\.ya?ml$/i, isWhole)
    .filter((name) => !otherName.test(name))
    .map((name) => ({ file: relative(folder, name).split(sep).join("/"), read: readTextFile(name) }));
  const rules = await readTestedRules(folder, texts);
  if (isWhole) rules.refuseFaults("all");
  const tests = names.map((file) => readTest(file, rules.rulesFor));
  // Whoever tests one file does not ask for what stands beside it.
  if (!isWhole) rules.refuseFaults("asked for");
  const sources = rules.sources.filter((source) => isWhole || rules.isAskedFor(source));
  return { folder, library: rules.library, sources, tests, pathOf: ({ file }) => join(folder, file) };
}

function namesBelow(folder: string, name: RegExp, isWhole: boolean): readonly string[] {
  return [...filesBelow(folder, name)].flatMap((found) => {
    if (!("problem" in found)) return [found.file];
    if (isWhole) throw new CommandError(`${found.file}: ${found.problem}.`, UNREADABLE);
    return [];
  });
}

function readTest(file: string, rulesFor: (reference: string) => RuleSet): TestFile | UnreadableTest {
  const read = readTextFile(file);
  if ("problem" in read) return { file, problem: read.problem };
  const format = formatOf(file) ?? read.format;
  const [document] = parseText(read.text, { format }).documents;
  if (document === undefined) return { file, problem: "this file holds nothing" };
  return { file, text: read.text, bytes: read.bytes, format, document, read: readRuleTest(document, file, rulesFor) };
}

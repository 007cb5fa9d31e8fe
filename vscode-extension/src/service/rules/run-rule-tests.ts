import {
  type CaseResult,
  casesOf,
  type ReadRuleTest,
  type RuleProblem,
  readRuleTest,
  runCase,
  type TestCase,
} from "@erp-export-rules/sdk/authoring";
import { fromPointer, type Path, type Range, toPointer } from "@erp-export-rules/sdk/text";
import type { TestFailure, TestOutcome } from "../../protocol.ts";
import type { Project, RuleTestText } from "../model.ts";
import { asYaml } from "./as-yaml.ts";
import { differenceLines } from "./difference-lines.ts";
import { type ListedTest, listedTests, testsIn } from "./listed-tests.ts";
import { readable } from "./readable.ts";
import { nodeOfReference } from "./rule-nodes.ts";
import { ruleSetFor } from "./rule-sets.ts";

/** More cases of a matrix that have not passed are counted, not told one by one. */
export const mostTold = 20;

/** Runs the tests of a rule test file, each case and each document of a matrix by itself. */
export function runRuleTests(test: RuleTestText, isWanted: (id: string) => boolean, project: Project): TestOutcome[] {
  const runnable = runnableTests(test, project);
  return testsIn(listedTests(test))
    .filter(({ id }) => isWanted(id))
    .map((each): TestOutcome => {
      const { id, range } = each;
      const problem = runnable.problemOf(each);
      if (problem !== undefined) return { id, passed: false, message: problem, range };
      const failed = runnable.run(each).filter(({ result }) => !result.passed);
      const [first, ...others] = failed.slice(0, mostTold).map((ran) => failureOf(test, ran, each));
      if (first === undefined) return { id, passed: true, message: "", range };
      const more = failed.length - mostTold;
      const rest = more > 0 ? [{ message: `${more} more cases have not passed.`, range }] : [];
      const further = [...others, ...rest];
      return { id, passed: false, ...first, ...(further.length === 0 ? {} : { further }) };
    });
}

/** A case that was run. */
export interface RanCase {
  readonly case: TestCase;
  readonly result: CaseResult;
}

/** The tests of a rule test file, as far as they can be run. */
export interface RunnableTests {
  readonly read: ReadRuleTest;
  /** What keeps a test from being run, in plain words. */
  problemOf(test: ListedTest): string | undefined;
  run(test: ListedTest): readonly RanCase[];
}

export function runnableTests(test: RuleTestText, project: Project): RunnableTests {
  const read = readRuleTest(test.document, test.file, (reference) => ruleSetFor(reference, project));
  const { content, rules, problems } = read;
  const obstacle = obstacleTo(read, project);
  const byPlace = new Map<string, TestCase[]>();
  for (const each of content === undefined ? [] : casesOf(content)) {
    const [section, index] = fromPointer(each.path);
    const key = keyOf([section ?? "", index ?? 0], section === "matrix" ? each.document : undefined);
    const own = byPlace.get(key);
    if (own === undefined) byPlace.set(key, [each]);
    else own.push(each);
  }
  return {
    read,
    problemOf({ path }) {
      if (obstacle !== undefined) return obstacle;
      const place = toPointer(path);
      const own = problems.filter((each) => each.path === place || each.path.startsWith(`${place}/`));
      return own.length === 0 ? undefined : told(own);
    },
    run: (listed) =>
      content === undefined || rules === undefined
        ? []
        : (byPlace.get(keyOf(listed.path, listed.document)) ?? []).map((each) => ({
            case: each,
            result: runCase(rules, content, each),
          })),
  };
}

function keyOf(path: Path, document: string | undefined): string {
  return JSON.stringify([toPointer(path), document]);
}

/** What keeps every test of the file from being run. */
function obstacleTo({ content, rules, problems }: ReadRuleTest, project: Project): string | undefined {
  if (content === undefined || rules === undefined) return told(problems) || "This file can't be read.";
  const node = nodeOfReference(content.ruleSet, project);
  const faulty = node?.rule;
  // What was last good is not what stands there now.
  return faulty === undefined || faulty.isCurrent ? undefined : `${faulty.file} has faults. Mend these first.`;
}

function failureOf(test: RuleTestText, { case: each, result }: RanCase, listed: ListedTest): TestFailure {
  const { expected, actual } = result;
  const message = differenceLines(result);
  return {
    message: listed.document === undefined ? message : `${each.name}\n${message}`,
    expected: asYaml({ ...expected }),
    actual: asYaml({ ...actual }),
    range: placeOf(test, each, result) ?? listed.range,
  };
}

/** Where the first thing stands that is expected and has not come. */
function placeOf(test: RuleTestText, { path }: TestCase, { expected, actual }: CaseResult): Range | undefined {
  const document = readable(test);
  const place = fromPointer(path);
  for (const key of ["outcome", "broken", "unknown", "moves", "reasons"] as const) {
    if (JSON.stringify(expected[key]) === JSON.stringify(actual[key])) continue;
    const range = document.valueRange([...place, key]);
    if (range !== undefined) return range;
  }
  // The default of a matrix may be a single word.
  return path.startsWith("/matrix/") ? document.valueRange(place) : undefined;
}

function told(problems: readonly RuleProblem[]): string {
  return problems
    .map(({ message, range }) => `${range === undefined ? "" : `line ${range.start.line + 1}: `}${message}`)
    .join("\n");
}

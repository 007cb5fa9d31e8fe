import { type ReadRuleTest, type RuleProblem, readRuleTest, runCase } from "@erp-export-rules/sdk/authoring";
import type { TestFile, TestOutcome } from "../../protocol.ts";
import type { Project, RuleTestText } from "../model.ts";
import { asYaml } from "./as-yaml.ts";
import { nodeOfReference } from "./rule-nodes.ts";
import { ruleSetFor } from "./rule-sets.ts";

/** Runs the cases of a rule test file. */
export function runRuleTests(
  test: RuleTestText,
  tests: TestFile["tests"],
  isWanted: (id: string) => boolean,
  project: Project,
): TestOutcome[] {
  const read = readRuleTest(test.document, test.file, (reference) => ruleSetFor(reference, project));
  const obstacle = obstacleTo(read, project);
  return tests.flatMap(({ id, range }, index) => {
    if (!isWanted(id)) return [];
    const own = read.problems.filter(({ path }) => path === `/cases/${index}` || path.startsWith(`/cases/${index}/`));
    const message = obstacle ?? (own.length === 0 ? undefined : told(own));
    if (message !== undefined) return [{ id, passed: false, message, range }];
    return [{ id, range, ...outcomeOf(read, index) }];
  });
}

/** What keeps every case of the file from being run. */
function obstacleTo({ content, rules, problems }: ReadRuleTest, project: Project): string | undefined {
  if (content === undefined || rules === undefined) return told(problems) || "This file can't be read.";
  const node = nodeOfReference(content.ruleSet, project);
  const faulty = node?.rule;
  // What was last good is not what stands there now.
  return faulty === undefined || faulty.isCurrent ? undefined : `${faulty.file} has faults. Mend these first.`;
}

function outcomeOf({ content, rules }: ReadRuleTest, index: number): Omit<TestOutcome, "id"> {
  const each = content?.cases[index];
  if (content === undefined || rules === undefined || each === undefined)
    return { passed: false, message: "There is no such case." };
  const { passed, message, expected, actual } = runCase(rules, content, each);
  return passed ? { passed, message } : { passed, message, expected: asYaml(expected), actual: asYaml(actual) };
}

function told(problems: readonly RuleProblem[]): string {
  return problems
    .map(({ message, range }) => `${range === undefined ? "" : `line ${range.start.line + 1}: `}${message}`)
    .join("\n");
}

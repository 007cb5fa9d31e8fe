import type { RuleSet } from "@erp-export-rules/sdk";
import { explainRules, givenTo, type RuleTestFile, type TestCase } from "@erp-export-rules/sdk/authoring";
import type { WhyResult } from "../../protocol.ts";
import type { Project, RuleTestText } from "../model.ts";
import { differenceLines } from "./difference-lines.ts";
import { type ListedTest, listedTests, testsIn } from "./listed-tests.ts";
import { readable } from "./readable.ts";
import { type RanCase, runnableTests } from "./run-rule-tests.ts";
import { whyPage } from "./why-page.ts";
import { item, listLines } from "./why-words.ts";

/**
 * How the verdict on a case of a rule test file comes about. Of a matrix it is the first case that has not passed, or the
 * first.
 * @param asked a test or a matrix by its id, or the one that stands at a line
 * @returns `undefined` when there is no such test
 */
export function whyTest(
  test: RuleTestText,
  project: Project,
  asked: { readonly test?: string; readonly line?: number },
): WhyResult | undefined {
  const listed = find(test, asked);
  if (listed === undefined) return undefined;
  const { label, children, document } = listed;
  const runnable = runnableTests(test, project);
  const parts = children === undefined ? [listed] : testsIn(children);
  const problem = parts.map((part) => runnable.problemOf(part)).find((each) => each !== undefined);
  const { content, rules } = runnable.read;
  const ran = problem === undefined ? parts.flatMap((part) => runnable.run(part)) : [];
  const shown = ran.find(({ result }) => !result.passed) ?? ran[0];
  const title = `test ${label}`;
  if (content === undefined || rules === undefined || shown === undefined)
    return { title, page: `# Why: ${title}\n\nThis test can't be run.\n\n${problem ?? "It has no cases."}\n` };
  const isOfMany = children !== undefined || document !== undefined;
  return { title, page: pageOf(isOfMany ? `test ${shown.case.name}` : title, shown, ran, content, rules) };
}

function pageOf(title: string, shown: RanCase, ran: readonly RanCase[], content: RuleTestFile, rules: RuleSet): string {
  const { case: each, result } = shown;
  const { at } = content;
  const failed = ran.filter((other) => !other.result.passed).length;
  const many =
    ran.length === 1
      ? []
      : [`One of ${ran.length} cases, of which ${failed === 0 ? "all have passed" : `${failed} have not passed`}.`];
  const outcome = result.passed
    ? "The test has passed: all is as expected."
    : [
        "The test has not passed.",
        "",
        ...listLines(
          differenceLines(result)
            .split("\n")
            .map((line) => item(line)),
        ),
      ].join("\n");
  const lead = [...many, givenWords(each), outcome];
  const why = explained(each, content, rules);
  return why === undefined ? `# Why: ${title}\n\n${lead.join("\n\n")}\n` : whyPage({ title, lead, at }, rules, why);
}

function explained(each: TestCase, content: RuleTestFile, rules: RuleSet): ReturnType<typeof explainRules> {
  const { event, input } = each;
  try {
    const { document, context } = givenTo(content, each);
    return explainRules(rules, document, context, {
      ...(event === undefined ? {} : { event }),
      ...(input === undefined ? {} : { input }),
      ...(content.at === undefined ? {} : { at: content.at }),
    });
  } catch (error) {
    // A change of the case may lead nowhere; what the test says tells it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What a case is about. */
function givenWords({ document, context, actor, change = {}, changeContext = {} }: TestCase): string {
  const changes = [...Object.keys(change), ...Object.keys(changeContext)].map((path) => `\`${path}\``);
  const parts = [
    `Document ${document}`,
    context === undefined ? "no context" : `context ${context}`,
    ...(actor === undefined ? [] : [`actor ${actor}`]),
    ...(changes.length === 0 ? [] : [`with changes of ${changes.join(", ")}`]),
  ];
  return `${parts.join(", ")}.`;
}

function find(test: RuleTestText, asked: { readonly test?: string; readonly line?: number }): ListedTest | undefined {
  const listed = listedTests(test);
  const all = [...listed, ...testsIn(listed)];
  if (asked.test !== undefined) return all.find(({ id }) => id === asked.test);
  const document = readable(test);
  const { line = 0 } = asked;
  // On the line of a document of a matrix it is that document; else the entry around the line.
  const around = listed.find(({ path }) => {
    const range = document.valueRange(path);
    return range !== undefined && range.start.line <= line && line <= range.end.line;
  });
  const isAt = ({ range }: ListedTest): boolean => range.start.line === line;
  const here = (around?.children ?? []).filter(isAt);
  return here.length === 1 ? here[0] : (around ?? listed[0]);
}

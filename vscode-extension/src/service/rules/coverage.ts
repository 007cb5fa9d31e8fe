import { coverageOf, type EntryCoverage, readRuleTest, runTests } from "@erp-export-rules/sdk/authoring";
import type { TextDocument } from "@erp-export-rules/sdk/text";
import type { CoveredLine, RuleFileCoverage } from "../../protocol.ts";
import type { Project, RuleText } from "../model.ts";
import { readable } from "./readable.ts";
import { ruleSetFor } from "./rule-sets.ts";

/**
 * What rule tests see of the rule files of a project. Test files that have faults, or whose rule file has, see nothing.
 * @param isWanted the test files that count, by URI
 */
export function ruleCoverage(project: Project, isWanted: (uri: string) => boolean): readonly RuleFileCoverage[] {
  const seen = new Map<RuleText, readonly EntryCoverage[]>();
  for (const { file, document } of project.ruleTests.filter(({ uri }) => isWanted(uri))) {
    const { content, rules, problems } = readRuleTest(document, file, (reference) => ruleSetFor(reference, project));
    const rule = project.ruleTexts.find((each) => each.isCurrent && each.ruleSet === rules);
    if (content === undefined || rules === undefined || problems.length > 0 || rule?.source === undefined) continue;
    const { entries } = coverageOf(rules, rule.source, runTests(rules, content), content.at);
    const known = seen.get(rule);
    seen.set(rule, known === undefined ? entries : known.map((entry, index) => either(entry, entries[index])));
  }
  return [...seen].map(([rule, entries]) => ({
    uri: rule.uri,
    lines: entries.flatMap((entry) => linesOf(entry, readable(rule))),
  }));
}

/** What two test files see of the same rule or event. */
function either(first: EntryCoverage, second: EntryCoverage | undefined): EntryCoverage {
  const items = first.items.map((item, index) => ({ ...item, seen: item.seen || second?.items[index]?.seen === true }));
  return { ...first, items };
}

/** The lines of a rule or event: its name, with what it says as a whole, and its keys, each with what it tells apart. */
function linesOf({ kind, name, items: all }: EntryCoverage, document: TextDocument): readonly CoveredLine[] {
  const sections = kind === "event" ? ["lifecycle"] : ["rules", "overrides"];
  const path = sections.map((section) => [section, name]).find((each) => document.keyRange(each) !== undefined);
  const head = path && document.keyRange(path);
  if (path === undefined || head === undefined) return [];
  const lines = new Map<number, CoveredLine>();
  for (const item of all) {
    const own = item.key === undefined ? undefined : document.keyRange([...path, item.key]);
    const { line } = (own ?? head).start;
    // What stands on one line is told of as one.
    const { range, items } = lines.get(line) ?? { range: line === head.start.line ? head : (own ?? head), items: [] };
    lines.set(line, { range, items: [...items, { name: item.name, seen: item.seen }] });
  }
  return [...lines.values()];
}

// What the tests of mutants, coverage and samples share.

import { parseText } from "../document/parse.ts";
import type { RuleFile, RuleTestFile } from "../generated/types.ts";
import { libraryWith, ruleSetOf } from "../load-text.ts";
import { createRuleSet, type RuleSet } from "../rule-set.ts";
import type { Library } from "../rules/library.ts";
import { readRuleFile } from "../rules/read-rule-file.ts";
import { resolveRuleSet } from "../rules/resolve.ts";
import type { RuleFileSource } from "../rules/rule-file.ts";
import { head } from "../rules/testing.ts";
import { readRuleTest } from "./read-rule-test.ts";
import { type CaseRun, runTests } from "./run-tests.ts";

/** A rule file, the rule set it makes, and what it makes once it is changed. */
export interface Made {
  readonly source: RuleFileSource;
  readonly library: Library;
  readonly rules: RuleSet;
  make(content: RuleFile): RuleSet;
}

/** A rule set that ships. */
export function shipped(reference: string): Made {
  const library = libraryWith([]);
  return madeOf(library.find(reference), library);
}

/** The rule set of a text. */
export async function written(text: string): Promise<Made> {
  const source = await readRuleFile(text, "rules.yaml");
  return madeOf(source, libraryWith([source]));
}

function madeOf(source: RuleFileSource, library: Library): Made {
  const make = (content: RuleFile): RuleSet => createRuleSet(resolveRuleSet({ ...source, content }, library));
  return { source, library, rules: ruleSetOf(source, library), make };
}

/** A rule test file, and what comes of its cases. */
export function tested(
  { rules }: Made,
  text: string,
): { readonly file: RuleTestFile; readonly runs: readonly CaseRun[] } {
  const [document] = parseText(text, { format: "yaml" }).documents;
  const read = document === undefined ? undefined : readRuleTest(document, "t.test.yaml", () => rules);
  if (read?.content === undefined || read.problems.length > 0)
    throw new Error(read?.problems.map(({ message }) => message).join("\n"));
  return { file: read.content, runs: runTests(rules, read.content) };
}

/** Rules to be changed: a dictionary, to which rules and more are added. */
export const basics = `${head}sources:
  page: { title: Page, url: "https://example.com" }
features:
  export: { title: Export, default: off, where: { field: system, equals: acme } }
fields:
  title: { label: Title, path: title, type: text, otherwise: { field: name } }
  name: { label: Name, path: name, type: text }
  count: { label: Count, path: count, type: integer }
  total: { label: Total, path: total, type: money }
  tax: { label: Tax, path: tax, type: money }
  net: { label: Net, path: net, type: money }
  day: { label: Day, path: day, type: date }
  lines: { label: Lines, path: line_items, type: list }
  state: { label: State, path: state, type: choice, choices: { open: Open, shut: Shut, lost: Lost } }
  flag: { label: Flag, path: flag, type: boolean }
  system: { label: System, in: context, path: erp.system, type: text }
  permission: { label: Permission, in: context, path: actor.prime_contracts, type: text }
  pushes: { label: Pushes, in: context, path: actor.can_push_to_accounting, type: boolean }
`;

/** A rule file of these basics with one rule: `a-rule: { … }`. */
export function withRule(rule: string): string {
  return `${basics}rules:\n  a-rule: { severity: error, stage: send, source: page, ${rule} }\n`;
}

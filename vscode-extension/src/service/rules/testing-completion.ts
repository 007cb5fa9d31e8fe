// What the tests of completion in rule files share.
import type { CompletionItem } from "vscode-languageserver-types";
import { ruleCompletion } from "./completion.ts";
import { accepted, companyRules, northRules, projectOf } from "./testing.ts";

/** What is offered at the mark of a text that stands for the company's rule file, or one that extends it. */
export async function offered(marked: string, snippets = false): Promise<readonly CompletionItem[]> {
  const isOverlay = marked.includes("extends:");
  const whole = { "company.yaml": companyRules, "north.yaml": northRules };
  const before = await projectOf(whole);
  const project = await projectOf({ ...whole, [isOverlay ? "north.yaml" : "company.yaml"]: marked }, before);
  const rule = project.rule(isOverlay ? "north.yaml" : "company.yaml");
  return ruleCompletion(rule, project.cursor, project, { snippets }).items;
}

/** The labels of what is offered there. */
export async function labels(marked: string): Promise<readonly string[]> {
  return (await offered(marked)).map(({ label }) => label);
}

/** The company's rule file with some lines more, or others, and the mark in them. */
export function inCompany(lines: string, before = "  sum-of-lines:\n"): string {
  return companyRules.replace(before, `${lines}\n${before}`);
}

/** The text after what is labelled so is accepted, from the line of the mark on; only as many lines as are changed. */
export async function accept(marked: string, label: string, snippets = false): Promise<string> {
  const item = (await offered(marked, snippets)).find((each) => each.label === label);
  if (item === undefined) throw new RangeError(`${label} is not offered`);
  return accepted(marked, item);
}

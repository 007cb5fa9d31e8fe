import { stringify } from "yaml";
import type { Task } from "../../race/contender.ts";
import { contextOf, documents } from "../../ten-rules/documents.ts";

/** What PCCOs of ten lines in a text are judged against. */
export const context = contextOf(12);

/** The PCCOs of a task as one JSON list, laid out as editors do it. */
export function jsonText(task: Task): string {
  return JSON.stringify(pccos(task), undefined, 2);
}

/** The same as YAML, in block style. */
export function yamlText(task: Task): string {
  return stringify(pccos(task), { lineWidth: 0 });
}

function pccos(task: Task) {
  return documents(task).map(({ pcco }) => pcco);
}

/** How often each rule is broken, as "rule times", of the rules that JSON Schema says the same way everywhere. */
export function counted(rules: Iterable<string | undefined>): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const rule of rules)
    if (rule !== undefined && schemaRules.has(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [[...counts].map(([rule, times]) => `${rule} ${times}`).sort()];
}

/** yaml-language-server takes the 30th of February for a day, and counts UTF-16 units: those rules can't be compared. */
const schemaRules: ReadonlySet<string> = new Set([
  "date-required",
  "status-approved",
  "amount-format",
  "associated-line-item-set",
]);

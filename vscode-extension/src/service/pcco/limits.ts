import type { ResolvedRuleSet } from "@erp-export-rules/sdk/authoring";
import { type Path, textLength } from "@erp-export-rules/sdk/text";
import { entryAt } from "./dictionary.ts";

/** How long a text is, and how long it may be. Characters as people count them: spaces at either end left out. */
export interface Length {
  readonly length: number;
  readonly limit: number;
  /** The title of the rule that says so. */
  readonly rule: string;
}

/** The length of a text at a path from the PCCO; `undefined` where no rule limits it. Of several limits the narrowest. */
export function lengthAt(definition: ResolvedRuleSet, path: Path, value: unknown): Length | undefined {
  if (typeof value !== "string") return undefined;
  const { field, rules } = entryAt(definition, path);
  let narrowest: Length | undefined;
  for (const { id, definition: rule } of rules) {
    const isOwn = field !== undefined && (rule.field === field.name || rule.fields?.includes(field.name));
    if (!isOwn || rule.maxLength === undefined) continue;
    if (narrowest === undefined || rule.maxLength < narrowest.limit)
      narrowest = { length: textLength(value), limit: rule.maxLength, rule: rule.title ?? id };
  }
  return narrowest;
}

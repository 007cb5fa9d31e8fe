import { literal } from "../keywords/literal.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../rules/resolve.ts";
import { emitTests } from "./emit-tests.ts";

/** What is the same in every compiled module. */
export interface RunTime {
  /** Version of the SDK. */
  readonly version: string;
  /** A statement that declares `runTime`, which holds what `run-time.ts` exports. */
  readonly source: string;
}

/** The names a compiled module exports. */
export const exported = [
  "reference",
  "ruleIds",
  "events",
  "statusOf",
  "toggles",
  "check",
  "actions",
  "transition",
  "repair",
] as const;

/**
 * Writes a rule set as one ES module that imports nothing. The same rule set gives the same text.
 *
 * Nothing of a rule file stands in the text as code: its words are in texts alone, and the rule set as a whole is JSON.
 * @param groups the rules that are asked together
 */
export function emitModule(
  set: ResolvedRuleSet,
  groups: readonly (readonly ResolvedRule[])[],
  runTime: RunTime,
): string {
  const { source, calls } = emitTests(set, groups);
  return [
    `// ${literal(`${set.id}@${set.version}`)}, compiled by erp-rules ${runTime.version}. Change the rule file and compile it again, rather than this.`,
    `// SHA-256 of the rule file: ${literal(set.sha256)}`,
    "// With the run-time of @erp-export-rules/sdk (MIT licence), which includes leven (MIT licence).",
    "",
    runTime.source.trim(),
    `const { ${calls.join(", ")} } = runTime.support;`,
    "",
    `const rules = runTime.createRuleSet(JSON.parse(${literal(JSON.stringify(set))}), ${source});`,
    "",
    `export const { ${exported.join(", ")} } = rules;`,
    "",
  ].join("\n");
}

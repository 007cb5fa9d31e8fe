import { libraryWith, ruleSetOf } from "../../load-text.ts";
import type { RuleSet } from "../../rule-set.ts";
import { ruleStates } from "../../rule-states.ts";
import { readRuleFile } from "../../rules/read-rule-file.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import type { LintFinding, LintId } from "./finding.ts";
import { type LintOptions, lintRules } from "./lint.ts";

/** A rule set that is complete in itself, and of which lint has nothing to tell. */
export const cleanRules = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
sources:
  handbook: { title: Handbook, url: https://example.com/handbook }
features:
  export: { title: Export, default: off, source: handbook }
fields:
  title: { label: Title, path: title, type: text }
  number: { label: Number, path: number, type: text }
  status: { label: Status, path: status, type: choice, choices: { draft: Draft, approved: Approved } }
  permission: { label: Permission, in: context, path: actor.prime_contracts, type: text }
  isSystem: { label: Service account, in: context, path: actor.system, type: boolean }
rules:
  status-approved: { field: status, equals: approved, severity: error, stage: send, source: handbook }
  title-length: { field: title, maxLength: 9, severity: error, stage: save, source: handbook }
  export-on: { feature: export, is: on, severity: error, stage: send, source: handbook }
roles:
  admin: { label: an administrator, where: { field: permission, equals: admin }, source: handbook }
  system: { label: the service account, where: { field: isSystem, equals: true }, source: handbook }
states:
  fresh: { label: Fresh, icon: none, locked: false, initial: true }
  sent: { label: Sent, icon: blue, locked: true }
  synced: { label: Synced, icon: green, locked: true }
lifecycle:
  send: { label: Send, from: [fresh], to: sent, role: admin, checks: [save, send], source: handbook }
  take-back: { label: Take back, from: [sent], to: fresh, role: admin, source: handbook }
  done: { label: Done, from: [sent], to: synced, role: system, source: handbook }
  undo: { label: Undo, from: [synced], to: fresh, role: admin, source: handbook }
`;

/** The clean rules with some of their text replaced by other text. */
export function changed(...edits: readonly (readonly [before: string, after: string])[]): string {
  return edits.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new RangeError(`this does not stand there once: ${before}`);
    return text.replace(before, () => after);
  }, cleanRules);
}

/** The clean rules with a further one. */
export function withRule(rule: string): string {
  return changed(["rules:\n", `rules:\n  ours: { ${rule}, source: handbook }\n`]);
}

/** A rule file that was linted. */
export interface LintedText {
  readonly source: RuleFileSource;
  readonly rules: RuleSet;
  readonly findings: readonly LintFinding[];
  /** Findings as `id /pointer`. */
  readonly told: readonly string[];
  /** The one finding of a kind. */
  one(id: LintId): LintFinding;
}

/**
 * Lints the text of a rule file.
 * @param beside texts of rule files that it may extend
 */
export async function lintText(
  text: string,
  options: LintOptions & { readonly beside?: readonly string[] } = {},
): Promise<LintedText> {
  const source = await readRuleFile(text, "company.yaml");
  const others = await Promise.all(
    (options.beside ?? []).map((other, index) => readRuleFile(other, `other-${index}.yaml`)),
  );
  const rules = ruleSetOf(source, libraryWith([source, ...others]));
  const findings = lintRules(rules, source, options);
  return {
    source,
    rules,
    findings,
    told: findings.map(({ id, place }) => `${id} ${place.path}`),
    one: (id) => {
      const [found, ...more] = findings.filter((each) => each.id === id);
      if (found === undefined || more.length > 0) throw new RangeError(`not one ${id}, but ${more.length + 1}`);
      return found;
    },
  };
}

/** What a rule says of the witness of a finding, asked anew. */
export function saidOf({ witness }: LintFinding, { rules }: LintedText, rule: string): string | undefined {
  if (witness === undefined) throw new RangeError("the finding has no witness");
  const { document, event, at } = witness;
  return ruleStates(rules.definition, document, document.$context, at === undefined ? { event } : { event, at }).get(
    rule,
  );
}

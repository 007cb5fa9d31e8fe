import {
  type Field,
  keywords,
  type ResolvedRule,
  type ResolvedRuleSet,
  type Rule,
} from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import { dottedPath } from "./inner-path.ts";

/** A field of the dictionary with its name. */
export interface NamedField extends Field {
  readonly name: string;
}

/** What a rule set says of one place in a PCCO. */
export interface Entry {
  /** The field that stands just there, under its first name. */
  readonly field: NamedField | undefined;
  /** The rules that look there, or at a part of it, in the order of the rule file; those that are off left out. */
  readonly rules: readonly ResolvedRule[];
}

const known = new WeakMap<ResolvedRuleSet, Map<string, Entry>>();

/** What a rule set says of the value at a path from the PCCO. */
export function entryAt(definition: ResolvedRuleSet, path: Path): Entry {
  const entries = known.get(definition) ?? new Map<string, Entry>();
  known.set(definition, entries);
  const dotted = dottedPath(path);
  const entry = entries.get(dotted) ?? entryOf(definition, dotted);
  entries.set(dotted, entry);
  return entry;
}

function entryOf({ fields, rules }: ResolvedRuleSet, dotted: string): Entry {
  const named = Object.entries(fields).map(([name, field]): NamedField => ({ ...field, name }));
  const own = named.filter(
    ({ in: place, path }) => place === undefined && dotted !== "" && (path === dotted || path.startsWith(`${dotted}.`)),
  );
  const names = new Set(own.map(({ name }) => name));
  // Facts of the context that are shown at a field of the PCCO are judged there, too.
  for (const { name, shownAt } of named) if (shownAt !== undefined && names.has(shownAt)) names.add(name);
  return {
    field: own.find(({ path }) => path === dotted),
    rules: rules.filter(({ definition }) => definition.severity !== "off" && looksAt(definition, names)),
  };
}

function looksAt(rule: Rule, names: ReadonlySet<string>): boolean {
  const mentioned = keywords.flatMap((keyword) => keyword.mentions?.(rule) ?? []).map(({ field }) => field);
  const own = rule.field === undefined ? (rule.fields ?? []) : [rule.field];
  return [...own, ...mentioned].some((name) => names.has(name));
}

/** The rule set's own word for a place, such as `Associated Line Item`; `undefined` when it has none. */
export function labelAt(definition: ResolvedRuleSet | undefined, path: Path): string | undefined {
  return definition === undefined ? undefined : entryAt(definition, path).field?.label;
}

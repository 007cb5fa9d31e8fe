import type { ResolvedRule, ResolvedRuleSet } from "../../rules/resolve.ts";
import { canonicalOf } from "../solver/canonical.ts";

/** What was done to an entry of a rule set. `reworded`: only what people read of it, or where it comes from. */
export type ChangeKind = "added" | "removed" | "renamed" | "changed" | "reworded";

/** The sections of a rule set whose entries others mention by name. */
export type Section = "rule" | "event" | "entered value" | "ERP status" | "role" | "toggle" | "field";

/** One entry that is not the same in two rule sets. */
export interface Change {
  readonly section: Section;
  readonly kind: ChangeKind;
  /** Its name in the newer set, or in the older one when it is removed. */
  readonly name: string;
  /** For one that is renamed, its name in the older set. */
  readonly formerly?: string;
  /** Whether whoever mentions the name must now mean something else by it. */
  readonly breaks: boolean;
}

/** An entry: what it means, and how it reads. */
interface Entry {
  readonly meaning: string;
  readonly wording: string;
  /** The part of its meaning on which others rest; with another one it is another thing of the same name. */
  readonly core: string;
}

type Entries = ReadonlyMap<string, Entry>;

/** Compares the entries of two rule sets by name and meaning. */
export function changedNames(before: ResolvedRuleSet, after: ResolvedRuleSet): readonly Change[] {
  const [older, newer] = [sectionsOf(before), sectionsOf(after)];
  return sections.flatMap((section) => changesOf(section, older[section], newer[section]));
}

const sections = ["rule", "event", "entered value", "ERP status", "role", "toggle", "field"] as const;

function changesOf(section: Section, older: Entries, newer: Entries): readonly Change[] {
  const added = [...newer].filter(([name]) => !older.has(name));
  const removed = [...older].filter(([name]) => !newer.has(name));
  const changes: Change[] = [];
  const renamed = new Set<string>();
  for (const [formerly, { meaning }] of removed) {
    const twin = added.find(([name, entry]) => entry.meaning === meaning && !renamed.has(name));
    if (twin === undefined) changes.push({ section, kind: "removed", name: formerly, breaks: true });
    else {
      renamed.add(twin[0]);
      changes.push({ section, kind: "renamed", name: twin[0], formerly, breaks: true });
    }
  }
  for (const [name, entry] of newer) {
    const old = older.get(name);
    if (old === undefined) {
      if (!renamed.has(name)) changes.push({ section, kind: "added", name, breaks: false });
    } else if (old.meaning !== entry.meaning) {
      changes.push({ section, kind: "changed", name, breaks: old.core !== entry.core });
    } else if (old.wording !== entry.wording) changes.push({ section, kind: "reworded", name, breaks: false });
  }
  return changes;
}

function sectionsOf(set: ResolvedRuleSet): Readonly<Record<Section, Entries>> {
  const canonical = canonicalOf(set);
  const entries = <T>(all: Readonly<Record<string, T>>, read: (each: T, name: string) => Entry): Entries =>
    new Map(Object.entries(all).map(([name, each]) => [name, read(each, name)]));
  const rules = Object.fromEntries(set.rules.map((rule) => [rule.id, rule]));
  return {
    rule: entries(rules, ({ definition }: ResolvedRule) => {
      const { severity, stage } = definition;
      const meaning = JSON.stringify([severity, stage, severity === "off" ? "" : canonical.rule(definition)]);
      return { meaning, wording: JSON.stringify([definition, set.sources[definition.source]]), core: "" };
    }),
    event: entries(set.lifecycle, (event) => {
      const { label, source, basis, icon, guards = [], role, input: _, ...rest } = event;
      const roles = [role].flat().map((name) => canonical.condition(set.roles[name]?.where ?? {}));
      const meaning = JSON.stringify([rest, icon, roles, guards.map(({ when }) => canonical.condition(when))]);
      const wording = JSON.stringify([label, basis, source === undefined ? "" : set.sources[source], guards]);
      return { meaning, wording, core: JSON.stringify(event.to) };
    }),
    "entered value": new Map(
      Object.entries(set.lifecycle).flatMap(([event, { input = {} }]) =>
        Object.entries(input).map(([name, { label, message, ...rest }]): [string, Entry] => {
          const core = JSON.stringify([rest.type, rest.mustBe]);
          return [
            `${event}: ${name}`,
            { meaning: JSON.stringify(rest), wording: JSON.stringify([label, message]), core },
          ];
        }),
      ),
    ),
    "ERP status": entries(set.states, ({ label, ...rest }) => ({
      meaning: JSON.stringify(rest),
      wording: label,
      core: "",
    })),
    role: entries(set.roles, ({ label, where, source }) => ({
      meaning: canonical.condition(where),
      wording: JSON.stringify([label, source === undefined ? "" : set.sources[source]]),
      core: "",
    })),
    toggle: entries(set.features, ({ definition: { title, switchedOnBy, source } }, name) => ({
      meaning: canonical.feature(name),
      wording: JSON.stringify([title, switchedOnBy, source === undefined ? "" : set.sources[source]]),
      core: "",
    })),
    field: entries(set.fields, ({ label, choices, in: place, path, type, settled, shownAt }, name) => ({
      meaning: JSON.stringify([canonical.field(name), Object.keys(choices ?? {}), settled]),
      wording: JSON.stringify([label, choices, shownAt]),
      core: JSON.stringify([place, path, type]),
    })),
  };
}

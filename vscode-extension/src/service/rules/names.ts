import type { Field } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import type { NameKind } from "./name-places.ts";
import { isRuleText } from "./occurrences.ts";
import { chainOf } from "./rule-nodes.ts";
import { definitionPath, startOf } from "./symbol-at.ts";

/** A name that can be written, and what people call it. */
export interface Named {
  readonly name: string;
  readonly detail: string | undefined;
  /** What stands under it in its rule file, as far as it can be read. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The names that a file may use. */
export interface Names {
  /** Its own and those of the rule sets it builds on. */
  of(kind: NameKind): readonly Named[];
  /** Those of the rule sets it builds on. */
  inherited(kind: NameKind): readonly Named[];
  field(name: unknown): Partial<Field> | undefined;
}

/** Collects the names that a file may use, from texts that may be half typed. */
export function namesOf(file: RuleText | RuleTestText, project: Project): Names {
  const start = startOf(file, project);
  const contents = start === undefined ? [] : chainOf(start, project).map(({ content }) => content);
  const below = isRuleText(file) ? contents.slice(1) : contents;
  const of = (kind: NameKind) => collect(kind, contents);
  return {
    of,
    inherited: (kind) => collect(kind, below),
    field: (name) => of("field").find((each) => each.name === name)?.entry,
  };
}

function collect(kind: NameKind, contents: readonly unknown[]): readonly Named[] {
  const [section] = definitionPath(kind, "") ?? [];
  if (section === undefined) return [];
  const found = new Map<string, Named>();
  for (const content of contents) {
    for (const [name, value] of Object.entries(Object(valueAt(content, [section])))) {
      // A toggle that is only set is defined further down.
      if (found.has(name) || (kind === "feature" && typeof value === "string")) continue;
      const entry: Named["entry"] = isGroup(value) ? value : {};
      const detail = [entry["title"], entry["label"]].find((each) => typeof each === "string");
      found.set(name, { name, detail: typeof detail === "string" ? detail : undefined, entry });
    }
  }
  return [...found.values()];
}

/** Whether a value has keys; what these hold is not known. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

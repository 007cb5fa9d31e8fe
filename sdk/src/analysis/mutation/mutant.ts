import { editValue } from "../../document/edit-value.ts";
import type { Edit } from "../../document/text.ts";
import { isObject } from "../../document/value.ts";
import type { RuleFile } from "../../generated/types.ts";

/** What kind of slip a mutant imitates. */
export type MutantKind =
  | "limit"
  | "dropped"
  | "negated"
  | "status"
  | "role"
  | "toggle"
  | "severity"
  | "guard"
  | "from-state"
  | "input";

/** A small change to a rule file, of which its tests should take notice. */
export interface Mutant {
  readonly kind: MutantKind;
  /** Which entry of the rule file is changed: a rule, an event, a role, a toggle or a field. */
  readonly entry: string;
  /** JSON Pointer to what is changed. */
  readonly path: string;
  /** What is different, as a phrase: `maxLength is 11 instead of 10`. */
  readonly change: string;
  /** The change itself, to the content of the rule file. */
  readonly edits: readonly Edit[];
}

/** A mutant before it is known of which entry it is. */
export type Change = Omit<Mutant, "entry">;

/** A part of the content of a rule file is set to another value. */
export function replaced(kind: MutantKind, path: string, change: string, value: unknown): Change {
  return { kind, path, change, edits: [{ op: "replace", path, value }] };
}

/** A part of the content of a rule file is taken out. */
export function removed(kind: MutantKind, path: string, change: string): Change {
  return { kind, path, change, edits: [{ op: "remove", path }] };
}

/** A value as a change tells it. */
export function told(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The content of a rule file after a change.
 * @throws {RangeError} when the change is not one of this file
 */
export function changedContent(content: RuleFile, { edits }: Pick<Mutant, "edits">): RuleFile {
  const changed = editValue(content, edits);
  if (!isRuleFile(changed)) throw new RangeError("an edit replaced the whole rule file");
  return changed;
}

/** The parts that a change leaves are as they were; that those it makes fit is a promise of whoever makes mutants. */
function isRuleFile(value: unknown): value is RuleFile {
  return isObject(value) && value["format"] === 1;
}

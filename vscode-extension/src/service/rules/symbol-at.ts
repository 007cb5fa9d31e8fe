import { ruleFileFormat } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { Position, Range } from "vscode-languageserver-types";
import { locationAt } from "../location/location-at.ts";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import type { NameKind } from "./name-places.ts";
import { isRuleText, namesIn, occurrencesIn } from "./occurrences.ts";
import { readable } from "./readable.ts";
import { chainOf, nodeOf, nodeOfReference, type RuleNode } from "./rule-nodes.ts";

/** A name under the cursor. */
export interface NameAt {
  readonly kind: NameKind;
  readonly name: string;
  readonly isDefinition: boolean;
  readonly range: Range;
  /** Of an input: the event it is entered for. */
  readonly scope: string | undefined;
}

/** The name at a position; in a line that is half typed, as far as its signs tell. */
export function nameAt(file: RuleText | RuleTestText, position: Position): NameAt | undefined {
  const found = occurrencesIn(file).find(({ range }) => holds(range, position));
  if (found !== undefined) return { ...found, scope: found.scope };
  return file.document.value === undefined ? nameInLines(file, position) : undefined;
}

function nameInLines(file: RuleText | RuleTestText, position: Position): NameAt | undefined {
  const location = locationAt(file.text, ruleFileFormat(file.file), position);
  if (location === undefined || location.word === "") return undefined;
  const { path, word, part, replace, quote } = location;
  const asKey = part === "value" ? undefined : namesIn(file)([...path, word], "key", undefined);
  const place = asKey ?? (part === "key" ? undefined : namesIn(file)(path, "value", word));
  if (place === undefined) return undefined;
  const quotes = quote === undefined ? 0 : 1;
  const start = { ...replace.start, character: replace.start.character + quotes };
  const range = { start, end: { ...start, character: start.character + word.length } };
  return { kind: place.kind, name: word, isDefinition: place.isDefinition, range, scope: place.scope };
}

/** Kinds of names that mean something only in the test file they stand in. */
const ofOneFile: ReadonlySet<NameKind> = new Set(["document", "context", "actor"]);

/** What a name stands for: the same name of the same owner is the same thing, wherever it stands. */
export interface Meaning {
  readonly kind: NameKind;
  readonly name: string;
  readonly scope: string | undefined;
  /** The version of a rule set that defines it; `undefined` for what belongs to one test file, or to the language. */
  readonly owner: RuleNode | undefined;
  /** The test file it belongs to. */
  readonly test: RuleTestText | undefined;
}

/** What a name in a file means; `undefined` when nothing defines it. */
export function meaningOf(
  { kind, name, scope }: Pick<NameAt, "kind" | "name" | "scope">,
  file: RuleText | RuleTestText,
  project: Project,
): Meaning | undefined {
  const bare = { kind, name, scope, owner: undefined, test: undefined };
  if (kind === "keyword") return bare;
  if (ofOneFile.has(kind)) return isRuleText(file) ? undefined : { ...bare, test: file };
  if (kind === "ruleSet") {
    const owner = nodeOfReference(name, project);
    return owner && { ...bare, owner };
  }
  const start = startOf(file, project);
  const owner = start && chainOf(start, project).find((node) => defines(node, kind, name, scope));
  return owner && { ...bare, owner };
}

/** The version of a rule set that a file is about. */
export function startOf(file: RuleText | RuleTestText, project: Project): RuleNode | undefined {
  return isRuleText(file) ? nodeOf(file) : nodeOfReference(valueAt(readable(file).value, ["ruleSet"]), project);
}

const sections: Readonly<Partial<Record<NameKind, string>>> = {
  rule: "rules",
  field: "fields",
  feature: "features",
  role: "roles",
  state: "states",
  event: "lifecycle",
  source: "sources",
};

/** Where the definition of a name stands in a rule file. */
export function definitionPath(kind: NameKind, name: string, scope?: string): readonly string[] | undefined {
  if (kind === "input" && scope !== undefined) return ["lifecycle", scope, "input", name];
  const section = sections[kind];
  return section === undefined ? undefined : [section, name];
}

/** Whether a version of a rule set, or one that it builds on, gives a name its meaning. */
export function isDefinedIn(
  start: RuleNode,
  { kind, name, scope }: Pick<Meaning, "kind" | "name" | "scope">,
  project: Project,
): boolean {
  return chainOf(start, project).some((node) => defines(node, kind, name, scope));
}

function defines({ content }: RuleNode, kind: NameKind, name: string, scope: string | undefined): boolean {
  const path = definitionPath(kind, name, scope);
  const value = path && valueAt(content, path);
  // A toggle that is only set is defined further down.
  return value !== undefined && !(kind === "feature" && typeof value === "string");
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}

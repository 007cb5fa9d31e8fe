import { parseText, toPointer } from "@erp-export-rules/sdk/text";
import type { Location, Position } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { occurrencesIn } from "./occurrences.ts";
import { readable } from "./readable.ts";
import type { RuleNode } from "./rule-nodes.ts";
import { definitionPath, type Meaning, meaningOf, nameAt } from "./symbol-at.ts";

const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The text of a file by its URI; `undefined` when it is not known. */
export type TextOf = (uri: string) => string | undefined;

/**
 * Where the name at a position is defined: in this file, in one that it extends, or for `extends` and `ruleSet` the rule
 * file itself. Rule files that ship stand at URIs of their own; `textOf` may know them.
 */
export function ruleDefinition(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
  textOf: TextOf,
): Location | undefined {
  const name = nameAt(file, position);
  const meaning = name && meaningOf(name, file, project);
  return meaning && definitionOf(meaning, textOf);
}

/** Where something is defined. */
export function definitionOf({ kind, name, scope, owner, test }: Meaning, textOf: TextOf): Location | undefined {
  if (test !== undefined) {
    const here = occurrencesIn(test).find((each) => each.isDefinition && each.kind === kind && each.name === name);
    return here && { uri: test.uri, range: here.range };
  }
  if (owner === undefined) return undefined;
  if (kind === "ruleSet") return { uri: owner.uri, range: rangeIn(owner, ["ruleSet"], textOf) };
  const path = definitionPath(kind, name, scope);
  return path && { uri: owner.uri, range: rangeIn(owner, path, textOf) };
}

function rangeIn({ uri, rule, source }: RuleNode, path: readonly string[], textOf: TextOf): Location["range"] {
  if (rule !== undefined) return readable(rule).keyRange(path) ?? firstLine;
  // The places of rules and events are known without the text.
  const known = source?.rangeOf(toPointer(path));
  if (known !== undefined) return known;
  const text = textOf(uri);
  const document = text === undefined ? undefined : parseText(text, { format: "yaml" }).documents[0];
  return document?.keyRange(path) ?? firstLine;
}

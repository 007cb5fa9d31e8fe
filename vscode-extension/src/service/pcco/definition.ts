import type { RulePlace } from "@erp-export-rules/sdk";
import { bundledRuleFiles } from "@erp-export-rules/sdk/authoring";
import { formatOf, type Path, parseText, type Range, valueAt } from "@erp-export-rules/sdk/text";
import type { Location, Position } from "vscode-languageserver-types";
import { bundledScheme } from "../../protocol.ts";
import type { PccoFile, Project, Surroundings, SurroundingsOf } from "../model.ts";
import { contractLines, lineOf } from "./contract-lines.ts";
import { dottedPath, innerPath } from "./inner-path.ts";

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where what a value names is written: a rule for an id in `$expect`, the rule file for `$rules`, the context file for
 * `$context`, and the contract line for an Associated Line Item.
 * @param textOf the text of a file of the workspace; `undefined` when it can't be had
 */
export function pccoDefinition(
  file: PccoFile,
  position: Position,
  surroundingsOf: SurroundingsOf,
  project: Project,
  textOf: (uri: string) => string | undefined,
): Location[] {
  const document = file.recordAt(position.line, position.character).document();
  const spot = document.spotAt(position);
  if (spot === undefined || spot.part === "key") return [];
  const surroundings = surroundingsOf(document.value);
  if ("cannot" in surroundings) return [];
  const value = valueAt(document.value, spot.path);
  switch (dottedPath(innerPath(spot.path))) {
    case "$rules":
      return ruleFile(surroundings, project);
    case "$context":
      return surroundings.why.contextUri === undefined ? [] : [{ uri: surroundings.why.contextUri, range: top }];
    case "$expect[]":
    case "$expect.broken[]":
    case "$expect.unknown[]":
      return rule(value, surroundings, project);
    case "line_items[].prime_line_item_id":
    case "markups[].prime_line_item_id":
      return contractLine(value, document.value, surroundings, (path) => document.valueRange(path), file.uri, textOf);
    default:
      return [];
  }
}

function ruleFile({ rules, why }: Surroundings, project: Project): Location[] {
  const uri = why.rulesUri ?? uriOf(rules.definition.file, project);
  return uri === undefined ? [] : [{ uri, range: top }];
}

function rule(id: unknown, { rules }: Surroundings, project: Project): Location[] {
  const place: RulePlace | undefined = rules.definition.rules.find((each) => each.id === id)?.place;
  const uri = place && uriOf(place.file, project);
  return place === undefined || uri === undefined ? [] : [{ uri, range: place.range ?? top }];
}

/** The URI of a rule file: in the workspace, or where those that ship can be read. */
function uriOf(file: string, { ruleTexts }: Project): string | undefined {
  const own = ruleTexts.find((each) => each.file === file);
  if (own !== undefined) return own.uri;
  return bundledRuleFiles.some((each) => each.file === file) ? `${bundledScheme}:/${file}` : undefined;
}

/** A contract line stands in the context file, or in the PCCO file itself: in its `$context`, or beside the PCCO in a response. */
function contractLine(
  id: unknown,
  payload: unknown,
  { context, why }: Surroundings,
  rangeIn: (path: Path) => Range | undefined,
  uri: string,
  textOf: (uri: string) => string | undefined,
): Location[] {
  const line = lineOf(contractLines(context, payload) ?? [], id);
  if (line === undefined) return [];
  const path = ["prime_contract", "line_items", line.index];
  const isBeside = context.prime_contract === undefined;
  const here = isBeside ? path : ["$context", ...path];
  if (isBeside || why.contextUri === undefined) {
    const range = rangeIn(here);
    return range === undefined ? [] : [{ uri, range }];
  }
  const text = textOf(why.contextUri);
  if (text === undefined) return [];
  const [document] = parseText(text, { format: formatOf(why.contextUri) === "json" ? "json" : "yaml" }).documents;
  const range = document?.valueRange(path);
  return [{ uri: why.contextUri, range: range ?? top }];
}

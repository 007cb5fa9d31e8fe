import { formatOf } from "@erp-export-rules/sdk/text";
import type { Location, Position } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText, Sample } from "../model.ts";
import { definitionOf, type TextOf } from "./definition.ts";
import { type Occurrence, occurrencesIn, occurrencesInPccos } from "./occurrences.ts";
import { chainOf, nodeOf, nodeOfReference, nodeOfRuleSet, type RuleNode } from "./rule-nodes.ts";
import { type Meaning, meaningOf, nameAt, startOf } from "./symbol-at.ts";

/**
 * Everything that uses the name at a position: in this file and those that extend it, in rule tests, in the `$expect` and
 * the ERP status of PCCOs; for a rule also the places in PCCOs that break it.
 */
export function ruleReferences(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
  textOf: TextOf,
  { includeDeclaration = true }: { readonly includeDeclaration?: boolean } = {},
): Location[] {
  const name = nameAt(file, position);
  const meaning = name && meaningOf(name, file, project);
  if (meaning === undefined) return [];
  const uses = usesOf(meaning, project, textOf).filter(({ isDefinition }) => includeDeclaration || !isDefinition);
  const definition = includeDeclaration ? definitionOf(meaning, textOf) : undefined;
  const found: Location[] = [
    ...(definition === undefined || meaning.owner?.rule !== undefined || meaning.test !== undefined
      ? []
      : [definition]),
    ...uses.map(({ uri, range }) => ({ uri, range })),
    ...(meaning.kind === "rule" ? brokenPlaces(meaning, project) : []),
  ];
  return found;
}

/** A use of a name in a file. */
export interface Use extends Occurrence {
  readonly uri: string;
  readonly in: "rules" | "tests" | "samples";
}

/** Every place of the project that names something; its definition too, when that stands in the project. */
export function usesOf(meaning: Meaning, project: Project, textOf: TextOf): readonly Use[] {
  const isIt = ({ kind, name, scope }: Occurrence): boolean =>
    kind === meaning.kind && name === meaning.name && scope === meaning.scope;
  const { test, owner } = meaning;
  const inFile = (file: RuleText | RuleTestText, where: Use["in"]): readonly Use[] =>
    occurrencesIn(file)
      .filter(isIt)
      .map((each) => ({ ...each, uri: file.uri, in: where }));
  if (test !== undefined) return inFile(test, "tests");
  if (meaning.kind === "keyword") return project.ruleTexts.flatMap((rule) => inFile(rule, "rules"));
  if (owner === undefined) return [];
  if (meaning.kind === "ruleSet") return referencesTo(owner, project);
  const concerns = concerning(owner, project);
  return [
    ...project.ruleTexts.filter((rule) => concerns(nodeOf(rule))).flatMap((rule) => inFile(rule, "rules")),
    ...project.ruleTests.filter((each) => concerns(startOf(each, project))).flatMap((each) => inFile(each, "tests")),
    ...project.samples.flatMap((sample) => inSample(sample, meaning.name, isIt, concerns, project, textOf)),
  ];
}

/** Every reference that names a version of a rule set, in whatever words. */
function referencesTo({ key }: RuleNode, project: Project): readonly Use[] {
  return [...project.ruleTexts, ...project.ruleTests].flatMap((file) =>
    occurrencesIn(file)
      .filter(({ kind, name }) => kind === "ruleSet" && nodeOfReference(name, project)?.key === key)
      .map((each) => ({ ...each, uri: file.uri, in: "problems" in file ? ("rules" as const) : ("tests" as const) })),
  );
}

/** Whether a version of a rule set is the owner, or builds on it. */
export function concerning(owner: RuleNode, project: Project): (node: RuleNode | undefined) => boolean {
  const known = new Map<string, boolean>();
  return (node) => {
    if (node === undefined) return false;
    const answer = known.get(node.key) ?? chainOf(node, project).some(({ key }) => key === owner.key);
    known.set(node.key, answer);
    return answer;
  };
}

function inSample(
  { uri, records }: Sample,
  name: string,
  isIt: (each: Occurrence) => boolean,
  concerns: (node: RuleNode | undefined) => boolean,
  project: Project,
  textOf: TextOf,
): readonly Use[] {
  const mine = new Set(
    records
      .filter(({ rules }) => rules !== undefined && concerns(nodeOfRuleSet(rules, project)))
      .map(({ index }) => index),
  );
  const text = mine.size === 0 ? undefined : textOf(uri);
  // Most files don't have the name at all, and reading them takes its time.
  if (text === undefined || !text.includes(name)) return [];
  return occurrencesInPccos(text, formatOf(uri) ?? "yaml")
    .filter(({ index }) => mine.has(index))
    .flatMap(({ occurrences }) => occurrences.filter(isIt).map((each) => ({ ...each, uri, in: "samples" as const })));
}

/** The places in PCCOs that break a rule, or for which it is unknown. */
export function brokenPlaces(meaning: Pick<Meaning, "name" | "owner">, project: Project): readonly Location[] {
  if (meaning.owner === undefined) return [];
  const concerns = concerning(meaning.owner, project);
  return project.samples.flatMap(({ uri, records }) =>
    records
      .filter(({ rules }) => rules !== undefined && concerns(nodeOfRuleSet(rules, project)))
      .flatMap(({ verdict }) =>
        verdict.findings.flatMap(({ ruleId, range }) =>
          ruleId === meaning.name && range !== undefined ? [{ uri, range }] : [],
        ),
      ),
  );
}

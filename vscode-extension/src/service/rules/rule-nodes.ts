import type { RuleSet } from "@erp-export-rules/sdk";
import { isMeantBy, type RuleFileSource } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import { bundledScheme } from "../../protocol.ts";
import type { Project, RuleText } from "../model.ts";
import { find } from "./lineage.ts";
import { readable } from "./readable.ts";
import { scalarText } from "./scalar-text.ts";

/** One version of a rule set: a file of the project, which may have faults, or one that ships. */
export interface RuleNode {
  /** `id@version`. */
  readonly key: string;
  readonly uri: string;
  /** What the file says, as far as its syntax can be read. */
  readonly content: unknown;
  /** The file of the project; `undefined` for one that ships. */
  readonly rule: RuleText | undefined;
  readonly source: RuleFileSource | undefined;
}

/** A rule file of the project as a version of a rule set. */
export function nodeOf(rule: RuleText): RuleNode {
  const { uri, source, ruleSet } = rule;
  const content = readable(rule).value ?? {};
  const written = (key: string): string | undefined => scalarText(valueAt(content, [key]));
  const { id, version } = ruleSet?.reference ?? {};
  return { key: `${written("ruleSet") ?? id}@${written("version") ?? version}`, uri, content, rule, source };
}

/** The version that a reference (`id@range`) names; a file of the project that has faults when nothing else fits, or fits better. */
export function nodeOfReference(reference: unknown, project: Project): RuleNode | undefined {
  if (typeof reference !== "string") return undefined;
  const source = find(reference, project.library);
  const own = project.ruleTexts.find((each) => each.source !== undefined && each.source === source);
  if (own !== undefined) return nodeOf(own);
  const faulty = project.ruleTexts
    .map(nodeOf)
    .find(({ key, source: own }) => own === undefined && isMeant(reference, key));
  if (faulty !== undefined && (source === undefined || faulty.key === keyOf(source.content))) return faulty;
  if (source === undefined) return undefined;
  const uri = `${bundledScheme}:/${source.file}`;
  return { key: keyOf(source.content), uri, content: source.content, rule: undefined, source };
}

/** The version of a rule set that something was judged by. */
export function nodeOfRuleSet({ reference }: RuleSet, project: Project): RuleNode | undefined {
  return nodeOfReference(`${reference.id}@${reference.version}`, project);
}

/** A version and those it builds on, nearest first. */
export function chainOf(start: RuleNode, project: Project): readonly RuleNode[] {
  const chain: RuleNode[] = [];
  for (let node: RuleNode | undefined = start; node !== undefined && !chain.some(({ key }) => key === node?.key); ) {
    chain.push(node);
    node = nodeOfReference(valueAt(node.content, ["extends"]), project);
  }
  return chain;
}

function isMeant(reference: string, key: string): boolean {
  const at = key.lastIndexOf("@");
  return isMeantBy(reference, key.slice(0, at), key.slice(at + 1));
}

function keyOf({ ruleSet, version }: { readonly ruleSet: string; readonly version: string }): string {
  return `${ruleSet}@${version}`;
}

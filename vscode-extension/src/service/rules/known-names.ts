import { keywords } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { Project } from "../model.ts";
import type { NameKind } from "./name-places.ts";
import { chainOf, nodeOfReference, type RuleNode } from "./rule-nodes.ts";
import { definitionPath } from "./symbol-at.ts";

/** A name, as far as its meaning goes. */
interface Name {
  readonly kind: NameKind;
  readonly name: string;
  readonly scope?: string | undefined;
}

/** Tells whether names mean something in a version of a rule set. Quick to ask many times. */
export function namesKnownTo(start: RuleNode, project: Project): (name: Name) => boolean {
  const contents = chainOf(start, project).map(({ content }) => content);
  return ({ kind, name, scope }) => {
    if (kind === "keyword") return keywords.some((keyword) => keyword.name === name);
    if (kind === "ruleSet") return nodeOfReference(name, project) !== undefined;
    const path = definitionPath(kind, name, scope);
    return path === undefined || contents.some((content) => valueAt(content, path) !== undefined);
  };
}

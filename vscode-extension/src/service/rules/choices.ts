import { CompletionItemKind } from "vscode-languageserver-types";
import type { CompletionRequest } from "./completion-request.ts";
import type { NameKind } from "./name-places.ts";
import { isGroup, type Named } from "./names.ts";
import { scalarText } from "./scalar-text.ts";

/** A word that can be written as a value. */
export interface Choice {
  readonly value: string | number | boolean;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
}

/** How editors mark names of each kind. */
export const iconOf: Readonly<Partial<Record<NameKind, CompletionItemKind>>> = {
  rule: CompletionItemKind.Function,
  field: CompletionItemKind.Field,
  feature: CompletionItemKind.Constant,
  role: CompletionItemKind.Class,
  state: CompletionItemKind.EnumMember,
  event: CompletionItemKind.Event,
  source: CompletionItemKind.Reference,
};

/** Names with what people call them. */
export function nameChoices(kind: NameKind, names: readonly Named[]): readonly Choice[] {
  return names.map(({ name, detail, entry }) => ({
    value: name,
    kind: iconOf[kind] ?? CompletionItemKind.Value,
    detail,
    documentation:
      kind === "field" && typeof entry["path"] === "string"
        ? [`\`${entry["path"]}\``, scalarText(entry["type"]) ?? []].flat().join(", ")
        : undefined,
  }));
}

/** The rule sets that can be named, each version and the newest of its number. */
export function ruleSetChoices({ project, content, kind }: CompletionRequest): readonly Choice[] {
  const own = isGroup(content) && kind === "rules" ? content["ruleSet"] : undefined;
  return project.library.files
    .filter(({ content: { ruleSet } }) => ruleSet !== own)
    .toSorted((a, b) => b.content.version.localeCompare(a.content.version, "en", { numeric: true }))
    .map(({ content: { ruleSet, version, title, effective } }) => ({
      value: `${ruleSet}@${version}`,
      kind: CompletionItemKind.Module,
      detail: title,
      documentation: `In force from ${effective.from}.`,
    }));
}

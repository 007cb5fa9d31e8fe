import { valueAt } from "@erp-export-rules/sdk/text";
import type {
  AnnotatedTextEdit,
  Position,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { bundledScheme } from "../../protocol.ts";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import type { TextOf } from "./definition.ts";
import type { NameKind } from "./name-places.ts";
import { isRuleText } from "./occurrences.ts";
import { concerning, type Use, usesOf } from "./references.ts";
import { nodeOf } from "./rule-nodes.ts";
import { isDefinedIn, type Meaning, meaningOf, nameAt } from "./symbol-at.ts";

/** Why something can't be renamed, as a sentence. */
export interface Refusal {
  readonly refusal: string;
}

/** The place of the name that would be renamed, or why it can't be. */
export function prepareRuleRename(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
  textOf: TextOf,
): { readonly range: Range } | Refusal {
  const found = renamable(file, position, project, textOf);
  return "refusal" in found ? found : { range: found.range };
}

/**
 * Renames something everywhere in the project: in its rule file and those that extend it, in rule tests and in PCCOs. The
 * edits of other files want to be confirmed. A published version is never edited.
 */
export function ruleRename(
  file: RuleText | RuleTestText,
  position: Position,
  newName: string,
  project: Project,
  textOf: TextOf,
): { readonly edit: WorkspaceEdit } | Refusal {
  const found = renamable(file, position, project, textOf);
  if ("refusal" in found) return found;
  const complaint = complaintAbout(newName, found.meaning, project);
  if (complaint !== undefined) return { refusal: complaint };
  return { edit: editOf(found.uses, newName, file, project) };
}

interface Renamable {
  readonly range: Range;
  readonly meaning: Meaning;
  readonly uses: readonly Use[];
}

function renamable(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
  textOf: TextOf,
): Renamable | Refusal {
  const name = nameAt(file, position);
  if (name === undefined) return { refusal: "There is no name here that can be changed everywhere." };
  if (name.kind === "keyword") return { refusal: `"${name.name}" is a word of the rule language.` };
  if (name.kind === "ruleSet")
    return { refusal: "A rule set is not renamed: PCCOs elsewhere may pin it. Save it under a new name instead." };
  const meaning = meaningOf(name, file, project);
  if (meaning === undefined) return { refusal: `Nothing defines ${kindWord(name.kind)} "${name.name}".` };
  const { owner } = meaning;
  if (owner?.uri.startsWith(`${bundledScheme}:`))
    return { refusal: `"${name.name}" is defined in ${owner.key}, which ships with the product and does not change.` };
  if (owner?.rule?.isPublished) return { refusal: published(owner.rule) };
  const unread = [...project.ruleTexts, ...project.ruleTests].find(
    ({ document, text }) => document.value === undefined && text.includes(name.name),
  );
  if (unread !== undefined)
    return {
      refusal: `${unread.file} can't be read whole just now, and may use "${name.name}". Mend its syntax first.`,
    };
  const uses = usesOf(meaning, project, textOf);
  const locked = project.ruleTexts.find(({ uri, isPublished }) => isPublished && uses.some((use) => use.uri === uri));
  if (locked !== undefined) return { refusal: published(locked) };
  const reader = meaning.kind === "input" ? readerOf(meaning) : undefined;
  if (reader !== undefined)
    return { refusal: `The field "${reader}" reads this value by its path. Change both by hand.` };
  return { range: name.range, meaning, uses };
}

function published({ file }: RuleText): string {
  return `${file} is a published version, which must not change. Save it as a new file with a higher version, and rename there.`;
}

/** The field that reads what is entered. */
function readerOf({ name, owner }: Meaning): string | undefined {
  const fields = Object.entries(Object(valueAt(owner?.content, ["fields"])));
  return fields.find(([, field]) => Object(field)["in"] === "input" && Object(field)["path"] === name)?.[0];
}

/** How names of each kind are written. */
const forms: Readonly<Partial<Record<NameKind, readonly [RegExp, string]>>> = {
  rule: [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "small letters, digits and hyphens, such as date-required"],
  event: [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "small letters, digits and hyphens, such as retry-export"],
  state: [/^[a-z][a-z0-9_]*$/, "small letters, digits and underscores, such as ready_to_export"],
  input: [/^[a-z][a-z0-9_]*$/, "small letters, digits and underscores, such as transaction_date"],
  field: [/^[a-z][A-Za-z0-9]*$/, "letters and digits, beginning with a small letter, such as billingItemCode"],
  role: [/^[a-z][A-Za-z0-9]*$/, "letters and digits, beginning with a small letter, such as projectAdmin"],
};
const otherForm = [/^[A-Za-z][A-Za-z0-9_-]*$/, "letters, digits, hyphens and underscores"] as const;

function complaintAbout(newName: string, meaning: Meaning, project: Project): string | undefined {
  const { kind, name, scope, owner, test } = meaning;
  const [form, words] = forms[kind] ?? otherForm;
  if (!form.test(newName)) return `"${newName}" can't be the name of a ${kindWord(kind)}; names are ${words}.`;
  if (newName === name) return undefined;
  const sections = kind === "document" ? ["documents", "variants"] : [`${kind}s`];
  if (test !== undefined && sections.some((each) => valueAt(test.document.value, [each, newName]) !== undefined))
    return `There is a ${kindWord(kind)} "${newName}" already.`;
  if (owner === undefined) return undefined;
  const concerns = concerning(owner, project);
  const taken = [owner, ...project.ruleTexts.map(nodeOf).filter(concerns)].find((node) =>
    isDefinedIn(node, { kind, name: newName, scope }, project),
  );
  return taken && `There is a ${kindWord(kind)} "${newName}" already, in ${taken.key}.`;
}

const otherFiles = "other-files";

function editOf(uses: readonly Use[], newName: string, from: RuleText | RuleTestText, project: Project): WorkspaceEdit {
  const uris = [...new Set([from.uri, ...uses.map(({ uri }) => uri)])];
  const documentChanges = uris.flatMap((uri): TextDocumentEdit[] => {
    const edits = uses
      .filter((use) => use.uri === uri)
      .map(({ range }): TextEdit | AnnotatedTextEdit =>
        uri === from.uri ? { range, newText: newName } : { range, newText: newName, annotationId: otherFiles },
      );
    const version = project.ruleTexts.find((rule) => rule.uri === uri)?.version ?? null;
    return edits.length === 0 ? [] : [{ textDocument: { uri, version }, edits }];
  });
  if (!documentChanges.some(({ textDocument }) => textDocument.uri !== from.uri)) return { documentChanges };
  return {
    documentChanges,
    changeAnnotations: {
      [otherFiles]: {
        label: "Other files",
        needsConfirmation: true,
        description: isRuleText(from)
          ? "Files that extend this rule set, its tests and PCCOs"
          : "The rule set, files that extend it, and PCCOs",
      },
    },
  };
}

function kindWord(kind: NameKind): string {
  return kind === "feature" ? "toggle" : kind === "state" ? "ERP status" : kind;
}

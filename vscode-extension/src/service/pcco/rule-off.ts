import { isRuleSetError, ruleFileFormat } from "@erp-export-rules/sdk/authoring";
import { type Edit, textEdits } from "@erp-export-rules/sdk/text";
import type { TextDocumentEdit } from "vscode-languageserver-types";
import type { Project, RuleText, Surroundings } from "../model.ts";
import { rangeEdits } from "./range-edits.ts";

/** The edit of a rule file that turns one of its rules off: an override, or for a rule of its own its severity. */
export function ruleOff(
  ruleText: RuleText,
  ruleId: string,
  reason: string,
): TextDocumentEdit | { readonly refusal: string } {
  const { uri, version, text, file, source } = ruleText;
  if (source === undefined || !ruleText.isCurrent) return { refusal: `${file} has faults. Mend them first.` };
  const own = Object.hasOwn(source.content.rules ?? {}, ruleId) ? source.content.rules?.[ruleId] : undefined;
  const edits: readonly Edit[] =
    own === undefined
      ? overrideOff(source.content.overrides ?? {}, ruleId, reason)
      : [
          { op: "add", path: `/rules/${ruleId}/severity`, value: "off" },
          {
            op: "add",
            path: `/rules/${ruleId}/rationale`,
            value: [own.rationale, `Turned off: ${reason}`].filter(Boolean).join(" "),
          },
        ];
  try {
    const changes = textEdits(text, { format: ruleFileFormat(file) }, edits);
    return { textDocument: { uri, version }, edits: rangeEdits(text, changes) };
  } catch {
    return { refusal: `${file} is laid out in a way that can't be edited; turn the rule off there by hand.` };
  }
}

/** What an override changes besides stays, so that turning the rule on again is one word. */
function overrideOff(overrides: Readonly<Record<string, unknown>>, ruleId: string, reason: string): readonly Edit[] {
  const path = `/overrides/${ruleId}`;
  if (!Object.hasOwn(overrides, ruleId)) return [{ op: "add", path, value: { severity: "off", because: reason } }];
  return [
    { op: "add", path: `${path}/severity`, value: "off" },
    { op: "add", path: `${path}/because`, value: reason },
  ];
}

/** Whether a rule file builds on exactly the rule set that a PCCO is judged by. */
export function extendsInForce({ source }: RuleText, { rules }: Surroundings, { library }: Project): boolean {
  const reference = source?.content.extends;
  if (reference === undefined) return false;
  try {
    const { content } = library.find(reference);
    return content.ruleSet === rules.reference.id && content.version === rules.reference.version;
  } catch (error) {
    if (isRuleSetError(error)) return false;
    throw error;
  }
}

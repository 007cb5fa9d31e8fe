import { didYouMean } from "@erp-export-rules/sdk/authoring";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord, Project, RuleText, Surroundings } from "../model.ts";
import { textEditsOf } from "./actions.ts";
import { fieldOf } from "./label.ts";
import { newOverlay, overlayName, overlayUri } from "./overlay.ts";
import { extendsInForce, ruleOff } from "./rule-off.ts";
import { isSameUri } from "./same-uri.ts";
import { syntaxFault } from "./syntax-fault.ts";

/** The edit that turns a rule off, or why there is none. */
export type TurnedOff = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

/**
 * Turns a rule off for a PCCO, in the company's own rule set: the rule file of the workspace that applies, or one beside
 * the PCCO, which the PCCO then pins. Rule sets that ship and published versions are never changed.
 * @param surroundings what the PCCO is judged by
 * @param because why, for those who read the rules later
 */
export function turnOffRule(
  file: PccoFile,
  record: PccoRecord,
  surroundings: Surroundings,
  ruleId: string,
  because: string,
  project: Project,
): TurnedOff {
  const { definition } = surroundings.rules;
  const rule = definition.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) {
    const known = definition.rules.map(({ id }) => id);
    return { refusal: `There is no rule "${ruleId}" in ${nameOf(surroundings)}.${didYouMean(ruleId, known)}` };
  }
  if (rule.definition.severity === "off") return { refusal: `${ruleId} is turned off already.` };
  if (because.trim() === "") return { refusal: "A rule is turned off with a reason: say why it does not apply." };
  const reason = because.trim();
  const inForce = fileOf(project, surroundings.why.rulesUri);
  if (inForce !== undefined && inForce.isPublished === undefined) {
    const edits = ruleOff(inForce, ruleId, reason);
    return "refusal" in edits ? edits : { edit: { documentChanges: [edits] } };
  }
  return turnOffBeside(file, record, surroundings, ruleId, reason, project);
}

function turnOffBeside(
  file: PccoFile,
  record: PccoRecord,
  surroundings: Surroundings,
  ruleId: string,
  reason: string,
  project: Project,
): TurnedOff {
  const uri = overlayUri(file.uri);
  if (uri === undefined) return { refusal: "Save this PCCO first: the rule file is put beside it." };
  const pin = pinned(file, record);
  if ("refusal" in pin) return pin;
  const beside = fileOf(project, uri);
  if (beside === undefined) {
    const created = newOverlay(uri, surroundings, ruleId, reason, project);
    return "refusal" in created ? created : { edit: { documentChanges: [...created.changes, ...pin.changes] } };
  }
  if (beside.isPublished) return { refusal: `${beside.file} is published and must not change.` };
  if (!extendsInForce(beside, surroundings, project)) {
    const parent = beside.source?.content.extends ?? "nothing";
    return {
      refusal: `${beside.file} stands beside this PCCO, but extends ${parent} and not ${nameOf(surroundings)}, by which the PCCO is judged.`,
    };
  }
  const edits = ruleOff(beside, ruleId, reason);
  return "refusal" in edits ? edits : { edit: { documentChanges: [edits, ...pin.changes] } };
}

/** The edit that makes a PCCO name the rule file beside it. */
function pinned(
  { uri, version }: PccoFile,
  record: PccoRecord,
): { readonly changes: readonly TextDocumentEdit[] } | { readonly refusal: string } {
  const fault = syntaxFault(record);
  if (fault !== undefined)
    return {
      refusal: `The text has a fault on line ${fault.range.start.line + 1}; mend it first, so that the PCCO can name its rule file.`,
    };
  const value = `./${overlayName}`;
  if (fieldOf(record.document().value, "$rules") === value) return { changes: [] };
  const edits = textEditsOf(record, [{ op: "add", path: "/$rules", value }]);
  if (edits === undefined)
    return { refusal: `The PCCO can't be made to name its rule file; write $rules: ${value} into it.` };
  return { changes: [{ textDocument: { uri, version }, edits }] };
}

function fileOf({ ruleTexts }: Project, uri: string | undefined): RuleText | undefined {
  return uri === undefined ? undefined : ruleTexts.find((each) => isSameUri(each.uri, uri));
}

function nameOf({ rules }: Surroundings): string {
  return `${rules.reference.id} ${rules.reference.version}`;
}

import { type RuleProblem, ruleFileFormat } from "@erp-export-rules/sdk/authoring";
import { type Edit, textEdits } from "@erp-export-rules/sdk/text";
import type { TextEdit } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { rangeEdits } from "../pcco/range-edits.ts";
import { namesOf } from "./names.ts";

/** What is written for a key that is missing, to be looked at and changed. */
const usual: Readonly<Record<string, string | boolean>> = {
  severity: "error",
  stage: "send",
  because: "say why it differs here",
  label: "what people call it",
  title: "what people call it",
  default: "off",
  icon: "none",
  locked: false,
};

/** Adds a key that a group of a rule file needs, in the layout of the file. */
export function missingKeyEdits(
  { message, path }: RuleProblem,
  file: RuleText | RuleTestText,
  project: Project,
): readonly { readonly title: string; readonly edits: readonly TextEdit[] }[] {
  const key = / needs "([^"]+)"$/.exec(message)?.[1];
  if (key === undefined) return [];
  const value = key === "source" ? namesOf(file, project).of("source")[0]?.name : usual[key];
  if (value === undefined) return [];
  const edit: Edit = { op: "add", path: `${path}/${key}`, value };
  try {
    const edits = rangeEdits(file.text, textEdits(file.text, { format: ruleFileFormat(file.file) }, [edit]));
    return [{ title: `Add "${key}: ${value}"`, edits }];
  } catch {
    // Some layouts can't be written into without a change of meaning; then nothing is offered.
    return [];
  }
}

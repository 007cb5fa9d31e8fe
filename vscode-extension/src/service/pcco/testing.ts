// What the tests of PCCO files share: surroundings in which everything is known, marked texts, and edits carried out.
import { readFileSync } from "node:fs";
import type { PccoContext } from "@erp-export-rules/sdk";
import { isRuleSetError, type Library, libraryWith, readContextText, ruleSetOf } from "@erp-export-rules/sdk/authoring";
import type { Range, TextFormat } from "@erp-export-rules/sdk/text";
import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import type { PccoFile, Surroundings, SurroundingsOf, Unjudgeable } from "../model.ts";
import { openPccoFile } from "../text/open-pcco-file.ts";
import { pccoCodeActions } from "./code-actions.ts";
import { fieldOf } from "./label.ts";

/** When the PCCOs of the tests are judged. */
export const at = "2026-11-05T09:00:00Z";

const repository = new URL("../../../../", import.meta.url);

/** The text of a file of the repository. */
export function repositoryText(path: string): string {
  return readFileSync(new URL(path, repository), "utf8");
}

/** The context of the samples: the toggle is on, and the contract has six lines. */
export const spectrumContext = readContext(repositoryText("samples/spectrum/spectrum.context.yaml"));

/** The same context with the toggle off. */
export const switchedOff: PccoContext = {
  ...spectrumContext,
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: false } },
};

function readContext(text: string): PccoContext {
  const read = readContextText(text, "yaml");
  if ("context" in read) return read.context;
  throw new Error("the context of the samples has faults");
}

/** Finds what a PCCO is judged by: the rule set it pins by name, or the newest; its own `$context`, or the one given. */
export function surroundingsWith(
  context: PccoContext = spectrumContext,
  library: Library = libraryWith([]),
): SurroundingsOf {
  const known = new Map<unknown, Surroundings | Unjudgeable>();
  const find = (pin: unknown): Surroundings | Unjudgeable => {
    try {
      const rules = ruleSetOf(library.find(typeof pin === "string" ? pin : "spectrum/pcco"), library);
      return { rules, context, event: "send", at, why: { rules: "a test", context: "a test", featuresSet: {} } };
    } catch (error) {
      if (!isRuleSetError(error)) throw error;
      return { cannot: "rules", problem: error.message };
    }
  };
  return (value) => {
    const pin = fieldOf(value, "$rules");
    const found = known.get(pin) ?? find(pin);
    known.set(pin, found);
    return found;
  };
}

/** A file as an editor has it open, in its third version. */
export function opened(text: string, format: TextFormat = "yaml"): PccoFile {
  const ending = format === "ndjson" ? "ndjson" : format;
  return openPccoFile(`file:///project/changes/a.pcco.${ending}`, format, text, 3);
}

/** Nothing can be opened. */
export const noLinks = { ruleUri: () => undefined };

/** The quick fixes for a whole file, without those that turn rules off. */
export function quickFixes(file: PccoFile, surroundingsOf: SurroundingsOf, library?: Library): CodeAction[] {
  const range = wholeOf(file);
  const project = library && { folder: "", ruleTexts: [], ruleTests: [], samples: [], library };
  const setting = { ...noLinks, hasCommands: false, ...(project === undefined ? {} : { project }) };
  const only = ["quickfix"];
  return pccoCodeActions(file, surroundingsOf, { range, only, diagnostics: [] }, setting).filter(
    ({ title, disabled }) => disabled === undefined && !title.startsWith("Turn off"),
  );
}

/** The range of a whole file. */
export function wholeOf(file: PccoFile): Range {
  const last = file.lineCount - 1;
  return { start: { line: 0, character: 0 }, end: { line: last, character: file.lineAt(last).length } };
}

/** The text that a range covers. */
export function covered(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** The text after an action, as an editor carries it out. Fails when the action is not about this version of this file. */
export function after(file: PccoFile, action: CodeAction): string {
  const [change, ...others] = action.edit?.documentChanges ?? [];
  if (change === undefined || others.length > 0 || !("textDocument" in change))
    throw new Error(`"${action.title}" does not change one file`);
  if (change.textDocument.uri !== file.uri || change.textDocument.version !== file.version)
    throw new Error(`"${action.title}" is about another version`);
  return edited(
    file.text(),
    change.edits.flatMap((edit) => ("newText" in edit ? [edit] : [])),
  );
}

/** Carries out edits as an editor does, all of one text. Fails when they overlap or lead outside of it. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const spans = edits
    .map(({ range, newText }) => ({ start: offsetOf(text, range.start), end: offsetOf(text, range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let done = 0;
  for (const { start, end, newText } of spans) {
    if (start < done || end < start) throw new Error("the edits overlap");
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

/** The offset of a position. Fails for a position that is not in the text. */
export function offsetOf(text: string, { line, character }: Range["start"]): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  if (/[\r\n]$/.test(text)) lines.push("");
  const found = lines[line];
  if (line === 0 && text === "") return 0;
  if (found === undefined || character > found.replace(/[\r\n]+$/, "").length)
    throw new Error(`${line}:${character} is not in the text`);
  return lines.slice(0, line).join("").length + character;
}

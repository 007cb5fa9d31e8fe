import { checkDocument } from "../check-document.ts";
import { formatOf } from "../document/format.ts";
import type { DocumentEdit, Finding } from "../generated/types.ts";
import { readDocuments } from "./documents.ts";
import { type ExitCode, isCommandError, OK, worse } from "./exit-code.ts";
import { findFiles } from "./find-files.ts";
import type { InputDocument } from "./input.ts";
import { prepare, type Setting } from "./inspect.ts";
import { mustNotBeRead } from "./read-so-far.ts";
import type { Terminal } from "./terminal.ts";
import { editedText, encodeLike } from "./write-back.ts";
import { replaceFile } from "./write-file.ts";

/** Most rounds of fixing one PCCO: a fix can bring to light what stood behind it. */
const mostRounds = 5;

/** Writes every fix that has only one right answer into the files, and says what was done. */
export async function fixFiles(
  paths: readonly string[],
  setting: Setting,
  options: { readonly event: string; readonly at: string },
  terminal: Terminal,
): Promise<ExitCode> {
  let [fixed, files] = [0, 0];
  let worst: ExitCode = OK;
  let hindered = false;
  const streams: string[] = [];
  for await (const found of findFiles(paths)) {
    if ("problem" in found) continue;
    const { file } = found;
    if (file === "-" || formatOf(file) === "ndjson") {
      streams.push(file === "-" ? "standard input" : file);
      continue;
    }
    try {
      const { done, left } = await fixFile(file, setting, options);
      fixed += done;
      if (done > 0) files++;
      for (const sentence of left) {
        terminal.note(`erp-rules: ${sentence}`);
        hindered = true;
      }
    } catch (error) {
      if (!isCommandError(error)) throw error;
      hindered = true;
      terminal.note(`erp-rules: ${error.message}`);
      worst = worse(worst, error.exitCode);
    }
  }
  if (streams.length > 0)
    terminal.note(`Left as it is, since --fix writes into JSON and YAML files: ${streams.join(", ")}.`);
  if (fixed > 0)
    terminal.note(
      `Fixed ${fixed} ${fixed === 1 ? "finding" : "findings"} in ${files} ${files === 1 ? "file" : "files"}.`,
    );
  else if (hindered || streams.length > 0) terminal.note("Nothing was fixed.");
  else terminal.note("Nothing was fixed: no finding has a fix with only one right answer.");
  return worst;
}

/**
 * Makes sure, before a fix is written, that the report takes the place of no file that PCCOs name. What those of standard
 * input name is only known when it is read, at the check.
 * @throws {CommandError} when it would
 */
export async function refuseNamed(paths: readonly string[], setting: Setting, output: string): Promise<void> {
  for await (const found of findFiles(paths)) {
    if ("problem" in found || found.file === "-") continue;
    for await (const input of readDocuments(found.file)) await prepare(input, setting);
  }
  mustNotBeRead(output, "--output");
}

async function fixFile(
  file: string,
  setting: Setting,
  options: { readonly event: string; readonly at: string },
): Promise<{ readonly done: number; readonly left: Iterable<string> }> {
  let fixed = 0;
  const left = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    left.clear();
    let text: string | undefined;
    let bytes: Uint8Array | undefined;
    let done = 0;
    for await (const input of readDocuments(file)) {
      if ("problem" in input || input.bytes === undefined) return { done: fixed, left };
      text ??= input.text;
      bytes = input.bytes;
      for (const edit of await safeEdits(input, setting, options)) {
        try {
          text = editedText(input, [edit], text);
          done++;
        } catch (error) {
          if (!isCommandError(error)) throw error;
          left.add(error.message);
        }
      }
    }
    if (done === 0 || text === undefined) break;
    await replaceFile(file, encodeLike(text, bytes), bytes);
    fixed += done;
  }
  return { done: fixed, left };
}

async function safeEdits(
  input: InputDocument,
  setting: Setting,
  options: { readonly event: string; readonly at: string },
): Promise<readonly DocumentEdit[]> {
  if (input.document.problems.length > 0) return [];
  const prepared = await prepare(input, setting);
  if ("finding" in prepared) return [];
  const { findings } = checkDocument(prepared.rules, input.document, prepared.context, options);
  const edits = findings.flatMap(safeFix);
  return edits.filter(({ path }, index) => edits.findIndex((other) => other.path === path) === index);
}

function safeFix({ fixes }: Finding): readonly DocumentEdit[] {
  return fixes.find(({ kind }) => kind === "safe")?.edits ?? [];
}

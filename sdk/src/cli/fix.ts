import { checkDocument } from "../check-document.ts";
import { editText } from "../document/edit-text.ts";
import type { DocumentEdit, Finding } from "../generated/types.ts";
import { type InputDocument, readDocuments } from "./documents.ts";
import { findFiles } from "./find-files.ts";
import { prepare, type Setting } from "./inspect.ts";
import { replaceFile } from "./write-file.ts";

/** Most rounds of fixing one PCCO: a fix can bring to light what stood behind it. */
const mostRounds = 5;

/** Writes every fix that has only one right answer into the files, and says what was done. */
export async function fixFiles(
  paths: readonly string[],
  setting: Setting,
  options: { readonly event: string; readonly at: string },
): Promise<string> {
  let [fixed, files] = [0, 0];
  for await (const file of findFiles(paths)) {
    if (file === "-") continue;
    const done = await fixFile(file, setting, options);
    fixed += done;
    if (done > 0) files++;
  }
  if (fixed === 0) return "Nothing to fix: no finding has a fix with only one right answer.";
  return `Fixed ${fixed} ${fixed === 1 ? "finding" : "findings"} in ${files} ${files === 1 ? "file" : "files"}.`;
}

async function fixFile(
  file: string,
  setting: Setting,
  options: { readonly event: string; readonly at: string },
): Promise<number> {
  let fixed = 0;
  for (let round = 0; round < mostRounds; round++) {
    let text: string | undefined;
    let bytes: Uint8Array | undefined;
    let done = 0;
    for await (const input of readDocuments(file)) {
      if ("problem" in input || input.bytes === undefined) return fixed;
      text ??= input.text;
      bytes = input.bytes;
      const edits = await safeEdits(input, setting, options);
      if (edits.length === 0) continue;
      text = editText(text, { format: input.format, index: input.document.index }, edits);
      done += edits.length;
    }
    if (done === 0 || text === undefined) return fixed;
    await replaceFile(file, encodeLike(text, bytes), bytes);
    fixed += done;
  }
  return fixed;
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

/** The bytes of a text in the encoding the file had: UTF-16 stays UTF-16, a byte order mark stays. */
export function encodeLike(text: string, bytes: Uint8Array | undefined): Uint8Array {
  const [first, second, third] = bytes ?? [];
  if (first === 0xff && second === 0xfe) return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (first === 0xfe && second === 0xff) return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return Buffer.from(first === 0xef && second === 0xbb && third === 0xbf ? `\uFEFF${text}` : text, "utf8");
}

import { runTests } from "../analysis/run-tests.ts";
import { updatesFor } from "../analysis/update.ts";
import { editText } from "../document/edit-text.ts";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import type { TestedFolder, TestFile } from "./tested-files.ts";
import { encodeLike } from "./write-back.ts";
import { replaceFile } from "./write-file.ts";

/**
 * Lets the cases that fail expect what comes of them, and tells what is changed.
 * @param filter only cases whose names have this in them
 * @returns whether anything was changed
 * @throws {CommandError} when a file is laid out in a way that can't be edited, or can't be written
 */
export async function updateTests(
  { tests }: TestedFolder,
  filter: string | undefined,
  terminal: Terminal,
): Promise<boolean> {
  let changed = 0;
  for (const test of tests) if (!("problem" in test)) changed += await updateFile(test, filter, terminal);
  terminal.note(changed === 0 ? "No case was updated." : `Updated ${changed === 1 ? "1 case" : `${changed} cases`}.`);
  return changed > 0;
}

async function updateFile(test: TestFile, filter: string | undefined, terminal: Terminal): Promise<number> {
  const { content, rules, problems } = test.read;
  if (content === undefined || rules === undefined || problems.length > 0) return 0;
  const runs = runTests(rules, content);
  const isWanted = (name: string): boolean => filter === undefined || name.toLowerCase().includes(filter);
  const { updates, edits } = updatesFor(content, runs, (run) => isWanted(run.test.name));
  if (updates.length === 0) return 0;
  for (const { name, before, after } of updates)
    terminal.note(`${test.file}: ${name}\n  - ${told(before)}\n  + ${told(after)}`);
  await replaceFile(test.file, encodeLike(edited(test, edits), test.bytes), test.bytes);
  return updates.length;
}

function edited({ file, text, format }: TestFile, edits: Parameters<typeof editText>[2]): string {
  try {
    return editText(text, { format, index: 0 }, edits);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file} is left as it is: ${reason}.`, UNREADABLE);
  }
}

/** What is expected, on one line, as a case writes it. */
function told(expected: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  return Object.entries(expected)
    .map(([key, value = ""]) => `${key}: ${typeof value === "string" ? value : `[${value.join(", ")}]`}`)
    .join(", ");
}

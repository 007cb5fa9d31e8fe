import { fileName } from "../report/words.ts";
import { readDocuments } from "./documents.ts";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import type { InputDocument } from "./input.ts";
import { type Prepared, prepare, type Setting } from "./inspect.ts";
import type { Terminal } from "./terminal.ts";

/** The one PCCO of a file, with the rule set and context it is judged by. */
export type OneDocument = Extract<Prepared, { readonly rules: unknown }>;

/**
 * Reads a file that holds exactly one PCCO, and notes what a person should know of the rules it is judged by.
 * @throws {CommandError} when it can't be read, has faults, or holds several
 */
export async function readOne(
  file: string | undefined,
  setting: Setting,
  command: string,
  terminal: Terminal,
): Promise<OneDocument> {
  if (file === undefined) throw new CommandError(`"${command}" needs a file. See erp-rules ${command} --help.`);
  const name = fileName(file);
  let found: InputDocument | undefined;
  for await (const input of readDocuments(file)) {
    if ("problem" in input) throw new CommandError(`${input.problem.replace(/^this file/, name)}.`, UNREADABLE);
    if (found !== undefined) throw new CommandError(`${name} holds several PCCOs; "${command}" takes a file with one.`);
    found = input;
  }
  if (found === undefined) throw new CommandError(`${name} holds no PCCO.`, UNREADABLE);
  const faults = found.document.problems.map(
    ({ range: { start }, message }) => `${name}:${start.line + 1}:${start.character + 1} ${message}`,
  );
  if (faults.length > 0)
    throw new CommandError(`${name} has faults that must be mended first:\n  ${faults.join("\n  ")}`, UNREADABLE);
  const prepared = await prepare(found, setting);
  if ("hint" in prepared && prepared.hint !== undefined) terminal.note(`erp-rules: ${prepared.hint.message}`);
  if ("finding" in prepared) throw new CommandError(`${name}: ${prepared.finding.message}`, prepared.exitCode);
  return prepared;
}

/**
 * Makes sure that nothing stands after what a command takes.
 * @throws {CommandError} naming what is too much
 */
export function noMore(positionals: readonly string[], most: number, command: string): void {
  const extra = positionals[most];
  if (extra !== undefined) throw new CommandError(`"${command}" takes no "${extra}". See erp-rules ${command} --help.`);
}

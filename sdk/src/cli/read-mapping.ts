import { parseLazily } from "../document/parse-lazily.ts";
import type { TextDocument } from "../document/text.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import { EXPECTED } from "../document/words.ts";
import { rememberBeside } from "./read-beside.ts";
import { readTextFile } from "./read-file.ts";

/** Why a file beside a PCCO can't be used. */
export interface Unusable {
  readonly problem: string;
  /** The same without a word of the file: a PCCO of strangers can name any file that is there. */
  readonly withoutContent: string;
}

/** What files beside a PCCO are called, and what they hold; the reader of texts speaks of PCCOs. */
export const kinds = {
  context: { name: "context", shape: "a context is a group of fields such as `erp` and `prime_contract`" },
  actor: { name: "actor", shape: "an actor is a group of fields such as `id` and `prime_contracts`" },
};

/**
 * Reads the mapping of a file.
 * @param isTyped whether the user typed its name: then it may be a pipe
 */
export async function readMapping(
  path: string,
  { name, shape }: (typeof kinds)["context"],
  isTyped: boolean,
): Promise<{ readonly mapping: JsonObject; readonly document: TextDocument } | Unusable> {
  const unusable = (problem: string, withoutContent = problem): Unusable => ({ problem, withoutContent });
  const file = readTextFile(path, isTyped);
  if (!isTyped) rememberBeside(path);
  const holder = `the ${name} file ${path}`;
  if ("problem" in file) return unusable(file.problem.replace(/^this file/, holder));
  const { documents } = await parseLazily(file.text, file.format === "ndjson" ? "json" : file.format);
  const fault = documents.flatMap(({ problems }) => problems)[0];
  if (fault !== undefined) {
    const { line, character } = fault.range.start;
    const at = `${holder}:${line + 1}:${character + 1}`;
    const withoutContent = `${at} has a fault; see it with --context ${path}`;
    return unusable(`${at} ${fault.message.replace(EXPECTED, shape)}`, withoutContent);
  }
  const [document, second] = documents;
  if (document === undefined || second !== undefined || !isObject(document.value))
    return unusable(`${holder} holds ${second === undefined ? "nothing" : "several documents"}; ${shape}`);
  return { mapping: document.value, document };
}

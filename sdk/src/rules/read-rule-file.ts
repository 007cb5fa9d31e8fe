import { fromPointer, toPointer } from "../document/pointer.ts";
import { parseText } from "../document/parse.ts";
import type { TextDocument } from "../document/text.ts";
import { validateRuleFile } from "../generated/rule-file-validator.js";
import { Problems, type RuleFileSource, RuleSetError } from "./rule-file.ts";
import { schemaProblems } from "./schema-problems.ts";
import { sha256Of } from "./sha256.ts";

/**
 * Reads the text of a rule file and checks its shape.
 * @param file name of the file, for messages
 * @throws {RuleSetError} with every fault of syntax and shape, each at its place
 */
export async function readRuleFile(text: string, file: string): Promise<RuleFileSource> {
  const [document] = parseText(text, { format: file.toLowerCase().endsWith(".json") ? "json" : "yaml" }).documents;
  const problems = new Problems({ file, rangeOf: (pointer) => document && rangeIn(document, pointer) });
  for (const { message, range, path } of document?.problems ?? []) {
    problems.found.push({ file, message, range, path: toPointer(path) });
  }
  const content = document?.value;
  if (content === undefined || problems.found.length > 0) throw new RuleSetError(`${file} can't be read:`, problems.found);
  if (!validateRuleFile(content)) {
    for (const { path, message } of schemaProblems(content, validateRuleFile.errors ?? [])) problems.add(path, message);
    throw new RuleSetError(`${file} is not a rule file yet:`, problems.found);
  }
  return {
    file,
    sha256: await sha256Of(text),
    content,
    rangeOf: (pointer) => (document === undefined ? undefined : rangeIn(document, pointer)),
  };
}

/** The key of an entry, or the value where there is no key, or the nearest thing around it that is there. */
function rangeIn(document: TextDocument, pointer: string): ReturnType<TextDocument["valueRange"]> {
  const path = fromPointer(pointer);
  for (let length = path.length; length >= 0; length--) {
    const range = document.keyRange(path.slice(0, length)) ?? document.valueRange(path.slice(0, length));
    if (range !== undefined) return range;
  }
  return undefined;
}

import { isDate } from "../context/calendar.ts";
import { parseText } from "../document/parse.ts";
import { toPointer } from "../document/pointer.ts";
import type { ParsedText, Range, TextDocument, TextProblem } from "../document/text.ts";
import { EXPECTED } from "../document/words.ts";
import { validateRuleFile } from "../generated/rule-file-validator.js";
import type { Effective } from "../generated/types.ts";
import { Problems, type RuleFileSource, RuleSetError } from "./rule-file.ts";
import { pathIn, schemaProblems } from "./schema-problems.ts";
import { sha256Of } from "./sha256.ts";

/**
 * Reads the text of a rule file and checks its shape.
 * @param file name of the file, for messages
 * @param parsed the same text, for a caller who has read it already
 * @throws {RuleSetError} with every fault of syntax and shape, each at its place
 */
export async function readRuleFile(text: string, file: string, parsed?: ParsedText): Promise<RuleFileSource> {
  const document = readOne(text, file, parsed ?? parseText(text, { format: ruleFileFormat(file) }));
  const rangeOf = (pointer: string) => rangeIn(document, pointer);
  const problems = new Problems({ file, rangeOf });
  const content = document.value;
  if (!validateRuleFile(content)) {
    for (const { path, message } of schemaProblems(content, validateRuleFile.errors ?? [])) problems.add(path, message);
    throw new RuleSetError(`${file} is not a rule file yet:`, problems.found, "shape");
  }
  checkDays(content.effective, problems);
  if (problems.found.length > 0) throw new RuleSetError(`${file} has faults:`, problems.found, "shape");
  return { file, sha256: await sha256Of(text), content, rangeOf };
}

const shape = "a rule file is a group of keys such as `format`, `ruleSet` and `rules`";

/** How a rule file is written: `.json` at the end of its name means JSON, anything else YAML. */
export function ruleFileFormat(file: string): "json" | "yaml" {
  return file.toLowerCase().endsWith(".json") ? "json" : "yaml";
}

/** The one document of the text. The reader speaks of PCCOs and takes lists apart; a rule file is neither. */
function readOne(text: string, file: string, { documents }: ParsedText): TextDocument {
  const refusal = (message: string, range?: Range) =>
    new RuleSetError(
      `${file} can't be read:`,
      [{ file, message, path: "", ...(range === undefined ? {} : { range }) }],
      "syntax",
    );
  const faults = documents.flatMap(({ problems }) => problems);
  if (faults.length > 0) {
    const problems = faults.map((fault) => ({
      file,
      message: worded(fault),
      path: toPointer(fault.path),
      range: fault.range,
    }));
    throw new RuleSetError(`${file} can't be read:`, problems, "syntax");
  }
  const [document, second] = documents;
  const range = document?.valueRange([]);
  if (document === undefined || isInList(text, range)) throw refusal(`${shape}; this file is a list`, range);
  if (second !== undefined)
    throw refusal("a second document begins here; write each rule set into a file of its own", second.valueRange([]));
  return document;
}

function worded({ id, message }: TextProblem): string {
  if (id === "document/limit") return "this is too large, too deeply nested or too repetitive for a rule file";
  return message.replace(EXPECTED, shape);
}

/** Whether a list opens before the first mapping of a text. */
function isInList(text: string, range: Range | undefined): boolean {
  const { line, character } = range?.start ?? { line: 0, character: 0 };
  const lines = text.split(/\r\n|\r|\n/).slice(0, line + 1);
  const before = [...lines.slice(0, line), (lines[line] ?? "").slice(0, character)].join("\n");
  return /(^|\s)(-(\s|$)|\[)/.test(before.replace(/(^|\s)#.*$/gm, "$1"));
}

/** Days that don't exist, and a last day before the first. */
function checkDays({ from, until }: Effective, problems: Problems): void {
  if (!isDate(from)) problems.add("/effective/from", `${from} is not a day that exists`);
  if (until === undefined) return;
  if (!isDate(until)) problems.add("/effective/until", `${until} is not a day that exists`);
  else if (until < from) problems.add("/effective/until", `the last day, ${until}, is before the first, ${from}`);
}

/** The key of an entry, or the value where there is no key, or the nearest thing around it that is there. */
function rangeIn(document: TextDocument, pointer: string): Range | undefined {
  const path = pathIn(document.value, pointer);
  for (let length = path.length; length >= 0; length--) {
    const range = document.keyRange(path.slice(0, length)) ?? document.valueRange(path.slice(0, length));
    if (range !== undefined) return range;
  }
  return undefined;
}

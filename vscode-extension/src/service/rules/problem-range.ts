import type { RuleProblem } from "@erp-export-rules/sdk/authoring";
import { fromPointer, type Path, type Range, type TextDocument, valueAt } from "@erp-export-rules/sdk/text";

const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where a fault is shown: a fault of a word on the word, one of a group of keys on its name, and one of a word in braces on
 * these. Without a place of its own, at the beginning of the file.
 */
export function rangeOfProblem(problem: RuleProblem, document: TextDocument): Range {
  const { message, range = firstLine } = problem;
  if (document.problems.length > 0 || isAboutKey(message)) return range;
  const path = pathOfProblem(problem, document);
  const value = path === undefined ? undefined : valueAt(document.value, path);
  if (path === undefined || value === undefined || (typeof value === "object" && value !== null)) return range;
  const whole = document.valueRange(path) ?? range;
  const word = /mentions (\{[A-Za-z]+\})/.exec(message)?.[1];
  return (word === undefined ? undefined : within(whole, document.sourceOf(path) ?? "", word)) ?? whole;
}

/** Whether a fault is one of a key by its name. */
export function isAboutKey(message: string): boolean {
  return message.startsWith("unknown key ") || message.includes(" can't be a name here; ");
}

/** The path of a fault; steps of digits are keys where the value has keys. `undefined` when it leads nowhere. */
export function pathOfProblem({ path: pointer }: RuleProblem, document: TextDocument): Path | undefined {
  let value = document.value;
  const path: (string | number)[] = [];
  for (const step of fromPointer(pointer)) {
    const own = Array.isArray(value) ? step : String(step);
    value = valueAt(value, [own]);
    if (value === undefined) return undefined;
    path.push(own);
  }
  return path;
}

/** The place of a word in a value that is written on one line. */
function within({ start, end }: Range, source: string, word: string): Range | undefined {
  const at = source.indexOf(word);
  if (at < 0 || start.line !== end.line) return undefined;
  const character = start.character + at;
  return { start: { ...start, character }, end: { ...end, character: character + word.length } };
}

import { isList, isObject } from "./document/value.ts";
import { show } from "./keywords/show.ts";
import { RuleSetError } from "./rules/rule-file.ts";

/**
 * Makes sure that a rule set can be looked for in what a program gives, which the compiler may not have seen.
 * @throws {RuleSetError} which says what it can be
 */
export function mustBeLoadable(source: unknown): void {
  if (typeof source === "string") return;
  if (!isObject(source)) throw wrong(`found ${show(source)}`);
  const { text, path, directory, files, reference } = source;
  if (typeof text === "string" || typeof path === "string") return;
  if (typeof directory !== "string" && !isFiles(files)) throw wrong(`found ${described(source)}`);
  if (typeof reference === "string") return;
  throw new RuleSetError(
    `"reference" must name one of the rule sets of the folder, such as company/pcco@1; found ${show(reference)}.`,
  );
}

function isFiles(files: unknown): boolean {
  return isList(files) && files.every((each) => isObject(each) && typeof each["text"] === "string");
}

function described(source: object): string {
  const keys = Object.keys(source);
  return keys.length === 0 ? "a group without any of these" : `a group with ${keys.join(", ")}`;
}

function wrong(found: string): RuleSetError {
  return new RuleSetError(
    `a rule set is loaded by its name, such as spectrum/pcco@1, or from a group of texts: { text }, { files, reference }, or in Node { path }, { directory, reference }; ${found}.`,
  );
}

import type { Range } from "../document/text.ts";
import type { RuleFile } from "../generated/types.ts";

/** A rule file whose shape is right, before its names are resolved. */
export interface RuleFileSource {
  /** Name of the file as people know it, for example `spectrum/pcco/1.0.0.yaml`. */
  readonly file: string;
  /** SHA-256 of the file's text (line ends as `\n`), in hexadecimal. */
  readonly sha256: string;
  readonly content: RuleFile;
  /** Where the key of the entry at a JSON Pointer such as `/rules/date-required` stands; `undefined` when not known. */
  rangeOf(pointer: string): Range | undefined;
}

/** One fault of a rule file, worded for the person who edits it. */
export interface RuleProblem {
  readonly file: string;
  readonly message: string;
  /** JSON Pointer to the faulty entry. */
  readonly path: string;
  readonly range?: Range;
}

/** Thrown when a rule set can't be loaded. `problems` holds every fault that was found, not just the first. */
export class RuleSetError extends Error {
  override readonly name = "RuleSetError";
  readonly problems: readonly RuleProblem[];
  /** Whether one text can't be read (`syntax`) or is no rule file (`shape`); `undefined` for all other faults. */
  readonly kind: "syntax" | "shape" | undefined;

  constructor(message: string, found: readonly RuleProblem[] = [], kind?: "syntax" | "shape") {
    const problems = inReadingOrder(found);
    super([message, ...problems.map(describeProblem)].join("\n  "));
    this.problems = problems;
    this.kind = kind;
  }
}

/** File by file, each from its top down. */
function inReadingOrder(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const place = ({ range }: RuleProblem): readonly [number, number] => [
    range?.start.line ?? 0,
    range?.start.character ?? 0,
  ];
  return problems.toSorted((a, b) => {
    const [[line, character], [otherLine, otherCharacter]] = [place(a), place(b)];
    return files.indexOf(a.file) - files.indexOf(b.file) || line - otherLine || character - otherCharacter;
  });
}

/** Whether an error is a `RuleSetError`. By name, since a program can hold the class twice, from two bundles. */
export function isRuleSetError(error: unknown): error is RuleSetError {
  return error instanceof Error && error.name === "RuleSetError";
}

/** One fault as a line of text: file, line and column from 1, and what is wrong. */
export function describeProblem({ file, message, range }: RuleProblem): string {
  const at = range === undefined ? "" : `:${range.start.line + 1}:${range.start.character + 1}`;
  return `${file}${at} ${message}`;
}

/** Collects faults of one file. */
export class Problems {
  readonly found: RuleProblem[] = [];
  readonly #source: Pick<RuleFileSource, "file" | "rangeOf">;

  constructor(source: Pick<RuleFileSource, "file" | "rangeOf">) {
    this.#source = source;
  }

  /** Notes a fault at a JSON Pointer. */
  add(path: string, message: string): void {
    const range = this.#source.rangeOf(path);
    this.found.push({ file: this.#source.file, message, path, ...(range === undefined ? {} : { range }) });
  }
}

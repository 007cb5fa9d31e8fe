import type { RuleFileSource, RuleProblem } from "../rules/rule-file.ts";
import type { FileText } from "./read-file.ts";

/** A rule file, or a lock or test file with faults. Places in it are named by the path from its folder. */
export interface RuleFileRead {
  /** The path by which people find it. */
  readonly path: string;
  readonly text: string | undefined;
  /** `undefined` for one with faults of syntax or shape, and for what is no rule file. */
  readonly source: RuleFileSource | undefined;
  /** Faults of syntax and shape, and of a lock file what it misses; each with the kind of fault it is. */
  readonly faults: readonly { readonly id: string; readonly problem: RuleProblem }[];
}

/** A file that can't be read as text. */
export function unread(path: string, name: string, { problem }: Extract<FileText, { problem: string }>): RuleFileRead {
  const faults = [{ id: "rules/file", problem: { file: name, path: "", message: problem } }];
  return { path, text: undefined, source: undefined, faults };
}

/** A lock or test file with faults of syntax. */
export function withSyntaxFaults(path: string, text: string, problems: readonly RuleProblem[]): RuleFileRead {
  return { path, text, source: undefined, faults: problems.map((problem) => ({ id: "rules/syntax", problem })) };
}

import type { Range } from "../document/text.ts";
import type { RuleFile } from "../generated/types.ts";
import { createLibrary, type Library } from "./library.ts";
import type { RuleFileSource } from "./rule-file.ts";

/** A rule file as it ships: read, checked, and with the places of its rules. */
export interface BundledRuleFile {
  readonly file: string;
  readonly sha256: string;
  readonly content: RuleFile;
  readonly ranges: Readonly<Record<string, Range>>;
}

/** The library of the rule files that ship, and of others beside them. */
export function libraryOf(bundled: readonly BundledRuleFile[], others: readonly RuleFileSource[] = []): Library {
  const own = bundled.map((each) => ({
    file: each.file,
    sha256: each.sha256,
    content: each.content,
    rangeOf: (pointer: string) => each.ranges[pointer],
  }));
  return createLibrary([...own, ...others]);
}

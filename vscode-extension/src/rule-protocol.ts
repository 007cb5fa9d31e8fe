import type { TextDocumentIdentifier } from "vscode-languageserver-types";

// What client and server say to each other about rule files and their versions.

/** A rule file, open or not. */
export interface RuleFileParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** `erpExportRules/ruleVersions`: what a rule file can be compared with, first what is nearest to being published. */
export interface RuleVersion {
  /** What `diffRules` takes: `published`, `saved`, or `id@version`. */
  readonly name: string;
  /** `published`: the same version as it ships or is locked. `saved`: the file on disk. `extended`: what it builds on. */
  readonly kind: "published" | "saved" | "earlier" | "later" | "extended";
  /** Such as `spectrum/pcco 1.0.0`. */
  readonly label: string;
}

/** `erpExportRules/diffRules`: compares a rule file, as it is edited, with another version of the rules. */
export interface DiffRulesParams extends RuleFileParams {
  /** The name of a `RuleVersion`; without one the first. */
  readonly name?: string;
}

export type RuleDiff =
  | {
      readonly title: string;
      /** Each PCCO that shows a difference stands in it as a fenced block of YAML. */
      readonly markdown: string;
      /** The rules as they are edited, as a PCCO pins them. */
      readonly after: string;
      /** The rules they are compared with; absent when they can't be pinned, since the edited file has their name. */
      readonly before?: string;
    }
  | { readonly refusal: string };

/** `erpExportRules/breakRule`: a PCCO that breaks a rule: the one at a line of a rule file, or one that is named. */
export interface BreakRuleParams extends RuleFileParams {
  readonly ruleId?: string;
  readonly line?: number;
}

export type BrokenRule =
  | {
      /** What a file of it would be called. */
      readonly file: string;
      /** YAML. It pins its rules, and brings its context. */
      readonly text: string;
    }
  | { readonly refusal: string };

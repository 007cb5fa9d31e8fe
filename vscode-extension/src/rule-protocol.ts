import type { Outcome } from "@erp-export-rules/sdk";
import type { Range, TextDocumentIdentifier } from "vscode-languageserver-types";

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

/** `erpExportRules/impact`: which PCCOs of the workspace change outcome by an edit of a rule file. */
export interface ImpactParams extends RuleFileParams {
  /** Where `ImpactCount`s are told as they rise. */
  readonly partialResultToken?: string | number;
}

export interface ImpactCount {
  /** PCCOs that were compared: those the rules apply to. */
  readonly documents: number;
  readonly changed: number;
}

export interface RuleImpact extends ImpactCount {
  /** What the rules as they are edited are compared with: the saved file, or what is published when it is as saved. */
  readonly against: RuleVersion;
  /** The rules that make the difference, most first. A PCCO counts for each of them. */
  readonly rules: readonly { readonly ruleId: string; readonly documents: number }[];
  /** The PCCOs that change; the first thousand of them. */
  readonly changes: readonly ChangedPcco[];
}

/** A PCCO whose outcome changes. */
export interface ChangedPcco {
  readonly uri: string;
  readonly file: string;
  /** How people know it. */
  readonly label: string;
  /** The first line of it. */
  readonly range: Range;
  readonly from: Outcome;
  readonly to: Outcome;
  readonly ruleIds: readonly string[];
}

/** `erpExportRules/coverage`: what rule tests see of rule files. */
export interface CoverageParams {
  /** The test files that count. */
  readonly uris: readonly string[];
}

export interface RuleFileCoverage {
  readonly uri: string;
  readonly lines: readonly CoveredLine[];
}

/** A line of a rule file that asks for tests: the name of a rule or event, or a key of it. */
export interface CoveredLine {
  readonly range: Range;
  /** What tests should see: what the rule says, classes of values, transitions. At least one. */
  readonly items: readonly { readonly name: string; readonly seen: boolean }[];
}

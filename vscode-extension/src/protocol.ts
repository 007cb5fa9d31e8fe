import type { Action, Reason } from "@erp-export-rules/sdk";
import type { Location, Position, Range, TextDocumentIdentifier, WorkspaceEdit } from "vscode-languageserver-types";
import type { LifecycleResult } from "./lifecycle-protocol.ts";
import type {
  BreakRuleParams,
  BrokenRule,
  CoverageParams,
  DiffRulesParams,
  ImpactParams,
  RuleDiff,
  RuleFileCoverage,
  RuleFileParams,
  RuleImpact,
  RuleVersion,
} from "./rule-protocol.ts";
import type { RunTestsParams, TestFile, TestOutcome, WhyResult } from "./test-protocol.ts";

export type { LifecycleResult, Place } from "./lifecycle-protocol.ts";
export type {
  BreakRuleParams,
  BrokenRule,
  ChangedPcco,
  CoverageParams,
  CoveredLine,
  DiffRulesParams,
  ImpactCount,
  ImpactParams,
  RuleDiff,
  RuleFileCoverage,
  RuleFileParams,
  RuleImpact,
  RuleVersion,
} from "./rule-protocol.ts";
export type {
  RunTestsParams,
  TestEntry,
  TestFailure,
  TestFile,
  TestOutcome,
  WhyResult,
} from "./test-protocol.ts";

// What client and server say to each other beyond the Language Server Protocol. Names begin with `erpExportRules/`.

/** One PCCO of a file: the one at a line, or the first. */
export interface PccoParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly line?: number;
}

/** `erpExportRules/status`: which rules and context apply to a PCCO, and why. `null` when the file holds no PCCOs or rules. */
export interface StatusResult {
  readonly kind: "pcco" | "rules";
  /** Name and version of the rule set; absent when there is none. */
  readonly ruleSet?: { readonly id: string; readonly version: string; readonly title: string; readonly uri?: string };
  readonly whyRules: string;
  /** Where the PCCO pins its rule set: the value of its `$rules`, quotes included. Absent when it pins none. */
  readonly pin?: Range;
  /** Set while a rule file has faults and its last good version stays in force. */
  readonly notice?: string;
  readonly context?: { readonly label: string; readonly uri?: string };
  readonly whyContext: string;
  readonly features: readonly FeatureStatus[];
  readonly event: string;
  /** Of the PCCOs in this file. */
  readonly counts: { readonly documents: number; readonly blocked: number; readonly unknown: number };
}

/** A toggle: its position, and where that is said. */
export interface FeatureStatus {
  readonly name: string;
  readonly title: string;
  readonly position: "on" | "off" | "unknown";
  /** Such as `context`, `workspace setting`, `rule set`. */
  readonly by: string;
}

/** `erpExportRules/actions`: the events of a PCCO, possible or not. */
export interface ActionsResult {
  /** How people know the PCCO. */
  readonly label: string;
  readonly index: number;
  readonly erpStatus: string;
  readonly erpStatusLabel: string;
  readonly actions: readonly Action[];
}

/** `erpExportRules/transition`: what an event would make of a file. Nothing is written. */
export interface TransitionParams extends PccoParams {
  readonly event: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export type TransitionAnswer =
  | { readonly ok: true; readonly newText: string; readonly edit: WorkspaceEdit; readonly summary: string }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** `erpExportRules/ruleSets`: every rule set and version that can be chosen for a file. */
export interface RuleSetChoice {
  readonly reference: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly isInForce: boolean;
  readonly ships: boolean;
}

/** `erpExportRules/blocked`: every PCCO of the workspace that can't be sent. */
export interface BlockedFile {
  readonly uri: string;
  readonly file: string;
  readonly folder: string;
  readonly pccos: readonly {
    readonly label: string;
    readonly outcome: string;
    readonly range: Range;
    readonly findings: readonly { readonly ruleId: string; readonly message: string; readonly range: Range }[];
  }[];
}

/** `erpExportRules/why`: how a verdict comes about: that on a PCCO, or on a case of a rule test file. */
export interface WhyParams extends PccoParams {
  /** The test, by its id; without it the one at the line. */
  readonly test?: string;
}

/** `erpExportRules/turnOff`: the edit that turns a rule off for a PCCO's company, with a reason. */
export interface TurnOffParams extends PccoParams {
  readonly ruleId: string;
  readonly because: string;
}

/** `erpExportRules/readFile` and `erpExportRules/findFiles`, asked of the client where the server has no file system. */
export interface ReadFileResult {
  /** The bytes in base64; absent when the file is not there. */
  readonly base64?: string;
}

export interface FindFilesParams {
  readonly folder: string;
  /** Globs from the folder. */
  readonly patterns: readonly string[];
}

/** What the client tells when it starts the server. */
export interface InitializationOptions {
  /** The client answers `readFile` and `findFiles`. */
  readonly clientFiles?: boolean;
  /** The client has the commands of the extension, so code lenses and code actions may name them. */
  readonly clientCommands?: boolean;
}

/** The settings under `erpExportRules`, asked for per document. */
export interface Settings {
  /** `id@range`, or the path of a rule file from the workspace folder; empty for the newest that ships. */
  readonly rules: string;
  /** Toggles set for the workspace, over the context's. */
  readonly features: Readonly<Record<string, boolean>>;
  readonly event: string;
  /** Globs of rule files, from the workspace folder. */
  readonly ruleFiles: readonly string[];
  /** Whether files that are not open are checked too. */
  readonly checkWorkspace: boolean;
}

export const defaultSettings: Settings = {
  rules: "",
  features: {},
  event: "send",
  ruleFiles: ["**/rules/**/*.{yaml,yml}", "**/*.rules.{yaml,yml}"],
  checkWorkspace: true,
};

/** Scheme of the URIs of rule files that ship: `erp-export-rules:/spectrum/pcco/1.1.0.yaml`. */
export const bundledScheme = "erp-export-rules";

/** Scheme of the URIs of what a PCCO would become. */
export const previewScheme = "erp-export-rules-preview";

/** Scheme of the URIs of comparisons of rules. */
export const comparisonScheme = "erp-export-rules-comparison";

/** Scheme of the URIs of pages that tell how a verdict comes about. */
export const whyScheme = "erp-export-rules-why";

/** The methods, by name. */
export const methods = {
  status: "erpExportRules/status",
  actions: "erpExportRules/actions",
  transition: "erpExportRules/transition",
  lifecycle: "erpExportRules/lifecycle",
  ruleSets: "erpExportRules/ruleSets",
  blocked: "erpExportRules/blocked",
  tests: "erpExportRules/tests",
  runTests: "erpExportRules/runTests",
  turnOff: "erpExportRules/turnOff",
  why: "erpExportRules/why",
  ruleVersions: "erpExportRules/ruleVersions",
  diffRules: "erpExportRules/diffRules",
  breakRule: "erpExportRules/breakRule",
  impact: "erpExportRules/impact",
  coverage: "erpExportRules/coverage",
  /** The text of a rule file that ships, by its `erp-export-rules:` URI. */
  bundledRuleFile: "erpExportRules/bundledRuleFile",
  readFile: "erpExportRules/readFile",
  findFiles: "erpExportRules/findFiles",
  /** Server to client: findings, rules or contexts have changed; what is shown of them should be asked for again. */
  changed: "erpExportRules/changed",
} as const;

/** What each request of the client takes, and what the server answers. `null`: the file holds nothing of the kind. */
export interface Requests {
  readonly [methods.status]: { readonly params: PccoParams; readonly result: StatusResult | null };
  readonly [methods.actions]: { readonly params: PccoParams; readonly result: ActionsResult | null };
  readonly [methods.transition]: { readonly params: TransitionParams; readonly result: TransitionAnswer };
  readonly [methods.lifecycle]: { readonly params: PccoParams; readonly result: LifecycleResult | null };
  readonly [methods.ruleSets]: { readonly params: PccoParams; readonly result: readonly RuleSetChoice[] };
  readonly [methods.blocked]: { readonly params: undefined; readonly result: readonly BlockedFile[] };
  readonly [methods.tests]: { readonly params: undefined; readonly result: readonly TestFile[] };
  readonly [methods.runTests]: { readonly params: RunTestsParams; readonly result: readonly TestOutcome[] };
  readonly [methods.why]: { readonly params: WhyParams; readonly result: WhyResult | null };
  /** A refusal says why the rule can't be turned off. */
  readonly [methods.turnOff]: {
    readonly params: TurnOffParams;
    readonly result: WorkspaceEdit | { readonly refusal: string } | null;
  };
  readonly [methods.ruleVersions]: { readonly params: RuleFileParams; readonly result: readonly RuleVersion[] };
  readonly [methods.diffRules]: { readonly params: DiffRulesParams; readonly result: RuleDiff };
  readonly [methods.breakRule]: { readonly params: BreakRuleParams; readonly result: BrokenRule };
  readonly [methods.impact]: { readonly params: ImpactParams; readonly result: RuleImpact | null };
  readonly [methods.coverage]: { readonly params: CoverageParams; readonly result: readonly RuleFileCoverage[] };
  readonly [methods.bundledRuleFile]: { readonly params: { readonly uri: string }; readonly result: string | null };
}

/** The commands the client contributes, which code lenses and code actions may name. */
export const commands = {
  switchRuleSet: "erpExportRules.switchRuleSet",
  toggleFeature: "erpExportRules.toggleFeature",
  runEvent: "erpExportRules.runEvent",
  turnOffRule: "erpExportRules.turnOffRule",
  showLifecycle: "erpExportRules.showLifecycle",
  showProblems: "erpExportRules.showProblems",
  showFixes: "erpExportRules.showFixes",
  showSamples: "erpExportRules.showSamples",
  why: "erpExportRules.why",
  runTests: "erpExportRules.runTests",
  compareRules: "erpExportRules.compareRules",
  breakRule: "erpExportRules.breakRule",
  openWitness: "erpExportRules.openWitness",
  showImpact: "erpExportRules.showImpact",
  restart: "erpExportRules.restart",
  openSample: "erpExportRules.openSample",
  /** Answers to the difference that `runEvent` shows. */
  writeEvent: "erpExportRules.writeEvent",
  discardEvent: "erpExportRules.discardEvent",
} as const;

/**
 * What each command takes. Who names a command gives what it knows; what may be left out is asked of the user, or is
 * that of the active editor. URIs are texts, lines are zero-based.
 */
export interface CommandArguments {
  readonly [commands.switchRuleSet]: readonly [uri?: string, reference?: string];
  /** Without a position in the settings, a toggle stands as the context says. */
  readonly [commands.toggleFeature]: readonly [uri?: string, feature?: string, position?: "on" | "off" | "context"];
  readonly [commands.runEvent]: readonly [uri?: string, line?: number, event?: string, answers?: EventAnswers];
  readonly [commands.turnOffRule]: readonly [uri: string, line: number, ruleId: string, because?: string];
  readonly [commands.showLifecycle]: readonly [uri?: string, line?: number];
  readonly [commands.showProblems]: readonly [uri?: string, line?: number];
  readonly [commands.showFixes]: readonly [uri?: string, line?: number];
  readonly [commands.showSamples]: readonly [uri: string, position: Position, places: readonly Location[]];
  /** By the name of a `RuleVersion`; `""` is the first of them. Without one the user is asked. */
  readonly [commands.compareRules]: readonly [uri?: string, name?: string];
  readonly [commands.breakRule]: readonly [uri?: string, ruleId?: string];
  /** A PCCO of a comparison, by the line of the page its YAML begins on, and the rules it is to be judged by. */
  readonly [commands.openWitness]: readonly [page: string, line: number, reference: string];
  /** What is explained stands at a line, or is a test by its id. */
  readonly [commands.why]: readonly [uri?: string, place?: number | string];
  /** Without ids all tests of the file are run. */
  readonly [commands.runTests]: readonly [uri: string, ids?: readonly string[]];
  readonly [commands.showImpact]: readonly [];
  readonly [commands.restart]: readonly [];
  readonly [commands.openSample]: readonly [];
  readonly [commands.writeEvent]: readonly [];
  readonly [commands.discardEvent]: readonly [];
}

/** What a caller of `runEvent` has answered already, so that the user is not asked. */
export interface EventAnswers {
  /** By the names of what can be entered. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Whether to write the outcome: `true` writes at once, `false` shows the difference and does not ask. */
  readonly write?: boolean;
}

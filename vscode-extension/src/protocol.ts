import type { Action, Outcome, Reason } from "@erp-export-rules/sdk";
import type { Location, Position, Range, TextDocumentIdentifier, WorkspaceEdit } from "vscode-languageserver-types";

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

/** `erpExportRules/lifecycle`: the states and events of the rule set that applies to a file, for the diagram. */
export interface LifecycleResult {
  readonly ruleSet: string;
  readonly states: readonly {
    readonly name: string;
    readonly label: string;
    readonly icon: string;
    readonly locked: boolean;
    readonly isCurrent: boolean;
    readonly at?: Place;
  }[];
  readonly events: readonly {
    readonly name: string;
    readonly label: string;
    readonly from: readonly string[];
    /** Absent when the ERP status stays. */
    readonly to?: string;
    /** Whether it can happen to the PCCO now; absent without a PCCO. */
    readonly enabled?: boolean;
    readonly reasons: readonly string[];
    readonly at?: Place;
  }[];
  /** How people know the PCCO whose state is lit; absent when a rule file is shown. */
  readonly pcco?: string;
}

/** A place to jump to. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

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

/** `erpExportRules/tests`: what the Test Explorer lists: rule tests, and PCCOs that say what is expected of them. */
export interface TestFile {
  readonly uri: string;
  readonly file: string;
  readonly kind: "rule tests" | "samples";
  readonly tests: readonly { readonly id: string; readonly label: string; readonly range: Range }[];
}

/** `erpExportRules/runTests`: runs tests by file and id; without ids all of the file. */
export interface RunTestsParams {
  readonly uri: string;
  readonly ids?: readonly string[];
}

export interface TestOutcome {
  readonly id: string;
  readonly passed: boolean;
  /** What went wrong, in plain words; empty when passed. */
  readonly message: string;
  /** For the difference view: what was expected and what came out, as YAML. */
  readonly expected?: string;
  readonly actual?: string;
  readonly range?: Range;
}

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
  ruleVersions: "erpExportRules/ruleVersions",
  diffRules: "erpExportRules/diffRules",
  breakRule: "erpExportRules/breakRule",
  impact: "erpExportRules/impact",
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
  /** A refusal says why the rule can't be turned off. */
  readonly [methods.turnOff]: {
    readonly params: TurnOffParams;
    readonly result: WorkspaceEdit | { readonly refusal: string } | null;
  };
  readonly [methods.ruleVersions]: { readonly params: RuleFileParams; readonly result: readonly RuleVersion[] };
  readonly [methods.diffRules]: { readonly params: DiffRulesParams; readonly result: RuleDiff };
  readonly [methods.breakRule]: { readonly params: BreakRuleParams; readonly result: BrokenRule };
  readonly [methods.impact]: { readonly params: ImpactParams; readonly result: RuleImpact | null };
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

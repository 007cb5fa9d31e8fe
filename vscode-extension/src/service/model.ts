import type { PccoContext, RuleSet } from "@erp-export-rules/sdk";
import type { Library, RuleFileSource, RuleProblem, UnknownSystem } from "@erp-export-rules/sdk/authoring";
import type { Edit, TextDocument, TextFormat, TextVerdict } from "@erp-export-rules/sdk/text";
import type { TextEdit } from "vscode-languageserver-types";

/**
 * What a PCCO is judged by. One object stands for one state of rules, context and settings; a change of any of them
 * makes a new object, so that two can be compared by identity.
 */
export interface Surroundings {
  readonly rules: RuleSet;
  /** Empty when there is none: rules that need it are then unknown. */
  readonly context: PccoContext;
  /** The event the PCCO is to be ready for. */
  readonly event: string;
  /** When the event happens, RFC 3339. */
  readonly at: string;
  /** The ERP system of the context, when no rules know it. */
  readonly unknownSystem?: UnknownSystem;
  readonly why: Why;
}

/** Why these rules and this context apply, for people. */
export interface Why {
  /** Such as `$rules of this PCCO` or `the newest that ships`. */
  readonly rules: string;
  /** The rule file in the workspace, when the rules come from one. */
  readonly rulesUri?: string;
  /** Set while the rule file has faults, so that its last good version stays in force. */
  readonly isLastGood?: true;
  /** Such as `$context of this PCCO`, `the nearest context file` or `none found`. */
  readonly context: string;
  readonly contextUri?: string;
  /** The toggles that the settings of the workspace set over the context's. */
  readonly featuresSet: Readonly<Record<string, boolean>>;
}

/** Why a PCCO can't be judged: its rule set or its context can't be had. */
export interface Unjudgeable {
  readonly cannot: "rules" | "context";
  readonly problem: string;
}

/** Finds what a PCCO is judged by, from its value: it may pin a rule set (`$rules`) and a context (`$context`). The same pins give the same object until something changes. */
export type SurroundingsOf = (value: unknown) => Surroundings | Unjudgeable;

/** One PCCO of a file. The object stays the same as long as no edit touches its lines; its numbers move with the text above it. */
export interface PccoRecord {
  /** Position among the PCCOs of the file, from 0. */
  readonly index: number;
  /** The first line of its text, zero-based. */
  readonly startLine: number;
  /** The line after its last. */
  readonly endLine: number;
  /** Its lines as they stand, line ends included. Reads by itself as a document of the file's format. */
  text(): string;
  /** Its value and places; all ranges are positions in the file. */
  document(): TextDocument;
  /** Its findings; all ranges are positions in the file. */
  verdict(surroundingsOf: SurroundingsOf): TextVerdict;
  /**
   * Edits of its value, as a fix gives them, as edits of the file's text that keep comments and layout.
   * @throws {RangeError} as `textEdits` of the SDK does, when its text cannot be edited so; other errors likewise
   */
  textEdits(edits: readonly Edit[]): readonly TextEdit[];
}

/** A file of PCCOs as an editor shows it: JSON, YAML or NDJSON, one PCCO or many. */
export interface PccoFile {
  readonly uri: string;
  /** The editor's number of this text; `null` for a file that is not open. */
  readonly version: number | null;
  readonly format: TextFormat;
  readonly lineCount: number;
  /** A line without its end; empty past the last. */
  lineAt(line: number): string;
  text(): string;
  /** Every PCCO of the file, in order; at least one. What can't be read is one whose document has fatal problems. */
  readonly records: readonly PccoRecord[];
  /** The PCCO that stands at a position, or the nearest above it. Without a character the first of the line. */
  recordAt(line: number, character?: number): PccoRecord;
}

/** A rule file as an editor shows it, or as it stands in the workspace. */
export interface RuleText {
  readonly uri: string;
  /** As messages and `$rules` name it: the path from the workspace folder. */
  readonly file: string;
  readonly version: number | null;
  readonly text: string;
  /** The text as a value with places; its value is `undefined` while the syntax is broken. */
  readonly document: TextDocument;
  /** `undefined` while the file has faults of syntax or shape. */
  readonly source: RuleFileSource | undefined;
  /** Every fault: of syntax, shape and names, and of a published version that was changed. */
  readonly problems: readonly RuleProblem[];
  /** The rule set in force: made of this text, or while that has faults, of its last good one. */
  readonly ruleSet: RuleSet | undefined;
  /** Whether `ruleSet` is made of this very text. */
  readonly isCurrent: boolean;
  /** Set when the lock file of its folder lists it: a published version never changes. */
  readonly isPublished?: true;
}

/** A test file of a rule set (`*.test.yaml`). */
export interface RuleTestText {
  readonly uri: string;
  readonly file: string;
  readonly text: string;
  readonly document: TextDocument;
}

/** What is known of one PCCO of the workspace, whether open or not. */
export interface SampleRecord {
  readonly index: number;
  readonly startLine: number;
  /** How people know it: number and title, or its position in the file. */
  readonly label: string;
  readonly verdict: TextVerdict;
  /** The rule set it was judged by; `undefined` when there is none. */
  readonly rules: RuleSet | undefined;
  /** The event it was judged for; `send` when not given. */
  readonly event?: string;
  /** What its `$expect` says, as written. */
  readonly expect: unknown;
  /** What it is judged with again, as its `$expect` asks; not there when it can't be judged. */
  readonly given?: SampleGiven;
}

/** What a PCCO is judged with. */
export interface SampleGiven {
  /** Its value and places. */
  document(): TextDocument;
  readonly context: PccoContext;
  /** The rule sets that can be named. */
  readonly library: Library;
}

/** A PCCO file of the workspace with its verdicts. */
export interface Sample {
  readonly uri: string;
  readonly file: string;
  readonly records: readonly SampleRecord[];
}

/** Everything known of one workspace folder at one moment. */
export interface Project {
  /** URI of the folder; empty for files that stand in none. */
  readonly folder: string;
  readonly ruleTexts: readonly RuleText[];
  readonly ruleTests: readonly RuleTestText[];
  readonly samples: readonly Sample[];
  /** Set while the samples are not all PCCOs of the folder: those read so far, or only those that are open. */
  readonly extent?: "soFar" | "open" | undefined;
  /** The rule sets that can be named there: those that ship, and those of the folder. */
  readonly library: Library;
}

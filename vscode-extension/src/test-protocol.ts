import type { Range } from "vscode-languageserver-types";

// What client and server say to each other about tests, and about how a verdict comes about.

/** `erpExportRules/tests`: what the Test Explorer lists: rule tests, and PCCOs that say what is expected of them. */
export interface TestFile {
  readonly uri: string;
  readonly file: string;
  readonly kind: "rule tests" | "samples";
  readonly tests: readonly TestEntry[];
}

/** A test, or tests that belong together: a matrix, with its documents. */
export interface TestEntry {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  /** Those it is made of; absent for a test itself. */
  readonly children?: readonly TestEntry[];
}

/** `erpExportRules/runTests`: runs tests by file and id; without ids all of the file. */
export interface RunTestsParams {
  readonly uri: string;
  readonly ids?: readonly string[];
}

export interface TestOutcome extends TestFailure {
  readonly id: string;
  readonly passed: boolean;
  /** What else went wrong: of a test of several cases, further cases. */
  readonly further?: readonly TestFailure[];
}

/** What went wrong in a test, and where what is expected stands. */
export interface TestFailure {
  /** In plain words, a difference a line; empty when passed. */
  readonly message: string;
  /** For the difference view: what was expected and what came out, as YAML. */
  readonly expected?: string;
  readonly actual?: string;
  readonly range?: Range;
}

/** How a verdict comes about. */
export interface WhyResult {
  /** Such as `PCCO 004 Added loading dock canopy`. */
  readonly title: string;
  /** As Markdown that reads well as it stands. */
  readonly page: string;
}

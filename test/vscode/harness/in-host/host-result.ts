/** The two kinds of extension host: a process of Node, and a worker of the browser. */
export type Host = "node" | "web";

/** What a test in the extension host came to. */
export interface HostResult {
  /** The names of its file and its groups, then its own. */
  readonly name: readonly string[];
  readonly state: "passed" | "failed";
  /** None also when it failed because it was not run. */
  readonly errors: readonly HostError[];
}

/** Why it failed. */
export interface HostError {
  readonly message: string;
  /** With places in the bundle. */
  readonly stack: string;
  readonly diff: string;
}

/** What the host writes to its console: when the tests begin, and before the results. */
export const marks = { begin: "the tests in the host begin", results: "results of the tests in the host: " } as const;

import type { ExitCode } from "./exit-code.ts";
import type { OptionsConfig, Typed } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** One command of the command line. */
export interface Command {
  readonly options: OptionsConfig;
  /** What `--help` prints: usage, options, examples. */
  readonly help: string;
  /** Does it. Failures that end the command are thrown as `CommandError` or `RuleSetError`. */
  run(typed: Typed, terminal: Terminal): Promise<ExitCode>;
}

import { isRuleSetError } from "../rules/rule-file.ts";
import { type ExitCode, isCommandError, UNREADABLE, USAGE } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** Tells a failure that ends a command in plain words, and gives its exit code. */
export function tellFailure(error: unknown, terminal: Terminal): ExitCode {
  if (isCommandError(error)) {
    terminal.note(`erp-rules: ${error.message}`);
    return error.exitCode;
  }
  if (isRuleSetError(error)) {
    terminal.note(`erp-rules: ${error.message}`);
    return USAGE;
  }
  const details = error instanceof Error ? error.message : String(error);
  terminal.note(
    `erp-rules: something went wrong that should not (${details}). Please report it, with the command and the file.`,
  );
  return UNREADABLE;
}

/** Nothing blocks. */
export const OK = 0;
/** Something blocks. */
export const BLOCKED = 1;
/** Wrong usage, or a rule file that does not load. */
export const USAGE = 2;
/** An input that can't be read or parsed. */
export const UNREADABLE = 3;
/** Nothing blocks, but something is unknown. */
export const UNKNOWN = 4;

/** The exit codes of the command line. */
export type ExitCode = typeof OK | typeof BLOCKED | typeof USAGE | typeof UNREADABLE | typeof UNKNOWN;

const worstFirst: readonly ExitCode[] = [USAGE, UNREADABLE, BLOCKED, UNKNOWN, OK];

/** The worse of two exit codes. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return worstFirst.indexOf(a) <= worstFirst.indexOf(b) ? a : b;
}

/** A failure that ends the command, told in plain words. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = USAGE) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Whether an error is a `CommandError`. By name, since parts that are loaded later have a class of their own. */
export function isCommandError(error: unknown): error is CommandError {
  return error instanceof Error && error.name === "CommandError";
}

/** All PCCOs are ready. */
export const OK = 0;
/** At least one PCCO is blocked, or an event was refused. */
export const BLOCKED = 1;
/** The command was typed wrongly, or its rules could not be loaded. */
export const USAGE = 2;
/** A file was not readable. */
export const UNREADABLE = 3;
/** No PCCO is blocked, but of some it can't be told. */
export const UNKNOWN = 4;

/** The exit codes of the command line. */
export type ExitCode = typeof OK | typeof BLOCKED | typeof USAGE | typeof UNREADABLE | typeof UNKNOWN;

const worstFirst: readonly ExitCode[] = [USAGE, UNREADABLE, BLOCKED, UNKNOWN, OK];

/** Whether a value is one of the exit codes. */
export function isExitCode(value: unknown): value is ExitCode {
  return worstFirst.some((code) => code === value);
}

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

import { fstatSync, statSync, writeSync } from "node:fs";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { reasonOf } from "./reason-of.ts";

/** Where a command writes, and what it may show there. */
export interface Terminal {
  /**
   * The report. Resolves when the reader has taken it, so that a slow reader slows the run down.
   * @throws {CommandError} when it can't be written
   */
  out(text: string | Uint8Array): Promise<void>;
  /** Words for a person beside the report. */
  note(text: string): void;
  /** A line that is written over by the next; shown only on a terminal. */
  progress(text: string): void;
  /** Whether anybody can see the progress. */
  readonly showsProgress: boolean;
  /** Whether the report may be coloured. */
  readonly color: boolean;
  /** Columns for the report. */
  readonly width: number;
}

const STDOUT = 1;
const STDERR = 2;

/** The terminal of this process. A reader that goes away (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  const { env } = process;
  const isTerminal = isDevice(STDOUT) && process.stdout.isTTY === true;
  const showsProgress = isDevice(STDERR) && process.stderr.isTTY === true;
  let shown = false;
  const clear = (): void => {
    if (shown) writeAll(STDERR, "\r\u001b[K");
    shown = false;
  };
  return {
    out: async (text) => {
      clear();
      writeAll(STDOUT, text);
    },
    note: (text) => {
      clear();
      writeAll(STDERR, `${text}\n`);
    },
    progress: (text) => {
      if (!showsProgress) return;
      clear();
      if (text === "") return;
      writeAll(STDERR, text.slice(0, Math.max(20, (process.stderr.columns || 80) - 1)));
      shown = true;
    },
    showsProgress,
    color: wantsColor(env, isTerminal),
    width: isTerminal ? Math.max(40, process.stdout.columns || 80) : 80,
  };
}

/** What https://no-color.org and https://force-color.org ask for. */
function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0";
  return isTerminal && env["TERM"] !== "dumb";
}

/** Whether output may go to a terminal. Asking `process.stdout` costs Node more time than checking a file. */
function isDevice(stream: number): boolean {
  try {
    const device = fstatSync(stream);
    return device.isCharacterDevice() && device.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** Writes at once and whole, so that nothing is lost when the process ends, and a slow reader slows the run down. */
function writeAll(stream: number, text: string | Uint8Array): void {
  let rest: Uint8Array = typeof text === "string" ? Buffer.from(text) : text;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EPIPE") process.exit(0);
      // A pipe shared with a program that made it non-blocking is full: wait a little, then go on.
      if (code !== "EAGAIN") {
        // Nobody can be told that words for a person can't be written.
        if (stream === STDERR) return;
        throw new CommandError(`standard output can't be written: ${reasonOf(error)}.`, UNREADABLE);
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

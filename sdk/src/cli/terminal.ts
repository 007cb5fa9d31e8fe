import pc from "picocolors";

/** Where a command writes, and what it may show there. */
export interface Terminal {
  /** The report. Resolves when the reader has taken it, so that a slow reader slows the run down. */
  out(text: string): Promise<void>;
  /** Words for a person beside the report. */
  note(text: string): void;
  /** A line that is written over by the next; shown only on a terminal. */
  progress(text: string): void;
  /** Whether the report may be coloured. */
  readonly color: boolean;
  /** Columns for the report. */
  readonly width: number;
}

/** The terminal of this process. A reader that goes away (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    out: async (text) => {
      if (text === "") return;
      clear();
      if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once("drain", () => resolve()));
    },
    note: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!stderr.isTTY) return;
      clear();
      if (text === "") return;
      stderr.write(text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1)));
      shown = true;
    },
    color: pc.isColorSupported && (stdout.isTTY === true || process.env["FORCE_COLOR"] !== undefined),
    width: stdout.isTTY ? Math.max(40, stdout.columns ?? 80) : 80,
  };
}

import type { Terminal } from "./terminal.ts";

/** Where a report goes: to standard output as it is made, or at the end into a file. */
export interface Destination {
  write(text: string): Promise<void>;
  /** Finishes the file, if it is one. A file to which nothing was written is not touched. */
  end(): Promise<void>;
  readonly color: boolean;
  readonly width: number;
}

/** The destination of a report: the file of `--output`, else standard output. */
export function destinationOf(output: string | undefined, terminal: Terminal): Destination {
  if (output === undefined) {
    return { write: (text) => terminal.out(text), end: async () => {}, color: terminal.color, width: terminal.width };
  }
  const parts: string[] = [];
  return {
    write: async (text) => {
      parts.push(text);
    },
    end: async () => {
      if (parts.length === 0) return;
      const { replaceFile } = await import("./write-file.ts");
      await replaceFile(output, parts.join(""));
    },
    color: false,
    width: 80,
  };
}

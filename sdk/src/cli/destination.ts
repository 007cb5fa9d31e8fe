import { mustNotBeRead } from "./read-so-far.ts";
import type { Terminal } from "./terminal.ts";
import type { Replacement } from "./write-file.ts";

/** Where a report goes: to standard output as it is made, or into a file. */
export interface Destination {
  /** Bytes are looked at until it resolves. */
  write(text: string | Uint8Array): Promise<void>;
  /** Finishes the file, if it is one; only then it is there. A file to which nothing was written is not touched. */
  end(): Promise<void>;
  /** Leaves the file as it was. */
  abandon(): Promise<void>;
  readonly color: boolean;
  readonly width: number;
}

/** A report up to this length, in bytes, is written in one go; what is longer must not fill the memory. */
const mostHeld = 1 << 20;

/**
 * The destination of a report: the file of `--output`, else standard output. A file that the command reads is refused, now
 * or, when it is read only later, before it is replaced.
 * @throws {CommandError} when it is one
 */
export function destinationOf(output: string | undefined, terminal: Terminal): Destination {
  const { color, width } = terminal;
  const nothing = async (): Promise<void> => {};
  if (output === undefined)
    return { write: (text) => terminal.out(text), end: nothing, abandon: nothing, color, width };
  mustNotBeRead(output, "--output");
  let parts: Uint8Array[] = [];
  let length = 0;
  let file: Replacement | undefined;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    const { beginReplacement } = await import("./write-file.ts");
    file ??= await beginReplacement(output);
    await file.write(Buffer.concat(parts));
    parts = [];
    length = 0;
  };
  const refuseWhatIsRead = async (): Promise<void> => {
    try {
      mustNotBeRead(output, "--output");
    } catch (error) {
      await file?.abandon();
      throw error;
    }
  };
  return {
    write: async (text) => {
      const part = typeof text === "string" ? Buffer.from(text) : Buffer.from(text);
      parts.push(part);
      length += part.length;
      if (length > mostHeld) await flush();
    },
    end: async () => {
      if (file !== undefined || length > 0) await refuseWhatIsRead();
      await flush();
      await file?.finish();
    },
    abandon: async () => file?.abandon(),
    color: false,
    width: 80,
  };
}

import { close, fstatSync, open, read, readSync } from "node:fs";
import { mostBytes } from "../read-file.ts";
import { rememberRead } from "../read-so-far.ts";
import { pieceLength, takeMemory } from "./memory.ts";

/** Bytes that come piece by piece. */
export interface ByteSource {
  /**
   * What was left over before, followed by more: up to the end of a line, or at least as much again. In memory of its
   * own, which may be handed on.
   * @returns `undefined` when nothing more comes
   */
  next(left: Uint8Array): Promise<Uint8Array | undefined>;
  /** Stops reading. */
  close(): void;
}

/**
 * Reads a file, from an offset on.
 * @throws what Node throws when the file can't be opened
 */
export async function openFile(path: string, from: number): Promise<ByteSource> {
  const descriptor = await new Promise<number>((resolve, reject) => {
    open(path, "r", (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  rememberRead(descriptor);
  return sourceOf(descriptor, from, () => close(descriptor, () => {}));
}

/** Standard input. A file is read as files are, a pipe as it comes. */
export function openStandardInput(): ByteSource {
  rememberRead(0);
  return isFile(0) ? sourceOf(0, 0, () => {}) : streamed(process.stdin);
}

/** Whether some of the inputs come through a pipe, which holds little: who reads it must look often. */
export function waitsForPipe(paths: readonly string[]): boolean {
  return paths.includes("-") && !isFile(0);
}

/** Bytes to read after an unfinished line: as many again, so that they are not copied too often, but no more than it takes to see that it is too long. */
function wanted(left: number): number {
  return Math.min(left, Math.max(pieceLength, mostBytes - left));
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

function sourceOf(descriptor: number, from: number, stop: () => void): ByteSource {
  let offset = from;
  // At once: a file does not keep one waiting as a pipe does, and this thread may judge before it looks for what has come.
  const readInto = isFile(descriptor) ? readAtOnce : readWhenThere;
  return {
    async next(left) {
      const bytes = takeMemory(left.length + Math.max(pieceLength, wanted(left.length)));
      bytes.set(left);
      // A pipe has no offsets, so that none is given unless it has to be.
      const count = await readInto(descriptor, bytes, left.length, from === 0 ? null : offset);
      offset += count;
      return count === 0 ? undefined : bytes.subarray(0, left.length + count);
    },
    close: stop,
  };
}

function readAtOnce(descriptor: number, bytes: Uint8Array, start: number, position: number | null): number {
  return readSync(descriptor, bytes, start, bytes.length - start, position);
}

function readWhenThere(descriptor: number, bytes: Uint8Array, start: number, position: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, bytes, start, bytes.length - start, position, (error, count) =>
      error === null ? resolve(count) : reject(error),
    );
  });
}

function streamed(stream: NodeJS.ReadStream): ByteSource {
  let parts: Uint8Array[] = [];
  let length = 0;
  let hasLine = false;
  let state: "open" | "ended" | { readonly error: unknown } = "open";
  let wake = (): void => {};
  stream.on("data", (part: Buffer) => {
    parts.push(part);
    length += part.length;
    hasLine ||= part.includes(10);
    if (length >= pieceLength && hasLine) stream.pause();
    wake();
  });
  stream.once("end", () => {
    state = "ended";
    wake();
  });
  stream.once("error", (error) => {
    state = { error };
    wake();
  });
  return {
    async next(left) {
      while (state === "open" && (length === 0 || (!hasLine && length < wanted(left.length)))) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          stream.resume();
        });
      }
      if (length === 0 && typeof state === "object") throw state.error;
      if (length === 0) return undefined;
      const bytes = joined([left, ...parts]);
      parts = [];
      length = 0;
      hasLine = false;
      return bytes;
    },
    close: () => stream.destroy(),
  };
}

/** Not by `Buffer.concat`, which may take memory that is shared. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = takeMemory(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

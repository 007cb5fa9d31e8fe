import { createHash } from "node:crypto";
import { CommandError } from "../exit-code.ts";
import type { ByteSource } from "./byte-source.ts";
import type { Fingerprint, Position } from "./work.ts";

/** Enough to tell one line of an export from another. */
const mostBytes = 4096;

/** The hash of the last of some bytes. */
export function fingerprintOf(bytes: Uint8Array): Fingerprint {
  const last = bytes.subarray(Math.max(0, bytes.length - mostBytes));
  return { length: last.length, sha256: hashOf(last) };
}

/**
 * Goes to where a run had come to in a stream that now begins `skip` bytes before its fingerprint.
 * @returns what was read beyond
 * @throws {CommandError} when other bytes are there now
 */
export async function goBackTo({ file, before }: Position, source: ByteSource, skip: number): Promise<Uint8Array> {
  const { length = 0, sha256 } = before ?? {};
  let toSkip = skip;
  let bytes: Uint8Array | undefined = new Uint8Array(0);
  while (bytes !== undefined && bytes.length < toSkip + length) {
    // What is skipped is let go of, so that it can't fill the memory.
    const dropped = Math.min(toSkip, bytes.length);
    toSkip -= dropped;
    bytes = await source.next(bytes.subarray(dropped));
  }
  if (bytes === undefined || hashOf(bytes.subarray(toSkip, toSkip + length)) !== sha256)
    throw new CommandError(
      `${file === "-" ? "standard input" : file} is not what it was when the checkpoint was written; delete the checkpoint to start over.`,
    );
  return bytes.subarray(toSkip + length);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

import { closeSync, openSync, readSync } from "node:fs";
import { rememberRead } from "../read-so-far.ts";
import { pieceLength, takeMemory } from "./memory.ts";
import type { FilesWork, ReadFile } from "./work.ts";

/** Small files, read one behind the other until they are enough for a work. Reading them at once saves asking for their sizes. */
export class Pile {
  #bytes: Uint8Array | undefined;
  #files: ReadFile[] = [];
  #end = 0;

  /** Files on the pile. */
  get length(): number {
    return this.#files.length;
  }

  /** Reads an ordinary file onto the pile. @returns whether it is there; not if there is no room for all of it, or it can't be read */
  add(file: string): boolean {
    this.#bytes ??= takeMemory(pieceLength);
    const end = readInto(this.#bytes, this.#end, file);
    if (end === undefined) return false;
    rememberRead(file);
    this.#files.push({ file, to: end });
    this.#end = end;
    return true;
  }

  /** Takes the whole pile away; `undefined` when there is none. */
  take(): FilesWork | undefined {
    if (this.#bytes === undefined || this.#files.length === 0) return undefined;
    const work: FilesWork = { kind: "files", files: this.#files, bytes: this.#bytes.subarray(0, this.#end) };
    this.#bytes = undefined;
    this.#files = [];
    this.#end = 0;
    return work;
  }
}

/** Reads a file to its end. @returns where that is; `undefined` when there may be more, or it can't be read */
function readInto(bytes: Uint8Array, from: number, file: string): number | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    for (let at = from; at < bytes.length; ) {
      const count = readSync(descriptor, bytes, at, bytes.length - at, null);
      if (count === 0) return at;
      at += count;
    }
    return undefined;
  } catch {
    // It is read again by itself, and told of.
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

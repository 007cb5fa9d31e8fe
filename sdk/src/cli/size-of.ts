import { statSync } from "node:fs";

/** Bytes of a file; `undefined` for a pipe and the like. What is not there has none. */
export function sizeOf(file: string): number | undefined {
  try {
    const status = statSync(file);
    return status.isFile() || status.isDirectory() ? status.size : undefined;
  } catch {
    return 0;
  }
}

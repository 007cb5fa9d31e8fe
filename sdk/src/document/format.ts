import type { TextFormat } from "./text.ts";

const FORMATS: ReadonlyMap<string, TextFormat> = new Map([
  ["json", "json"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
]);

/** The format a file name ends in (`.json`, `.yaml`, `.yml`, `.ndjson`, `.jsonl`, in any case); `undefined` for all others. */
export function formatOf(fileName: string): TextFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1];
  return ending === undefined ? undefined : FORMATS.get(ending.toLowerCase());
}

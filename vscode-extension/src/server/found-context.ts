import type { PccoContext } from "@erp-export-rules/sdk";
import type { ReadContext } from "@erp-export-rules/sdk/authoring";
import type { ContextFile } from "./contexts.ts";
import { pathFrom } from "./uris.ts";

/** The context of a PCCO, and why it is that one. */
export interface FoundContext {
  readonly context: PccoContext;
  readonly why: string;
  readonly uri?: string;
}

/** The context of a file, or what is wrong with it. */
export function ofFile(
  { uri, read }: ContextFile,
  root: string,
  why: string,
): FoundContext | { readonly problem: string } {
  if ("context" in read) return { context: read.context, why, uri };
  return { problem: `the context file ${pathFrom(root, uri)} has faults: ${faults(read)}` };
}

/** The faults of a context in one line. */
export function faults(read: Extract<ReadContext, { readonly problems: unknown }>): string {
  return read.problems
    .map(({ message, range }) => (range === undefined ? message : `line ${range.start.line + 1}: ${message}`))
    .join("; ");
}

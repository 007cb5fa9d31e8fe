import { ambiguousLines } from "./contract-lines.ts";
import { parseText } from "./document/parse.ts";
import { fromPointer } from "./document/pointer.ts";
import type { Range, TextDocument, TextFormat } from "./document/text.ts";
import { isObject } from "./document/value.ts";
import { EXPECTED } from "./document/words.ts";
import { validateContext } from "./generated/context-validator.js";
import type { PccoContext } from "./generated/types.ts";
import { schemaProblems } from "./rules/schema-problems.ts";

/** One fault of a context file, worded for the person who edits it. */
export interface ContextProblem {
  readonly message: string;
  readonly range?: Range;
}

/** A context, or every fault that keeps it from being one. */
export type ReadContext = { readonly context: PccoContext } | { readonly problems: readonly ContextProblem[] };

const shape = "a context is a group of fields such as `erp` and `prime_contract`";

/** Reads the text of a context file. Never throws. */
export function readContextText(text: string, format: Exclude<TextFormat, "ndjson">): ReadContext {
  const { documents } = parseText(text, { format });
  const faults = documents.flatMap(({ problems }) => problems);
  if (faults.length > 0)
    return { problems: faults.map(({ message, range }) => ({ message: message.replace(EXPECTED, shape), range })) };
  const [document, second] = documents;
  if (document === undefined || second !== undefined || !isObject(document.value)) {
    const range = second?.valueRange([]);
    const message = `this file holds ${second === undefined ? "nothing" : "several documents"}; ${shape}`;
    return { problems: [{ message, ...(range === undefined ? {} : { range }) }] };
  }
  return asContext(document.value, document);
}

/**
 * Checks that a value is a context.
 * @param document where it was read from, for the places of its faults
 */
export function asContext(value: unknown, document?: TextDocument): ReadContext {
  const isShaped = validateContext(value);
  const faults = isShaped ? ambiguousLines(value) : schemaProblems(value, validateContext.errors ?? []);
  if (isShaped && faults.length === 0) return { context: value };
  return {
    problems: faults.map(({ path, message }) => {
      const range = document?.keyRange(fromPointer(path)) ?? document?.valueRange(fromPointer(path));
      return { message: range === undefined ? `${path} ${message}`.trim() : message, ...(range ? { range } : {}) };
    }),
  };
}

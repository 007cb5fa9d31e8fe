import type { Reporter } from "./reporter.ts";

/** One `DocumentReport` a line, as it goes; nothing at the end. */
export function createNdjsonReporter(): Reporter {
  return {
    document: ({ report }) => `${JSON.stringify(report)}\n`,
    end: () => [],
  };
}

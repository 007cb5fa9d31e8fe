// Generated from the rule files by `npm run generate`; do not edit.
import type { AheadTest } from "../ahead/ahead-test.ts";

/** The quick tests of the rule sets of the core, by rule file. */
export const cleanTests: Readonly<Record<string, readonly AheadTest[]>>;

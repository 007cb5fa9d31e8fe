import { compileAjvRules } from "./ajv-rules.ts";
import { clean, cleanOrNot, notClean } from "./task.ts";

const isValid = compileAjvRules();

/** The rules that ship as an ajv schema, with keywords of its own for what JSON Schema can't say. */
export const contender = cleanOrNot({
  check: (pcco, context) => (isValid({ pcco, context }) ? clean : notClean),
  told: (found) => found,
});

import { compileAjvRules } from "./ajv-rules.ts";
import { fineOrNot } from "./task.ts";

const isValid = compileAjvRules();

/** The rules that ship as an ajv schema, with keywords of its own for what JSON Schema can't say. */
export const contender = fineOrNot((pcco, context) => isValid({ pcco, context }));

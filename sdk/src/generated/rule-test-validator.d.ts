// Generated from rules/schema by `npm run generate`; do not edit.
import type { SchemaError } from "../rules/schema-error.ts";
import type { RuleTestFile } from "./types.ts";
interface Validator<T> { (value: unknown): value is T; errors?: readonly SchemaError[] | null }
export const validateRuleTest: Validator<RuleTestFile>;

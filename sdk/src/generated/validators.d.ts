// Generated from rules/schema by `npm run generate`; do not edit.
import type { Actor, PccoContext, RuleFile } from "./types.ts";
import type { SchemaError } from "../rules/schema-error.ts";
interface Validator<T> { (value: unknown): value is T; errors?: readonly SchemaError[] | null }
export const validateRuleFile: Validator<RuleFile>;
export const validateContext: Validator<PccoContext>;
export const validateActor: Validator<Actor>;

import { Ajv } from "ajv";
import formats from "ajv-formats";
import { tenRules } from "../ten-rules/task.ts";
import { checkWith, schema, told } from "./ajv-schema.ts";

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);

/** ajv, the schema compiled at run time. */
export const contender = tenRules({ check: checkWith(ajv.compile(schema)), told });

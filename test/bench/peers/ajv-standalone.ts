import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { tenRules } from "../ten-rules/task.ts";
import { checkWith, schema, told } from "./ajv-schema.ts";

const ajv = new Ajv({ allErrors: true, code: { source: true } });
formats.default(ajv);
const file = fileURLToPath(new URL("node_modules/.cache/bench/ajv-standalone.cjs", import.meta.url));
writeFileSync(file, standalone.default(ajv, ajv.compile(schema)));

/** ajv, the schema compiled ahead of time to a module of its own. */
export const contender = tenRules({ check: checkWith(createRequire(import.meta.url)(file)), told });

import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Folder of the rule files. */
export const rulesFolder = at("rules");
/** Folder of the JSON Schemas. */
export const schemaFolder = at("rules/schema");
/** Folder of what is generated. */
export const generatedFolder = at("sdk/src/generated");

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { generatedFolder, schemaFolder } from "./paths.ts";

const schemas = ["pcco", "context", "rule-file", "rule-test", "report"];

/** Writes the TypeScript types of documents, contexts, rule files, rule tests and reports from their JSON Schemas. */
export async function generateTypes(): Promise<Map<string, string>> {
  const definitions: Record<string, JSONSchema> = {};
  for (const name of schemas) {
    const text = await readFile(join(schemaFolder, `${name}.schema.json`), "utf8");
    const schema: JSONSchema & { definitions?: Record<string, JSONSchema> } = JSON.parse(text, (_key, value) =>
      // What stands beside a reference would make another type of it.
      typeof value?.$ref === "string" ? { $ref: pointInto(name, value.$ref) } : value,
    );
    const { definitions: own = {}, $id: _id, $schema: _dialect, ...root } = schema;
    definitions[name] = root;
    for (const [key, value] of Object.entries(own)) definitions[`${name}.${key}`] = value;
  }
  const text = await compile(
    { title: "Everything", type: "object", additionalProperties: false, definitions },
    "Everything",
    {
      bannerComment: "// Generated from rules/schema by `npm run generate`; do not edit.",
      unreachableDefinitions: true,
      declareExternallyReferenced: true,
      unknownAny: true,
      ignoreMinAndMaxItems: true,
      style: { printWidth: 120 },
    },
  );
  const tidy = text
    .replace(/export interface Everything \{\}\n/, "")
    .replaceAll(/^\s*\* (via the `definition`|This interface was referenced by|@minItems) .*\n/gm, "")
    .replaceAll(/(\n\s*\*)+\n(\s*\*\/)/g, "\n$2")
    .replaceAll(/\b(\w+)\[\]/g, "readonly $1[]");
  return new Map([[join(generatedFolder, "types.ts"), tidy]]);
}

/** Turns `context.schema.json#/definitions/actor` into a place in the one schema that holds them all. */
function pointInto(current: string, reference: string): string {
  const [file = "", fragment = ""] = reference.split("#");
  const name = file === "" ? current : file.replace(/\.schema\.json$/, "");
  const inner = fragment.replace(/^\/definitions\//, "");
  return `#/definitions/${inner === "" ? name : `${name}.${inner}`}`;
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keywords } from "../../src/keywords/index.ts";
import { schemaFolder } from "./paths.ts";

interface SchemaNode {
  properties: Record<string, unknown>;
}

interface RuleFileSchema {
  definitions: { rule: SchemaNode; condition: SchemaNode; override: SchemaNode; [name: string]: unknown };
}

/** Puts the settings of the check keywords, each from its own file, into the JSON Schema of rule files. */
export async function generateSchema(): Promise<Map<string, string>> {
  const path = join(schemaFolder, "rule-file.schema.json");
  const schema: RuleFileSchema = JSON.parse(await readFile(path, "utf8"));
  const { rule, condition, override } = schema.definitions;
  const own = new Set(keywords.map(({ name }) => name as string));
  const settings = Object.fromEntries(
    keywords.map(({ name, summary, schema }) => [name, { description: summary, ...schema }]),
  );
  for (const node of [rule, condition, override]) {
    const others = Object.entries(node.properties).filter(([name]) => !own.has(name));
    node.properties = { ...Object.fromEntries(others), ...settings };
  }
  schema.definitions["checkKeywords"] = {
    title: "CheckKeywords",
    description: "The check keywords and their settings. A rule uses exactly one.",
    type: "object",
    additionalProperties: false,
    properties: settings,
  };
  return new Map([[path, `${JSON.stringify(schema, null, 2)}\n`]]);
}

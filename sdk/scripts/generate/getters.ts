import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generatedFolder, schemaFolder } from "./paths.ts";

/** Writes one small function for each property that PCCOs and contexts are known to have. */
export async function generateGetters(): Promise<Map<string, string>> {
  const [pcco, context] = [await readSchema("pcco"), await readSchema("context")];
  const { lineItem, markup, code } = pcco.definitions;
  const ofDocument = Object.keys(pcco.properties).filter((name) => !name.startsWith("$"));
  const ofAnything = propertiesIn([context, lineItem, markup, code, pcco.definitions.erpState]).concat(ofDocument);
  const text = `// Generated from rules/schema by \`npm run generate\`; do not edit.
import { isKeyed } from "../document/value.ts";

// One function for each known property: a place in the code that always reads the same property is several times quicker.

/** Reads a property of a value; \`undefined\` when it is none that has properties. */
export const getters: Readonly<Record<string, (facts: unknown, value: unknown) => unknown>> = {
${written(ofAnything)
  .map((name) => `  ${name}: (_, value) => (isKeyed(value) ? value[${name}] : undefined),\n`)
  .join("")}};
`;
  return new Map([[join(generatedFolder, "getters.ts"), text]]);
}

/** A schema of a file, as far as it is read here. */
interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly definitions: Readonly<Record<string, unknown>>;
}

async function readSchema(name: string): Promise<Schema> {
  return JSON.parse(await readFile(join(schemaFolder, `${name}.schema.json`), "utf8"));
}

/** The names in JSON, each once, in order. */
function written(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort().map((name) => JSON.stringify(name));
}

/** The names of all properties in schemas, at any depth. */
function propertiesIn(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === "properties" ? Object.keys(value) : []),
    ...propertiesIn(value),
  ]);
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { generatedFolder, schemaFolder } from "./paths.ts";

/** The modules written, each with the schemas it checks. Several, so that a run without rule files never loads the larger. */
const modules = {
  "rule-file-validator": { validateRuleFile: { schema: "rule-file.schema.json", type: "RuleFile" } },
  "rule-test-validator": { validateRuleTest: { schema: "rule-test.schema.json", type: "RuleTestFile" } },
  "context-validator": {
    validateContext: { schema: "context.schema.json", type: "PccoContext" },
    validateActor: { schema: "context.schema.json#/definitions/actor", type: "Actor" },
  },
};

/** The schemas that are read, and what stands for the root of each in the table of keys. */
const roots = { pcco: "#", context: "#", "rule-file": "#", "rule-test": "rule-test#" };

const banner = "// Generated from rules/schema by `npm run generate`; do not edit.\n";

/** Compiles the JSON Schemas that are asked at run time to plain functions: hosts that forbid code generation run them too. */
export async function generateValidators(): Promise<Map<string, string>> {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  const keys: Record<string, readonly string[]> = {};
  for (const [name, root] of Object.entries(roots)) {
    const schema = JSON.parse(await readFile(join(schemaFolder, `${name}.schema.json`), "utf8"));
    ajv.addSchema(schema);
    collectKeys(schema, root, keys);
  }
  const files = new Map<string, string>();
  for (const [name, validators] of Object.entries(modules)) {
    const exported = Object.entries(validators);
    const code = standalone.default(
      ajv,
      Object.fromEntries(exported.map(([validator, { schema }]) => [validator, schema])),
    );
    files.set(join(generatedFolder, `${name}.js`), banner + (await bundled(code)));
    files.set(
      join(generatedFolder, `${name}.d.ts`),
      declarations(exported.map(([validator, { type }]) => [validator, type])),
    );
  }
  const table = JSON.stringify(keys, null, 2);
  files.set(
    join(generatedFolder, "schema-keys.ts"),
    `${banner}/** The keys a closed schema allows, by place in the schema. */\nexport const schemaKeys: Readonly<Record<string, readonly string[]>> = ${table};\n`,
  );
  return files;
}

/** ajv's ESM output still calls `require` for its string length helper, so it goes through the bundler. */
async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: generatedFolder.replace(/src\/generated$/, ""), loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    write: false,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}

function declarations(validators: readonly (readonly [string, string])[]): string {
  return [
    banner.trimEnd(),
    'import type { SchemaError } from "../rules/schema-error.ts";',
    `import type { ${validators
      .map(([, type]) => type)
      .sort()
      .join(", ")} } from "./types.ts";`,
    "interface Validator<T> { (value: unknown): value is T; errors?: readonly SchemaError[] | null }",
    ...validators.map(([name, type]) => `export const ${name}: Validator<${type}>;`),
    "",
  ].join("\n");
}

/** Notes the keys of every closed object of a schema, so that a misspelt key can be answered with the right one. */
function collectKeys(node: unknown, path: string, keys: Record<string, readonly string[]>): void {
  if (typeof node !== "object" || node === null) return;
  const { additionalProperties, properties } = node as { additionalProperties?: unknown; properties?: object };
  if (additionalProperties === false) keys[path] = Object.keys(properties ?? {});
  for (const [key, value] of Object.entries(node)) collectKeys(value, `${path}/${key}`, keys);
}

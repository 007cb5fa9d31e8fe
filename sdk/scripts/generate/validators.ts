import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { generatedFolder, schemaFolder } from "./paths.ts";

const validators = {
  validateRuleFile: "rule-file.schema.json",
  validateContext: "context.schema.json",
  validateActor: "context.schema.json#/definitions/actor",
};

/** Compiles the JSON Schemas that are asked at run time to plain functions: hosts that forbid code generation run them too. */
export async function generateValidators(): Promise<Map<string, string>> {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, inlineRefs: false, code: { source: true, esm: true } });
  const keys: Record<string, readonly string[]> = {};
  for (const name of ["pcco", "context", "rule-file"]) {
    const schema = JSON.parse(await readFile(join(schemaFolder, `${name}.schema.json`), "utf8"));
    ajv.addSchema(schema);
    collectKeys(schema, "#", keys);
  }
  const code = standalone.default(ajv, validators);
  // ajv's ESM output still calls `require` for its string length helper, so it goes through the bundler.
  const bundle = await build({
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
  const types = [
    "// Generated from rules/schema by `npm run generate`; do not edit.",
    'import type { Actor, PccoContext, RuleFile } from "./types.ts";',
    'import type { SchemaError } from "../rules/schema-error.ts";',
    "interface Validator<T> { (value: unknown): value is T; errors?: readonly SchemaError[] | null }",
    "export const validateRuleFile: Validator<RuleFile>;",
    "export const validateContext: Validator<PccoContext>;",
    "export const validateActor: Validator<Actor>;",
    "",
  ].join("\n");
  const [output] = bundle.outputFiles;
  if (output === undefined) throw new Error("esbuild wrote nothing");
  return new Map([
    [join(generatedFolder, "validators.js"), `// Generated from rules/schema by \`npm run generate\`; do not edit.\n${output.text}`],
    [join(generatedFolder, "validators.d.ts"), types],
    [
      join(generatedFolder, "schema-keys.ts"),
      `// Generated from rules/schema by \`npm run generate\`; do not edit.\n/** The keys a closed schema allows, by place in the schema. */\nexport const schemaKeys: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(keys, null, 2)};\n`,
    ],
  ]);
}

/** Notes the keys of every closed object of a schema, so that a misspelt key can be answered with the right one. */
function collectKeys(node: unknown, path: string, keys: Record<string, readonly string[]>): void {
  if (typeof node !== "object" || node === null) return;
  const { additionalProperties, properties } = node as { additionalProperties?: unknown; properties?: object };
  if (additionalProperties === false) keys[path] = Object.keys(properties ?? {});
  for (const [key, value] of Object.entries(node)) collectKeys(value, `${path}/${key}`, keys);
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generatedFolder, schemaFolder } from "./paths.ts";

/** Writes one small function for each property that PCCOs and contexts are known to have. */
export async function generateGetters(): Promise<Map<string, string>> {
  const names = new Set<string>();
  for (const schema of ["pcco", "context"]) {
    collect(JSON.parse(await readFile(join(schemaFolder, `${schema}.schema.json`), "utf8")), names);
  }
  const sorted = [...names].sort().map((name) => JSON.stringify(name));
  const text = `// Generated from rules/schema by \`npm run generate\`; do not edit.
import type { Facts } from "../context/facts.ts";
import { isKeyed } from "../document/value.ts";

// One function for each known property: a place in the code that always reads the same property is several times quicker.

/** Reads a property of the PCCO. */
export const documentGetters: Readonly<Record<string, (facts: Facts) => unknown>> = {
${sorted.map((name) => `  ${name}: (facts) => facts.document[${name}],\n`).join("")}};

/** Reads a property of a value; \`undefined\` when it is none that has properties. */
export const getters: Readonly<Record<string, (facts: unknown, value: unknown) => unknown>> = {
${sorted.map((name) => `  ${name}: (_, value) => (isKeyed(value) ? value[${name}] : undefined),\n`).join("")}};

/** Reads a property of each value of a list into another list. */
export const columnGetters: Readonly<Record<string, (values: readonly unknown[], out: unknown[], length: number) => void>> = {
${sorted.map(columnGetter).join("")}};
`;
  return new Map([[join(generatedFolder, "getters.ts"), text]]);
}

function columnGetter(name: string): string {
  return `  ${name}: (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value[${name}] : undefined;
    }
  },
`;
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "properties" && typeof value === "object" && value !== null) {
      for (const name of Object.keys(value)) if (!name.startsWith("$")) names.add(name);
    }
    collect(value, names);
  }
}

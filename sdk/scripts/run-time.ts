import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { folder, shared } from "./shared.ts";

// What `erp-rules compile` writes into every module: the run-time, and the types of what a module exports.

/** The files that hold the types, and the one they all lead from. */
const typeFiles = [
  "generated/types.ts",
  "document/value.ts",
  "document/pointer.ts",
  "check/check.ts",
  "lifecycle/transition.ts",
  "lifecycle/repair.ts",
  "rule-set.ts",
];
const firstType = "CompiledRuleSet";

/** Bundles the run-time into one statement that declares `runTime`. */
export async function runTimeSource(): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ["src/run-time.ts"],
    write: false,
    format: "iife",
    globalName: "runTime",
    platform: "neutral",
    minify: true,
    // One line that no host takes for the end of a script.
    charset: "ascii",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("the run-time was not bundled");
  return file.text;
}

/** Gathers the declarations that `CompiledRuleSet` needs, so that they stand by themselves. */
export async function runTimeTypes(): Promise<string> {
  const declared = new Map<string, string>();
  for (const file of typeFiles) {
    const text = await readFile(`${folder}/src/${file}`, "utf8");
    for (const [whole, name = ""] of text.matchAll(
      /(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:interface (\w+)[\s\S]*?\n\}|type \w+[\s\S]*?;(?=\n(?![ }])))/g,
    )) {
      const key = name === "" ? (/export type (\w+)/.exec(whole)?.[1] ?? "") : name;
      declared.set(key, whole);
    }
  }
  const needed = new Set([firstType]);
  for (const name of needed) {
    const text = declared.get(name);
    if (text === undefined) throw new Error(`there is no type ${name}`);
    const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/"[^"\n]*"/g, "");
    for (const word of code.match(/\b[A-Z]\w*\b/g) ?? []) if (declared.has(word)) needed.add(word);
  }
  return [...declared].flatMap(([name, text]) => (needed.has(name) ? [`${text}\n`] : [])).join("\n");
}

import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/**
 * Bundles a program for browsers, with nothing put in place of what browsers lack.
 * @param folder where its imports are looked up
 * @throws when there is anything that esbuild warns of
 */
async function bundle(program: string, folder: string, options: BuildOptions): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: program, resolveDir: folder, sourcefile: "program.js" },
    bundle: true,
    minify: true,
    write: false,
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
    ...options,
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  const [file] = outputFiles ?? [];
  if (file === undefined) throw new Error("nothing was bundled");
  return file.text;
}

/**
 * How many kilobytes (of 1000 bytes) all of an entry point has when it is sent, minified and gzipped.
 * @param external packages left out
 */
export async function gzippedKilobytes(entry: string, folder: string, external: string[] = []): Promise<number> {
  const code = await bundle(`export * from ${JSON.stringify(entry)};`, folder, {
    format: "esm",
    external,
    // Chunks that only order the others. In a workspace, unlike under node_modules, esbuild tells that it drops them.
    logOverride: { "ignored-bare-import": "silent" },
  });
  return gzipSync(code, { level: 9 }).length / 1000;
}

/**
 * Bundles a program and runs it where there is only what every browser and every edge worker has, and where no code
 * can be made from text; then calls its `run` and gives the answer by way of JSON.
 */
export async function runAsBrowser(program: string, folder: string): Promise<unknown> {
  const code = await bundle(program, folder, { format: "iife", globalName: "program" });
  const context = createContext(
    { TextEncoder, TextDecoder, crypto, URL },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext(code, context);
  return JSON.parse(await runInContext("Promise.resolve(program.run()).then(JSON.stringify)", context));
}

import { readdirSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { repository, suite } from "../paths.ts";
import type { Host } from "./host-result.ts";

/** Bundles every test of the folder `host` into one file that VS Code can run. */
export async function bundleTests(host: Host, outfile: string): Promise<void> {
  const folder = join(suite, "host");
  const files = readdirSync(folder).filter((name) => name.endsWith(".host.ts"));
  if (files.length === 0) throw new Error("There are no tests named test/vscode/host/*.host.ts");
  const imports = files.map((name) => `${JSON.stringify(name)}: () => import("./${name}")`);
  await build({
    stdin: {
      contents: `import { runFiles } from "../harness/in-host/main.ts";
        export const run = () => runFiles("${host}", { ${imports.join(", ")} });`,
      resolveDir: folder,
      sourcefile: "tests.ts",
    },
    bundle: true,
    outfile,
    platform: host === "node" ? "node" : "browser",
    format: "cjs",
    target: "es2022",
    external: ["vscode"],
    sourcemap: true,
    logLevel: "warning",
  });
}

/** Puts the places of the sources into a stack trace that names places in the bundle. */
export function sourcePlaces(stack: string, bundle: string): string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8")));
  return stack.replace(/[^\s(]*tests\.js(#vscode-extension)?:(\d+):(\d+)/g, (found, inFunction, line, column) => {
    // In the web the script is the body of a function that is made from text: two lines stand before it.
    const origin = map.findOrigin(Number(line) - (inFunction === undefined ? 0 : 2), Number(column));
    if (!("fileName" in origin)) return found;
    return `${relative(repository, join(bundle, "..", origin.fileName))}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

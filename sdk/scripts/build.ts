import { execFileSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

// Builds the package: the library as modules that leave its dependencies to the package manager, the command line as a
// bundle of its own that starts quickly, and the type declarations.
const folder = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
await rm(`${folder}/dist`, { recursive: true, force: true });

const shared: BuildOptions = {
  absWorkingDir: folder,
  outdir: "dist",
  bundle: true,
  target: "es2022",
  mainFields: ["module", "main"],
  logLevel: "warning",
};

await build({
  ...shared,
  entryPoints: ["src/index.ts", "src/core.ts", "src/text.ts", "src/node.ts"],
  format: "esm",
  splitting: true,
  platform: "neutral",
  packages: "external",
  external: ["node:*"],
});

// What a check of JSON files never needs. Each becomes a file of its own: Node reads a whole file before it runs a line.
const later: Readonly<Record<string, string>> = {
  "src/document/parse.ts": "cli-parse",
  "src/node.ts": "cli-rule-files",
  "src/cli/fix.ts": "cli-fix",
  "src/cli/transition.ts": "cli-transition",
  "src/cli/repair.ts": "cli-repair",
  "src/cli/watch.ts": "cli-watch",
  "src/cli/glob.ts": "cli-glob",
};
const loadLater: Plugin = {
  name: "load-later",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      const name = kind === "dynamic-import" ? later[relative(folder, resolve(resolveDir, path))] : undefined;
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true };
    });
  },
};
await build({
  ...shared,
  entryPoints: {
    "erp-rules": "src/cli/bin.ts",
    ...Object.fromEntries(Object.entries(later).map(([file, name]) => [name, file])),
  },
  outExtension: { ".js": ".cjs" },
  // CommonJS, because Node starts it without its loader for modules.
  format: "cjs",
  platform: "node",
  minify: true,
  plugins: [loadLater],
  define: { PRODUCT_VERSION: JSON.stringify(version) },
});
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: folder, stdio: "inherit" });

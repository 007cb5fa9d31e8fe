import { execFileSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";

// Builds the package: the library as modules that leave its dependencies to the package manager, the command line as a
// bundle of its own that starts quickly, and the type declarations.
const folder = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
await rm(`${folder}/dist`, { recursive: true, force: true });

const shared: BuildOptions = {
  absWorkingDir: folder,
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  mainFields: ["module", "main"],
  logLevel: "warning",
};

await build({
  ...shared,
  entryPoints: ["src/index.ts", "src/core.ts", "src/text.ts", "src/node.ts"],
  platform: "neutral",
  packages: "external",
  external: ["node:*"],
});
await build({
  ...shared,
  entryPoints: { cli: "src/cli/bin.ts" },
  chunkNames: "cli-[name]-[hash]",
  platform: "node",
  minify: true,
  define: { PRODUCT_VERSION: JSON.stringify(version) },
  // Some dependencies are CommonJS and ask for Node's own modules by `require`.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
});
execFileSync(process.execPath, [fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url)), "-p", "tsconfig.build.json"], {
  cwd: folder,
  stdio: "inherit",
});

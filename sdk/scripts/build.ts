import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleCli } from "./bundle-cli.ts";
import { folder, shared } from "./shared.ts";

// Builds the package: the library as modules that leave its dependencies to the package manager, the command line as a
// bundle of its own that starts quickly, and the type declarations.
await rm(`${folder}/dist`, { recursive: true, force: true });

await build({
  ...shared,
  outdir: "dist",
  entryPoints: ["src/index.ts", "src/core.ts", "src/text.ts", "src/authoring.ts", "src/node.ts"],
  format: "esm",
  splitting: true,
  platform: "neutral",
  packages: "external",
  external: ["node:*"],
});

await bundleCli("dist");

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: folder, stdio: "inherit" });

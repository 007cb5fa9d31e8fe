import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";

/** The folder of the SDK. */
export const folder = fileURLToPath(new URL("..", import.meta.url));

/** What the bundles of the library and of the command line have in common. */
export const shared: BuildOptions = {
  absWorkingDir: folder,
  bundle: true,
  target: "es2022",
  mainFields: ["module", "main"],
  logLevel: "warning",
};

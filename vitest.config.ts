import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { seedOfRun } from "./test/support/seed.ts";

const sdk = (file: string): string => fileURLToPath(new URL(`sdk/src/${file}.ts`, import.meta.url));

const seed = seedOfRun();

export default defineConfig({
  resolve: {
    // The sources themselves, so that no test depends on when the SDK was last built.
    alias: [
      { find: /^@erp-export-rules\/sdk$/, replacement: sdk("index") },
      { find: /^@erp-export-rules\/sdk\/(text|authoring)$/, replacement: sdk("$1") },
    ],
  },
  test: {
    // Property tests take seconds, and several times that on a machine that others use.
    testTimeout: 120_000,
    env: seed === undefined ? {} : { FAST_CHECK_SEED: String(seed) },
    setupFiles: ["test/support/seeded.ts"],
    include: ["sdk/src/**/*.test.ts", "vscode-extension/src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      "**/dist/**",
      "test/packaging/**",
      "test/editors/**",
      "test/oracle/z3/**",
      "test/pipes/**",
      "test/vscode/**",
    ],
    reporters: ["default", "./test/support/plain-count.ts"],
  },
});

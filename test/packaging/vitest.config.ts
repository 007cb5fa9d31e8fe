import { defineConfig } from "vitest/config";

// Apart from the other tests: these need a build, and they pack, install and compile.
export default defineConfig({
  test: { include: ["test/packaging/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});

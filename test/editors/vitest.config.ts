import { defineConfig } from "vitest/config";

// Apart from the other tests: these need a build, and editors that are installed.
export default defineConfig({
  test: { include: ["test/editors/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});

import { defineConfig } from "vitest/config";

// Apart from the other tests: these need a solver of 30 MB.
export default defineConfig({
  test: { include: ["test/oracle/z3/*.test.ts"], testTimeout: 120_000 },
});

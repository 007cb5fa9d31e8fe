import { defineConfig } from "vitest/config";
import { seedOfRun } from "../../support/seed.ts";

const seed = seedOfRun();

// Apart from the other tests: these need a solver of 30 MB.
export default defineConfig({
  test: {
    include: ["test/oracle/z3/*.test.ts"],
    testTimeout: 120_000,
    env: seed === undefined ? {} : { FAST_CHECK_SEED: String(seed) },
    setupFiles: ["test/support/seeded.ts"],
  },
});

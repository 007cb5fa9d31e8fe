import { defineConfig } from "vitest/config";

// Apart from the other tests: these need programs that are installed.
export default defineConfig({ test: { include: ["test/pipes/*.test.ts"], testTimeout: 120_000 } });

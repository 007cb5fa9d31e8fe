import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// One workbench at a time: two on a machine of two cores take longer than one after the other.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    reporters: ["verbose", "../support/plain-count.ts"],
    projects: [
      { extends: true, test: { name: "ui", include: ["ui/**/*.ui.ts"] } },
      { extends: true, test: { name: "node", include: ["host/node.test.ts"] } },
      { extends: true, test: { name: "web", include: ["host/web.test.ts"] } },
    ],
  },
});

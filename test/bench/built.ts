import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The SDK's folder. */
export const sdk = fileURLToPath(new URL("../../sdk/", import.meta.url));

/** The rule file that is measured. */
export const ruleFile = fileURLToPath(new URL("../../rules/spectrum/pcco/1.1.0.yaml", import.meta.url));

/** Fails in plain words when there is no build to measure. */
export function needBuild(): void {
  if (!existsSync(`${sdk}dist/core.js`)) throw new Error("sdk/dist is missing; run npm run build first");
}

/** The built core, as it ships. */
export async function builtCore(): Promise<typeof import("../../sdk/src/core.ts")> {
  return await import(`${sdk}dist/core.js`);
}

/** The built package, as it ships. */
export async function builtPackage(): Promise<typeof import("../../sdk/src/index.ts")> {
  return await import(`${sdk}dist/index.js`);
}

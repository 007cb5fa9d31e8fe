import type { Reporter, TestModule, Vitest } from "vitest/node";

/** Ends a run with one plain line that any CI can read: how many tests passed and failed; tells the seed of random tests. */
export default class PlainCount implements Reporter {
  onInit({ config }: Vitest): void {
    // Of a run of several projects Vitest gives none, against its types.
    const { env }: { readonly env?: Readonly<Partial<Record<string, string>>> } = config;
    const seed = env?.["FAST_CHECK_SEED"];
    if (seed !== undefined)
      console.log(`Random tests start from FAST_CHECK_SEED=${seed}; set to this, it draws the same again.`);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    let [passed, failed] = [0, 0];
    for (const module of modules) {
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
      }
    }
    console.log(`${passed} passed, ${failed} failed`);
  }
}

import { type File, startTests, type Task, type VitestRunner, type VitestRunnerConfig } from "@vitest/runner";
import { type Host, type HostResult, marks } from "./host-result.ts";

/**
 * Runs test files inside an extension host and writes what they came to to its console.
 * @param files how each is imported, by its name
 * @param host the kind of host that it is meant to be
 * @throws when it is the other kind, or a test failed, which is how VS Code learns of it
 */
export async function runFiles(host: Host, files: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  if ("importScripts" in globalThis !== (host === "web")) throw new Error(`This is no host of the kind ${host}`);
  console.log(marks.begin);
  const runner: VitestRunner = { config, importFile: (name) => files[name]?.() };
  const results = (await startTests(Object.keys(files), runner)).flatMap((file) => resultsOf(file, []));
  console.log(marks.results + JSON.stringify(results));
  if (results.some(({ state }) => state === "failed")) throw new Error("Some tests failed");
}

const config: VitestRunnerConfig = {
  root: "",
  setupFiles: [],
  name: undefined,
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 0, hooks: "stack", setupFiles: "list" },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  includeTaskLocation: undefined,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

function resultsOf(task: Task | File, groups: readonly string[]): readonly HostResult[] {
  const name = [...groups, task.name];
  const errors = (task.result?.errors ?? []).map(({ message, stack = "", diff = "" }) => ({ message, stack, diff }));
  const state = task.result?.state === "pass" ? "passed" : "failed";
  const own: HostResult = { name, state, errors };
  if (task.type === "test") return [own];
  // A group that failed by itself, in a hook or while it was read, counts as one more test.
  return [...(errors.length > 0 ? [own] : []), ...task.tasks.flatMap((each) => resultsOf(each, name))];
}

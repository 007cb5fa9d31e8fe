declare global {
  /** What `pipesRead` gives. Global, since parts of the command line that are loaded later have modules of their own. */
  var erpRulesPipesRead: Map<string, Uint8Array> | undefined;
}

/** What was read from pipes, by their paths: a pipe is read but once, and each thread wants the context behind a `<(…)`. */
export function pipesRead(): Map<string, Uint8Array> {
  globalThis.erpRulesPipesRead ??= new Map();
  return globalThis.erpRulesPipesRead;
}

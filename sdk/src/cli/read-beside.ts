declare global {
  /** What `rememberBeside` was told. Global, since parts of the command line that are loaded later have modules of their own. */
  var erpRulesReadBeside: Set<string> | undefined;
}

function known(): Set<string> {
  globalThis.erpRulesReadBeside ??= new Set();
  return globalThis.erpRulesReadBeside;
}

/** Remembers that PCCOs are judged by a file that no option names: a context or a rule file. */
export function rememberBeside(path: string): void {
  known().add(path);
}

/** The files that were remembered since it was last asked. */
export function takeBeside(): readonly string[] {
  const taken = [...known()];
  known().clear();
  return taken;
}

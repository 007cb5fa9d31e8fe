const signals = ["SIGINT", "SIGTERM"] as const;

/** Tells that a run is to stop. As an `AbortSignal`, which Node takes longer to load than to check a file. */
export interface Stop {
  readonly aborted: boolean;
  addEventListener(kind: "abort", hear: () => void): void;
  removeEventListener(kind: "abort", hear: () => void): void;
}

/** Ctrl+C, or the wish of another program that this one ends. */
export interface Interrupt {
  /** Aborts with the first signal. The next ends the process at once, as if nobody heard. */
  readonly stop: Stop;
  /** Hears from now on; until then a signal ends the process. */
  listen(): void;
  /** Hears no longer. */
  ignore(): void;
  /** Ends the process by the signal that was heard, so that the shell sees why. */
  end(): void;
}

/** Makes ready to hear of interruptions. */
export function createInterrupt(): Interrupt {
  const told = new Set<() => void>();
  let heard: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    heard = signal;
    ignore();
    for (const tell of told) tell();
  };
  const ignore = (): void => {
    for (const signal of signals) process.off(signal, hear);
  };
  return {
    stop: {
      get aborted() {
        return heard !== undefined;
      },
      addEventListener: (_kind, hear) => told.add(hear),
      removeEventListener: (_kind, hear) => told.delete(hear),
    },
    listen: () => {
      for (const signal of signals) process.on(signal, hear);
    },
    ignore,
    end: () => {
      if (heard !== undefined) process.kill(process.pid, heard);
    },
  };
}

const signals = ["SIGINT", "SIGTERM"] as const;

/** Ctrl+C, or the wish of another program that this one ends. */
export interface Interrupt {
  /** Aborts with the first signal. The next ends the process at once, as if nobody heard. */
  readonly stop: AbortSignal;
  /** Hears from now on; until then a signal ends the process. */
  listen(): void;
  /** Hears no longer. */
  ignore(): void;
  /** Ends the process by the signal that was heard, so that the shell sees why. */
  end(): void;
}

/** Makes ready to hear of interruptions. */
export function createInterrupt(): Interrupt {
  const controller = new AbortController();
  let heard: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    heard = signal;
    ignore();
    controller.abort();
  };
  const ignore = (): void => {
    for (const signal of signals) process.off(signal, hear);
  };
  return {
    stop: controller.signal,
    listen: () => {
      for (const signal of signals) process.on(signal, hear);
    },
    ignore,
    end: () => {
      if (heard !== undefined) process.kill(process.pid, heard);
    },
  };
}

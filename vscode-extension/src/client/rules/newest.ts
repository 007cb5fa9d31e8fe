/** A piece of work that is asked for again and again, of which only the newest counts. */
export interface Newest {
  /** Asks for the work: it runs a little later. What runs for an earlier question is given up. */
  ask(): void;
  /** Gives up what runs and what was asked for, and does nothing any more. */
  dispose(): void;
}

/**
 * Runs the newest of what is asked for while somebody types.
 * @param work gives up when the signal says so
 * @param delay milliseconds of quiet before it runs
 * @param failed told when the work fails, unless it was given up
 */
export function newest(
  work: (signal: AbortSignal) => Promise<void>,
  delay: number,
  failed: (error: unknown) => void,
): Newest {
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  const run = async (): Promise<void> => {
    const { signal } = running;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
  };
  const stop = (): void => {
    clearTimeout(timer);
    running.abort();
    running = new AbortController();
  };
  return {
    ask() {
      stop();
      if (!isDisposed) timer = setTimeout(() => void run(), delay);
    },
    dispose() {
      isDisposed = true;
      stop();
    },
  };
}

/** A piece of work that many may ask for. */
export interface Coalesced {
  /** Asks for the work. It runs a little later, once for all who asked meanwhile, and never twice at a time. */
  ask(): void;
  /** The work that was asked for is not done any more. */
  dispose(): void;
}

/**
 * Gathers what is asked for again and again, as after each key of somebody who types.
 * @param delay milliseconds from the first time it is asked for until it runs
 * @param failed told when the work fails; the next time it is asked for it runs again
 */
export function coalesce(work: () => Promise<void>, delay: number, failed: (error: unknown) => void): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isAsked = false;
  let isDisposed = false;
  const run = async (): Promise<void> => {
    timer = undefined;
    isAsked = false;
    isRunning = true;
    try {
      await work();
    } catch (error) {
      failed(error);
    }
    isRunning = false;
    if (isAsked) ask();
  };
  const ask = (): void => {
    isAsked = true;
    if (!isRunning && !isDisposed) timer ??= setTimeout(() => void run(), delay);
  };
  return {
    ask,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}

/** Lets several wait for the next thing to happen. */
export class Bell {
  #waiting = new Set<() => void>();

  /** Calls everyone who waits, once. */
  ring(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const wake of waiting) wake();
  }

  /** Waits for the next ring. */
  next(): { readonly heard: Promise<void>; readonly stop: () => void } {
    let wake = (): void => {};
    const heard = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.add(wake);
    return { heard, stop: () => this.#waiting.delete(wake) };
  }
}

/** Runs a piece of work some time after it was asked for, once for all who asked meanwhile; never twice at a time. */
export class Coalesced {
  readonly #work: () => Promise<void>;
  #isAsked = false;
  #running: Promise<void> | undefined;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Asks for the work. The promise is kept when a run that began after this call has ended. */
  ask(): Promise<void> {
    this.#isAsked = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Waits for the work that was asked for, if any. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isAsked) {
        await nextTurn();
        this.#isAsked = false;
        await this.#work();
      }
    } finally {
      this.#running = undefined;
    }
  }
}

/** Lets everything that waits have its turn: messages from the editor above all. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** How long work goes on before everything else has its turn, in milliseconds: far less than a keystroke may wait. */
const slice = 6;

/** Cuts work into slices. */
export class Slices {
  #end = performance.now() + slice;

  get mayGoOn(): boolean {
    return performance.now() < this.#end;
  }

  /** Gives way when a slice is over. */
  async giveWay(): Promise<void> {
    if (this.mayGoOn) return;
    await nextTurn();
    this.#end = performance.now() + slice;
  }
}

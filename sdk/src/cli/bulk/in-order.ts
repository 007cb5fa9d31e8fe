import type { Stop } from "./interrupt.ts";

/** How items are done side by side. */
export interface Doing<Item, Result> {
  /** Items that may be on their way at once. Asked again before each. */
  width(): number;
  done(item: Item): Promise<Result>;
  /** When it aborts, no more results come; what is on its way is let go of. */
  readonly stop: Stop;
}

/**
 * Does items side by side and gives the results in the order of the items, each as soon as those before it are given.
 * One item more is asked for than may be on their way. An error ends it when it is the turn of its item.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  { width, done, stop }: Doing<Item, Result>,
): AsyncGenerator<{ readonly item: Item; readonly result: Result }> {
  const iterator = items[Symbol.asyncIterator]();
  const bell = createBell();
  stop.addEventListener("abort", bell.ring);
  const queue: { readonly item: Item; readonly result: Settling<Result> }[] = [];
  let next: Settling<IteratorResult<Item>> | undefined = settling(iterator.next(), bell);
  try {
    while (!stop.aborted && (next !== undefined || queue.length > 0)) {
      const [first] = queue;
      if (first?.result.isSettled === true) {
        queue.shift();
        yield { item: first.item, result: await first.result.promise };
      } else if (next?.isSettled === true && queue.length < width()) {
        const taken: IteratorResult<Item> = await next.promise;
        next = taken.done === true ? undefined : settling(iterator.next(), bell);
        if (taken.done !== true) queue.push({ item: taken.value, result: settling(done(taken.value), bell) });
      } else await bell.heard();
    }
  } finally {
    stop.removeEventListener("abort", bell.ring);
    // A source that is stopped may be waiting for bytes that never come.
    if (!stop.aborted) await iterator.return?.();
  }
}

/** A promise that can be asked whether it is settled. */
interface Settling<T> {
  readonly promise: Promise<T>;
  readonly isSettled: boolean;
}

function settling<T>(promise: Promise<T>, bell: Bell): Settling<T> {
  const settled = { promise, isSettled: false };
  const tell = (): void => {
    settled.isSettled = true;
    bell.ring();
  };
  promise.then(tell, tell);
  return settled;
}

/** Tells one who waits that something has happened, also when it has happened already. */
interface Bell {
  readonly ring: () => void;
  heard(): Promise<void>;
}

function createBell(): Bell {
  let wasRung = false;
  let wake = (): void => {};
  return {
    ring: () => {
      wasRung = true;
      wake();
    },
    heard: async () => {
      if (!wasRung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      wasRung = false;
    },
  };
}

import { describe, expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

/** Tasks that are done when the test says so. */
function tasks(count: number) {
  const finish = new Map<number, (result: string) => void>();
  const fail = new Map<number, (error: Error) => void>();
  const started: number[] = [];
  let asked = 0;
  async function* items() {
    for (let item = 0; item < count; item++) {
      asked++;
      yield item;
    }
  }
  return {
    items,
    started,
    finish,
    fail,
    asked: () => asked,
    done: (item: number) =>
      new Promise<string>((resolve, reject) => {
        started.push(item);
        finish.set(item, resolve);
        fail.set(item, reject);
      }),
  };
}

/** Lets everything happen that does not wait for the test. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
const never = new AbortController().signal;

describe("works side by side", () => {
  test("as many as may be are on their way, and results come in the order of the items", async () => {
    const { items, started, finish, asked, done } = tasks(5);
    const results: string[] = [];
    const all = (async () => {
      for await (const { item, result } of inOrder(items(), { width: () => 2, done, stop: never }))
        results.push(`${item}${result}`);
    })();
    await settle();
    expect({ started, asked: asked() }).toEqual({ started: [0, 1], asked: 3 });
    finish.get(1)?.("b");
    await settle();
    expect({ started, results }).toEqual({ started: [0, 1], results: [] });
    finish.get(0)?.("a");
    await settle();
    expect({ started, results }).toEqual({ started: [0, 1, 2, 3], results: ["0a", "1b"] });
    for (const item of [3, 2]) finish.get(item)?.("c");
    await settle();
    finish.get(4)?.("e");
    await all;
    expect(results).toEqual(["0a", "1b", "2c", "3c", "4e"]);
  });

  test("a result comes while the next item is still waited for", async () => {
    const { finish, done } = tasks(2);
    let release = (): void => {};
    async function* slow() {
      yield 0;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      yield 1;
    }
    const results = inOrder(slow(), { width: () => 4, done, stop: never });
    const first = results.next();
    await settle();
    finish.get(0)?.("a");
    expect((await first).value).toEqual({ item: 0, result: "a" });
    const second = results.next();
    release();
    await settle();
    finish.get(1)?.("b");
    expect((await second).value).toEqual({ item: 1, result: "b" });
    expect((await results.next()).done).toBe(true);
  });

  test("more may be on their way once there is more room", async () => {
    const { items, started, finish, done } = tasks(4);
    let room = 1;
    const results = inOrder(items(), { width: () => room, done, stop: never });
    const first = results.next();
    await settle();
    expect(started).toEqual([0]);
    room = 3;
    finish.get(0)?.("a");
    await first;
    void results.next();
    await settle();
    expect(started).toEqual([0, 1, 2, 3]);
  });

  test("an error comes when it is the turn of its item, those before it are given", async () => {
    const { items, finish, fail, done } = tasks(3);
    const results = inOrder(items(), { width: () => 3, done, stop: never });
    const first = results.next();
    await settle();
    fail.get(1)?.(new Error("broken"));
    await settle();
    finish.get(0)?.("a");
    expect((await first).value).toEqual({ item: 0, result: "a" });
    await expect(results.next()).rejects.toThrow("broken");
  });

  test("an error of the items themselves ends it", async () => {
    async function* items() {
      yield 0;
      throw new Error("gone");
    }
    const results = inOrder(items(), { width: () => 1, done: async (item: number) => item, stop: never });
    expect((await results.next()).value).toEqual({ item: 0, result: 0 });
    await expect(results.next()).rejects.toThrow("gone");
  });

  test("stopping ends it at once, though items and results are still waited for", async () => {
    const { started, done } = tasks(2);
    async function* endless() {
      yield 0;
      await new Promise(() => {});
    }
    const stop = new AbortController();
    const results = inOrder(endless(), { width: () => 4, done, stop: stop.signal });
    const first = results.next();
    await settle();
    expect(started).toEqual([0]);
    stop.abort();
    expect((await first).done).toBe(true);
  });

  test("who stops listening closes the source", async () => {
    let isClosed = false;
    async function* items() {
      try {
        yield 0;
        yield 1;
        yield 2;
      } finally {
        isClosed = true;
      }
    }
    for await (const { item } of inOrder(items(), {
      width: () => 1,
      done: async (each: number) => each,
      stop: never,
    })) {
      if (item === 0) break;
    }
    expect(isClosed).toBe(true);
  });
});

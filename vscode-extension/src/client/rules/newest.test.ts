import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newest } from "./newest.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("work of which only the newest counts", () => {
  test("waits for quiet", async () => {
    const runs: number[] = [];
    const start = Date.now();
    const { ask } = newest(async () => void runs.push(Date.now() - start), 100, fail);
    ask();
    await vi.advanceTimersByTimeAsync(60);
    ask();
    await vi.advanceTimersByTimeAsync(99);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(runs).toEqual([160]);
  });

  test("is given up when it is asked for again, which is no failure", async () => {
    const told: string[] = [];
    let run = 0;
    const { ask } = newest(
      async (signal) => {
        const own = ++run;
        await new Promise((resolve) => setTimeout(resolve, 50));
        told.push(`${own} ${signal.aborted ? "given up" : "done"}`);
        if (signal.aborted) throw new Error("cancelled");
      },
      10,
      fail,
    );
    ask();
    await vi.advanceTimersByTimeAsync(20);
    ask();
    await vi.advanceTimersByTimeAsync(500);
    expect(told).toEqual(["1 given up", "2 done"]);
  });

  test("tells what went wrong, and runs when asked again", async () => {
    const problems: unknown[] = [];
    const { ask } = newest(
      () => Promise.reject(new Error("server stopped")),
      1,
      (error) => problems.push(error),
    );
    ask();
    await vi.advanceTimersByTimeAsync(10);
    ask();
    await vi.advanceTimersByTimeAsync(10);
    expect(problems).toEqual([new Error("server stopped"), new Error("server stopped")]);
  });

  test("is neither done nor begun after it was disposed of", async () => {
    let runs = 0;
    const { ask, dispose } = newest(async () => void runs++, 10, fail);
    ask();
    dispose();
    await vi.advanceTimersByTimeAsync(100);
    ask();
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toBe(0);
  });
});

function fail(error: unknown): void {
  throw error;
}

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { coalesce } from "./coalesce.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("work that is asked for again and again", () => {
  test("runs once for all who asked, counted from the first", async () => {
    const runs: number[] = [];
    const { ask } = coalesce(async () => void runs.push(Date.now()), 100, fail);
    const start = Date.now();
    ask();
    await vi.advanceTimersByTimeAsync(60);
    ask();
    await vi.advanceTimersByTimeAsync(39);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(runs).toEqual([start + 100]);
  });

  test("runs again after it has ended when asked meanwhile, and never twice at a time", async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const { ask } = coalesce(
      async () => {
        runs++;
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 50));
        running--;
      },
      10,
      fail,
    );
    ask();
    await vi.advanceTimersByTimeAsync(20);
    ask();
    ask();
    await vi.advanceTimersByTimeAsync(1000);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
  });

  test("tells what went wrong, and runs when asked again", async () => {
    const problems: unknown[] = [];
    let runs = 0;
    const { ask } = coalesce(
      async () => {
        runs++;
        throw new Error("server stopped");
      },
      1,
      (error) => problems.push(error),
    );
    ask();
    await vi.advanceTimersByTimeAsync(10);
    ask();
    await vi.advanceTimersByTimeAsync(10);
    expect(runs).toBe(2);
    expect(problems).toEqual([new Error("server stopped"), new Error("server stopped")]);
  });

  test("does not run after it was disposed of", async () => {
    let runs = 0;
    const { ask, dispose } = coalesce(async () => void runs++, 10, fail);
    ask();
    dispose();
    ask();
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toBe(0);
  });

  test("does not run again after it was disposed of while it ran", async () => {
    let runs = 0;
    const { ask, dispose } = coalesce(
      async () => {
        runs++;
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
      10,
      fail,
    );
    ask();
    await vi.advanceTimersByTimeAsync(20);
    ask();
    dispose();
    ask();
    await vi.advanceTimersByTimeAsync(1000);
    ask();
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toBe(1);
  });
});

function fail(error: unknown): void {
  throw error;
}

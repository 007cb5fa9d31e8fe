import { expect, test } from "vitest";
import { once } from "./once.ts";

test("nothing is made before it is asked for, and then it is made once", () => {
  let made = 0;
  const get = once(() => ({ number: ++made }));
  expect(made).toBe(0);
  expect(get()).toBe(get());
  expect(get()).toEqual({ number: 1 });
});

import { expect, onTestFinished, test } from "vitest";
import { Racing } from "./racing.ts";

const pace = { warmUps: 0, rounds: 1, milliseconds: 1 };

test("who finds something else while it is timed than it has told is out of the race", async () => {
  const racing = await Racing.of(new Map([["one", "race/testing.ts"]]));
  onTestFinished(() => racing.end());
  const task = (broken: boolean) => ({ lines: 1, count: 3, seed: 1, broken, form: "parsed" as const });
  await racing.prepare(task(true));
  expect(await racing.agree()).toEqual({ clean: 0, broken: 3 });
  expect((await racing.times(["one"], pace)).get("one")).toHaveLength(1);
  await racing.prepare(task(false));
  await racing.agree();
  await expect(racing.times(["one"], pace)).rejects.toThrow("one finds 4 while it is timed, and has told 3");
  expect((await racing.times(["one"], pace, true)).get("one")).toHaveLength(1);
});

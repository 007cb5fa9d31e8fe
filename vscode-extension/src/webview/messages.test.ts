import { expect, test } from "vitest";
import { isFollowed, isFromPage } from "./messages.ts";

test("takes the messages of the page, and nothing else", () => {
  expect(isFromPage({ type: "ready" })).toBe(true);
  expect(isFromPage({ type: "jump", kind: "event", name: "send" })).toBe(true);
  for (const other of [null, "ready", {}, { type: "jump" }, { type: "jump", kind: "rule", name: "send" }])
    expect(isFromPage(other), JSON.stringify(other)).toBe(false);
});

test("takes what was followed from a kept state that may be of an older version", () => {
  expect(isFollowed({ uri: "file:///a.pcco.yaml", line: 3 })).toBe(true);
  for (const other of [undefined, null, {}, { uri: "file:///a" }, { uri: 1, line: 0 }, { uri: "a", line: 0.5 }])
    expect(isFollowed(other), JSON.stringify(other)).toBe(false);
});

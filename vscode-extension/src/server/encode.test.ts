import { describe, expect, test } from "vitest";
import { recounted } from "./encode.ts";

const lines: Readonly<Record<string, string>> = { "file:///a": "🏗é-x", "file:///b": "plain" };
const lineOf = (uri: string): string | undefined => lines[uri];
const at = (character: number) => ({ line: 0, character });

describe("positions are counted as the editor counts", () => {
  test("in UTF-8 bytes: the crane has 4 for its 2 units, the accent 2 for its 1", () => {
    const range = { start: at(2), end: at(4) };
    const counted = recounted({ range }, "file:///a", { encoding: "utf-8", to: "editor" }, lineOf);
    expect(counted).toEqual({ range: { start: at(4), end: at(7) } });
    expect(recounted(counted, "file:///a", { encoding: "utf-8", to: "server" }, lineOf)).toEqual({ range });
  });

  test("in whole characters", () => {
    expect(recounted(at(3), "file:///a", { encoding: "utf-32", to: "editor" }, lineOf)).toEqual(at(2));
  });

  test("inside a character means before it", () => {
    expect(recounted(at(2), "file:///a", { encoding: "utf-8", to: "server" }, lineOf)).toEqual(at(0));
  });

  test("by the text that the nearest URI names, also where URIs are keys", () => {
    const edit = { changes: { "file:///b": [{ range: at(3) }], "file:///a": [{ range: at(2) }] } };
    expect(recounted(edit, "file:///a", { encoding: "utf-8", to: "editor" }, lineOf)).toEqual({
      changes: { "file:///b": [{ range: at(3) }], "file:///a": [{ range: at(4) }] },
    });
    const location = { uri: "file:///b", range: { start: at(1), end: at(2) } };
    expect(recounted([location], "file:///a", { encoding: "utf-8", to: "editor" }, lineOf)).toEqual([location]);
  });

  test("the given message stays as it is, and UTF-16 needs no copy", () => {
    const message = { position: at(2) };
    recounted(message, "file:///a", { encoding: "utf-8", to: "editor" }, lineOf);
    expect(message).toEqual({ position: at(2) });
    expect(recounted(message, "file:///a", { encoding: "utf-16", to: "editor" }, lineOf)).toBe(message);
  });
});

import { expect, test } from "vitest";
import { createFileNotes, mustHoldTheSame } from "./noted-files.ts";

test("of many files the first and the last are noted, and what was noted before counts as first", () => {
  const notes = createFileNotes({ shared: "" });
  for (let each = 0; each < 2000; each++) notes.add([`gone/${each}`, "shared"]);
  const paths = Object.keys(notes.noted());
  expect(paths).toHaveLength(1000);
  expect(paths.slice(0, 2)).toEqual(["shared", "gone/0"]);
  expect(paths.slice(499, 501)).toEqual(["gone/498", "gone/1500"]);
  expect(paths.at(-1)).toBe("gone/1999");
});

test("what is no longer what it was is told, also when it is gone or new", () => {
  const files = { "package.json": "", "gone.yaml": "" };
  expect(() => mustHoldTheSame({ "gone.yaml": "" })).not.toThrow();
  expect(() => mustHoldTheSame(files)).toThrow(/^package\.json, by which PCCOs were judged, is not what it was then/);
  expect(() => mustHoldTheSame({ "gone.yaml": "ab12" })).toThrow(/^gone\.yaml,/);
});

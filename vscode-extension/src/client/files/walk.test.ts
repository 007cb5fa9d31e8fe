import { expect, test } from "vitest";
import { type ReadFolder, walk } from "./walk.ts";

const folders: Readonly<Record<string, readonly (readonly [string, boolean])[]>> = {
  "": [
    ["z.pcco.yaml", false],
    ["node_modules", true],
    [".git", true],
    ["a", true],
    ["locked", true],
  ],
  node_modules: [["hidden.pcco.yaml", false]],
  ".git": [["hidden.pcco.yaml", false]],
  a: [
    ["b", true],
    ["notes.txt", false],
  ],
  "a/b": [["deep.pcco.yaml", false]],
};

const read: ReadFolder = async (path) => {
  const entries = folders[path];
  if (entries === undefined) throw new Error("no permission");
  return entries;
};

test("finds files by their paths in folders below, but not in those that are left out or can't be read", async () => {
  expect(await walk(read, (path) => path.endsWith(".pcco.yaml"))).toEqual(["a/b/deep.pcco.yaml", "z.pcco.yaml"]);
});

test("gives up folders that have no end", async () => {
  let asked = 0;
  const endless: ReadFolder = async () => {
    asked++;
    return [
      ["again", true],
      ["file", false],
    ];
  };
  expect(await walk(endless, (path) => path === "again/file")).toEqual(["again/file"]);
  expect(asked).toBe(5000);
});

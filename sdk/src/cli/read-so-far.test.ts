import { closeSync, linkSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addRead, forgetRead, isSameFile, mustNotBeRead, rememberRead, takeRead } from "./read-so-far.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "erp-rules-"));
  for (const name of ["a", "b"]) writeFileSync(at(name), name);
  linkSync(at("a"), at("hard"));
  symlinkSync("a", at("soft"));
});

afterEach(() => {
  forgetRead();
  rmSync(folder, { recursive: true });
});

const refused = (path: string) => {
  try {
    mustNotBeRead(path, "--output");
    return undefined;
  } catch (error) {
    return String(error);
  }
};

test.each(["a", "hard", "soft"])("what was read as a is refused as %s, and nothing else is", (name) => {
  expect(refused(at(name))).toBeUndefined();
  rememberRead(at("a"));
  expect(refused(at(name))).toBe(
    `CommandError: --output names ${at(name)}, which this command reads; nothing was written.`,
  );
  expect(refused(relative("", at(name)))).toContain("which this command reads");
  expect([refused(at("b")), refused(at("new")), refused("/dev/null")]).toEqual([undefined, undefined, undefined]);
});

test("a file that was replaced since is known by its path, an open one by its number", () => {
  rememberRead(at("b"));
  rmSync(at("b"));
  writeFileSync(at("other"), "takes the number that is free");
  writeFileSync(at("b"), "new");
  expect(refused(at("b"))).toContain("reads");
  const file = openSync(at("a"), "r");
  rememberRead(file);
  closeSync(file);
  expect(refused(at("soft"))).toContain("reads");
});

test("what is not there, a folder or a device is not remembered", () => {
  for (const path of [at("none"), folder, "/dev/null"]) rememberRead(path);
  expect(takeRead()).toEqual([]);
});

test("what a thread has read is handed over once", () => {
  rememberRead(at("a"));
  const taken = takeRead();
  expect([takeRead(), refused(at("a"))]).toEqual([[], undefined]);
  addRead(taken);
  expect(refused(at("a"))).toContain("reads");
});

test("files are the same by path or by link, there or not", () => {
  expect(isSameFile(at("a"), at("hard"))).toBe(true);
  expect(isSameFile(at("a"), at("b"))).toBe(false);
  expect(isSameFile(at("new"), join(folder, "x", "..", "new"))).toBe(true);
  symlinkSync(folder, at("here"));
  expect(isSameFile(at("new"), at("here/new"))).toBe(true);
  expect(isSameFile(at("new"), at("newer"))).toBe(false);
});

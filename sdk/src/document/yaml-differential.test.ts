import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Path } from "./pointer.ts";
import { mutant, yamlTexts } from "./testing.ts";
import type { TextDocument } from "./text.ts";
import { isKeyed } from "./value.ts";
import { parseYamlByLibrary } from "./yaml.ts";
import { parseQuickYaml } from "./yaml-quick.ts";

// Seconds, but not on a machine that is busy with something else.
vi.setConfig({ testTimeout: 60_000 });

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const files = ["samples", "rules/spectrum", "test/unreadable"]
  .flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(repository, name), "utf8"));

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (!isKeyed(value)) return;
  for (const [key, part] of Object.entries(value))
    yield* pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** All that a document says of itself. */
function accountOf(document: TextDocument): unknown {
  const { index, value, problems } = document;
  const places = [...pathsOf(value)].map((path) => [
    path,
    document.valueRange(path),
    document.keyRange(path),
    document.sourceOf(path),
  ]);
  return { index, value, problems, places };
}

/** Whether the quick reader reads a text. What it reads must be what the library reads. */
function isReadAlike(text: string): boolean {
  const quick = parseQuickYaml(text)?.map(accountOf);
  if (quick === undefined) return false;
  const slow = parseYamlByLibrary(text).map(accountOf);
  // Not by expect, which takes long to say what differs, and is asked often while a failing text is made shorter.
  if (!isDeepStrictEqual(quick, slow))
    throw new Error(`${JSON.stringify(text)} is read as ${JSON.stringify(quick)}, not as ${JSON.stringify(slow)}`);
  return true;
}

/** Goes through texts. @returns how many of them the quick reader reads */
function countRead(texts: Iterable<string>): number {
  let read = 0;
  for (const text of texts) if (isReadAlike(text)) read++;
  return read;
}

/** Every text of so many parts. */
function* textsOf(parts: readonly string[], length: number, before = ""): Generator<string> {
  if (length === 0) yield before;
  else for (const part of parts) yield* textsOf(parts, length - 1, before + part);
}

test("nearly all samples and rule files are read quickly, and as the library reads them", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(countRead(files) / files.length).toBeGreaterThan(0.9);
});

test("YAML as people write it is read as the library reads it", () => {
  let read = 0;
  fc.assert(
    fc.property(yamlTexts, (text) => {
      if (isReadAlike(text)) read++;
    }),
    { numRuns: 800, endOnFailure: true },
  );
  expect(read).toBeGreaterThan(250);
});

test("changed characters and lines are seen as the library sees them", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(yamlTexts, fc.constantFrom(...files)), fc.gen(), (text, draw) => {
      if (isReadAlike(mutant(text, draw))) read++;
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  expect(read).toBeGreaterThan(100);
});

test("all short texts of these signs are read as the library reads them", () => {
  const signs = ["a", "b: ", "- ", "\n", "  ", " ", "#c", ":", "'x'", "[", "]", "{", "}", ",", "---", '"', "~", "1"];
  expect(countRead(textsOf(signs, 4))).toBeGreaterThan(3000);
});

test("all texts of three of these lines are read as the library reads them", () => {
  const lines = [
    "a:",
    "b: 1",
    "- x",
    "-",
    "# c",
    "",
    "  c: 2",
    "  d:",
    "  - y",
    "  - e: 3",
    "    f: 4",
    " g: 5 ",
    "---",
  ];
  const more = [
    "- h: 1",
    "  -",
    "    # deep",
    "   ",
    "- - z",
    "  i: [j, {k: l}] # m",
    '      q: "r"',
    "  - ",
    "    v:",
  ];
  const texts = ["t: |", "u: >-", "- |-", "    - >", "    w", "     w2"];
  const parts = [...lines, ...more, ...texts].map((line) => `${line}\n`);
  expect(countRead(textsOf(parts, 3))).toBeGreaterThan(2000);
});

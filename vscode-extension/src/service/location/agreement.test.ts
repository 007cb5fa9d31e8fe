import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatOf, type Path, parseText, type TextDocument } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { locationAt } from "./location-at.ts";

// On texts that are valid, the signs and columns must tell the same as a whole parser does.

const root = join(import.meta.dirname, "../../../..");
const files = ["samples", "rules/spectrum"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => formatOf(name) === "json" || formatOf(name) === "yaml")
    .map((name) => join(folder, name)),
);

/** Every key and every scalar of a value. */
function* spots(value: unknown, path: Path = []): Generator<{ path: Path; isScalar: boolean }> {
  if (path.length > 0) yield { path, isScalar: typeof value !== "object" || value === null };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* spots(item, [...path, index]);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) yield* spots(item, [...path, key]);
}

function disagreements(text: string, document: TextDocument, format: "json" | "yaml"): string[] {
  const wrong: string[] = [];
  for (const { path, isScalar } of spots(document.value)) {
    const key = document.keyRange(path);
    const value = document.valueRange(path);
    if (key !== undefined) {
      const middle = { ...key.start, character: key.start.character + 1 };
      const found = locationAt(text, format, middle);
      const isRight =
        found?.part === "key" &&
        found.word === path.at(-1) &&
        !found.needsColon &&
        found.path.join("/") === path.slice(0, -1).join("/");
      if (!isRight) wrong.push(`key ${path.join("/")}`);
    }
    if (!isScalar || value === undefined || value.start.line !== value.end.line) continue;
    const found = locationAt(text, format, value.start);
    const isPlace = found?.path.join("/") === path.join("/") && (found.part === "value" || key === undefined);
    if (!isPlace || found.replace.end.character !== value.end.character) wrong.push(`value ${path.join("/")}`);
  }
  return wrong;
}

describe("agreement with the parser", () => {
  test("there are files to try", () => {
    expect(files.length).toBeGreaterThan(100);
  });

  test.each(files)("%s", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const format = formatOf(file) === "json" ? "json" : "yaml";
    const { documents } = parseText(text, { format });
    const [document] = documents;
    // What an alias stands for is written elsewhere.
    if (/: \*\w/.test(text)) return;
    if (documents.length !== 1 || document === undefined || document.value === undefined) return;
    expect(disagreements(text, document, format)).toEqual([]);
  });
});

test("no place of any file makes it throw", () => {
  for (const file of files.slice(0, 40)) {
    const text = readFileSync(join(root, file), "utf8");
    for (let length = 0; length < Math.min(text.length, 2000); length += 7) {
      const half = text.slice(0, length);
      const lines = half.split("\n");
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const found = locationAt(half, formatOf(file) === "json" ? "json" : "yaml", position);
      if (found !== undefined) expect(found.replace.end.character).toBeGreaterThanOrEqual(position.character);
    }
  }
});

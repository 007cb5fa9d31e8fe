import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type HeldTexts, holdTexts, piecesOf } from "./held-texts.ts";

const most = 1000;
const opened: HeldTexts[] = [];

afterEach(() => {
  for (const texts of opened.splice(0)) texts.close();
  vi.unstubAllEnvs();
});

function opens(): HeldTexts {
  const texts = holdTexts(most);
  opened.push(texts);
  return texts;
}

/** A folder for temporary files, for this test alone. */
function temporaryFolder(): string {
  vi.unstubAllEnvs();
  const folder = mkdtempSync(join(tmpdir(), "erp-rules-held-"));
  vi.stubEnv("TMPDIR", folder);
  return folder;
}

function whole(pieces: Iterable<string | Uint8Array>): string {
  const copies: Buffer[] = [];
  for (const piece of pieces) copies.push(Buffer.from(piece));
  return Buffer.concat(copies).toString();
}

test("texts that are held back come in the order they were added, wherever they waited", async () => {
  const texts = opens();
  const [one, other, none] = [texts.hold(), texts.hold(), texts.hold()];
  const expected = { one: "", other: "" };
  for (let each = 0; each < 500; each++) {
    const text = `${each}: é 😀;`;
    (each % 7 < 5 ? one : other).add(text);
    expected[each % 7 < 5 ? "one" : "other"] += text;
    await texts.makeRoom();
  }
  // Long enough to be read in several pieces.
  const long = "é".repeat(1_500_000);
  one.add(long);
  await texts.makeRoom();
  one.add("the last");
  expect(whole(one.pieces())).toBe(`${expected.one}${long}the last`);
  expect(whole(other.pieces())).toBe(expected.other);
  expect(whole(none.pieces())).toBe("");
  expect(whole(piecesOf(["<", other, ">", none, "\n"]))).toBe(`<${expected.other}>\n`);
});

test("up to a length nothing is written to disk, and what is written stands in no folder", async () => {
  const folder = temporaryFolder();
  const texts = opens();
  const one = texts.hold();
  one.add("a".repeat(most));
  rmSync(folder, { recursive: true });
  await texts.makeRoom();
  one.add("a");
  await expect(texts.makeRoom()).rejects.toThrow(
    `the report waits in ${folder} for its counts, and that can't be written: there is no such file. Name a folder with more room as TMPDIR, or ask for --format ndjson, which waits for nothing.`,
  );
  const other = temporaryFolder();
  await texts.makeRoom();
  expect(readdirSync(other)).toEqual([]);
  expect(whole(one.pieces())).toBe("a".repeat(most + 1));
  rmSync(other, { recursive: true });
});

test("what a report ends with is written in few pieces", () => {
  const texts = opens();
  const end = Array.from({ length: 10_000 }, (_, each) => {
    const held = texts.hold();
    held.add(`${each}\n`);
    return ["<a>", held, "</a>"];
  }).flat();
  const pieces = [...piecesOf(end)];
  expect(pieces.length).toBeLessThan(5);
  expect(whole(pieces)).toBe(Array.from({ length: 10_000 }, (_, each) => `<a>${each}\n</a>`).join(""));
});

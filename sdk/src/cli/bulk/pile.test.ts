import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetRead, takeRead } from "../read-so-far.ts";
import { textsOf } from "./inputs-of.ts";
import { pieceLength } from "./memory.ts";
import { Pile } from "./pile.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "erp-rules-"));
  forgetRead();
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(pile: Pile, name: string, text: string | Uint8Array): boolean {
  writeFileSync(at(name), text);
  return pile.add(at(name));
}

const texts = (pile: Pile) => {
  const work = pile.take();
  return work === undefined ? [] : [...textsOf(work)].map((each) => ("text" in each ? each.text : each.problem));
};

test("files on a pile are told apart, also empty ones and those that are no text", () => {
  const pile = new Pile();
  for (const [name, text] of Object.entries({ "a.json": "{}", "b.yaml": "", "c.yaml": "é: 1", "d.json": "\u{1f600}" }))
    expect(put(pile, name, text)).toBe(true);
  expect(put(pile, "e.json", Uint8Array.of(0x22, 0xff, 0x22))).toBe(true);
  expect(pile.length).toBe(5);
  expect(texts(pile)).toEqual([
    "{}",
    "",
    "é: 1",
    "\u{1f600}",
    "this file is not UTF-8 text: byte 0xff at offset 1; save the file as UTF-8",
  ]);
  expect([pile.length, pile.take()]).toEqual([0, undefined]);
});

test("a file for which there is no room is left, and finds it once the pile is taken", () => {
  const pile = new Pile();
  const half = " ".repeat(pieceLength / 2);
  expect([put(pile, "a", half), put(pile, "b", half), put(pile, "c", "x")]).toEqual([true, false, true]);
  expect(texts(pile).map((text) => text.length)).toEqual([pieceLength / 2, 1]);
  expect(put(pile, "b", half)).toBe(true);
  expect(texts(pile)).toEqual([half]);
  expect([put(pile, "d", " ".repeat(pieceLength)), put(pile, "e", " ".repeat(pieceLength - 1))]).toEqual([false, true]);
});

test("what can't be read is not on the pile; what is there is remembered as read", () => {
  const pile = new Pile();
  expect([pile.add(at("none")), pile.add(folder), pile.length]).toEqual([false, false, 0]);
  expect(takeRead()).toEqual([]);
  put(pile, "a", "{}");
  expect(takeRead()).toContain(at("a"));
});

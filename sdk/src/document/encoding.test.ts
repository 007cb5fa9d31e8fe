import { expect, test } from "vitest";
import { decodeText } from "./encoding.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const TEXT = '{"title": "Größe 🏗"}';

test("UTF-8 is the default; its byte order mark is left out", () => {
  expect(decodeText(utf8(TEXT))).toEqual({ text: TEXT });
  expect(decodeText(utf8(`\uFEFF${TEXT}`))).toEqual({ text: TEXT });
  expect(decodeText(new Uint8Array())).toEqual({ text: "" });
});

test.each([true, false])(
  "UTF-16 is known by its byte order mark, and without one by its NUL bytes (little-endian: %s)",
  (le) => {
    expect(decodeText(utf16(`\uFEFF${TEXT}`, le))).toEqual({ text: TEXT });
    expect(decodeText(utf16(TEXT, le))).toEqual({ text: TEXT });
  },
);

test("lone surrogates in UTF-16 are kept", () => {
  expect(decodeText(utf16('\uFEFF{"a":"\uD83D"}', true))).toEqual({ text: '{"a":"\uD83D"}' });
});

test("long UTF-16 texts are whole", () => {
  const text = `${"ab".repeat(10_000)}!`;
  expect(decodeText(utf16(text, true))).toEqual({ text });
});

test("UTF-16 cut in half is a problem", () => {
  expect(decodeText(utf16(`\uFEFF${TEXT}`, true).subarray(0, 7))).toEqual({
    problem: "not UTF-16 text: the last character is cut in half",
  });
});

test.each([
  ["a stray byte", [0x61, 0xff, 0x62], "0xff", 1],
  ["Latin-1 ü", [0x7b, 0xfc, 0x7d], "0xfc", 1],
  ["an overlong form", [0xc0, 0x80], "0xc0", 0],
  ["a surrogate", [0x61, 0xed, 0xa0, 0x80], "0xed", 1],
  ["a character cut off at the end", [0x61, 0x62, 0xe2, 0x82], "0xe2", 2],
])("%s is not UTF-8, and the problem says where", (_name, bytes, byte, offset) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({
    problem: `not UTF-8 text: byte ${byte} at offset ${offset}; save the file as UTF-8`,
  });
});

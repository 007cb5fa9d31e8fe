import { expect, test } from "vitest";
import { toBase64 } from "./base64.ts";

test.each([0, 1, 2, 3, 255, 0x1fff, 0x2000, 0x2001, 100_000])("writes %i bytes as Node does", (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});

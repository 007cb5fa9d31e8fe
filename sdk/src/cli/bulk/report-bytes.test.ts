import { describe, expect, test } from "vitest";
import { ReportBytes } from "./report-bytes.ts";

/** Of one to four bytes a character, and half of one that stands for none. */
const texts = ["plain\n", "Größe\n", "請求書\n", "🏗️ crane\n", "half \ud83c\n", ""];

describe("the bytes of a report", () => {
  test("are those of all that was added, in the room that was given and beyond it", () => {
    for (const room of [0, 1, 100, 1 << 20]) {
      const report = new ReportBytes(new ArrayBuffer(room));
      const added = Array.from({ length: 5000 }, (_, index) => `${index} ${texts[index % texts.length]}`);
      for (const text of added) report.add(text);
      expect(Buffer.from(report.written()).equals(Buffer.from(added.join(""))), String(room)).toBe(true);
    }
  });

  test("stand in the memory that was given while it has room, over what is left in it", () => {
    const memory = new Uint8Array(100).fill(120).buffer;
    const report = new ReportBytes(memory);
    report.add("one\n");
    report.add("two\n");
    const written = report.written();
    expect(written.buffer).toBe(memory);
    expect(new TextDecoder().decode(written)).toBe("one\ntwo\n");
  });

  test("are none when nothing was added", () => {
    expect(new ReportBytes().written()).toHaveLength(0);
  });
});

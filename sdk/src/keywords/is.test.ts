import { describe, expect, test } from "vitest";
import { onToggle } from "./testing.ts";

const on = onToggle({ is: "on" });
const off = onToggle({ is: "off" });
const context = (position: unknown) => ({ context: { erp: { features: { export: position } } } });

test("holds where the toggle stands as asked", () => {
  expect(on.judge(context(true))).toBe("holds");
  expect(off.judge(context(false))).toBe("holds");
  expect(off.judge({ context: { erp: { features: {} } } })).toBe("holds");
});

test("broken where it stands otherwise", () => {
  expect(on.judge(context(false))).toBe("broken");
  expect(on.words(context(false))).toEqual({ value: "off", expected: "on" });
  expect(on.expected).toBe("on");
  expect(off.judge(context(true))).toBe("broken");
  expect(off.words(context(true))).toEqual({ value: "on", expected: "off" });
});

describe("unknown", () => {
  test.each([{}, { erp: {} }, { erp: { features: null } }, { erp: { features: { export: "on" } } }])(
    "with the context %j",
    (given) => {
      expect(on.judge({ context: given })).toBe("unknown");
      expect(off.judge({ context: given })).toBe("unknown");
      expect(on.missing({ context: given })).toEqual(["erp.features.export"]);
    },
  );
});

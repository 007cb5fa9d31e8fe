import { expect, test } from "vitest";
import { parse } from "yaml";
import { pinText } from "./pin-text.ts";

test.each([
  ['"spectrum/pcco@1.0.0"', '"spectrum/pcco@1.1.0"'],
  ["'spectrum/pcco@1.0.0'", "'spectrum/pcco@1.1.0'"],
  ["spectrum/pcco@1.0.0", "spectrum/pcco@1.1.0"],
  ["", "spectrum/pcco@1.1.0"],
])("writes a reference as %s was written", (current, written) => {
  expect(pinText(current, "spectrum/pcco@1.1.0")).toBe(written);
});

test.each(["./own's rules.yaml", "@odd", "a: b", "a #b", "ends:", "*", ""])(
  "%s stays one text in YAML",
  (reference) => {
    for (const current of ["plain", "'single'", '"double"']) {
      expect(parse(`$rules: ${pinText(current, reference)}\n`)).toEqual({ $rules: reference });
    }
  },
);

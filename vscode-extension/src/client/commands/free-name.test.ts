import { expect, test } from "vitest";
import { freeName } from "./free-name.ts";

test.each([
  [[], "a.pcco.yaml"],
  [["b.pcco.yaml", "a.yaml"], "a.pcco.yaml"],
  [["A.pcco.YAML"], "a-2.pcco.yaml"],
  [["a.pcco.yaml", "a-2.pcco.yaml"], "a-3.pcco.yaml"],
])("beside %j the name is %s", (taken, name) => {
  expect(freeName("a.pcco.yaml", taken)).toBe(name);
});

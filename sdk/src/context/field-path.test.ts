import { expect, test } from "vitest";
import { parsePath } from "./field-path.ts";

test.each([
  ["status", undefined, ["status"]],
  ["erp.origin_id", undefined, ["erp", "origin_id"]],
  ["line_items[].id", ["line_items"], ["id"]],
  ["a.b[].c.d", ["a", "b"], ["c", "d"]],
  ["tags[]", ["tags"], []],
])("%s", (path, list, steps) => expect(parsePath(path)).toEqual({ list, steps }));

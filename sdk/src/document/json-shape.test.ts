import { expect, test } from "vitest";
import { shapeOf } from "./json-shape.ts";

test("a shape tells keys, lists, groups and lines", () => {
  const shape = shapeOf('{"id": 1,\n "of": {"a.b": null},\r\n "lines": [\n{"x": [1]}\n],\n "n\\u0061me": "x"\n}');
  expect(shape).toMatchObject({
    fields: {
      keys: ["id", "of", "lines", "name"],
      parts: [undefined, { keys: ["a.b"], parts: [undefined] }, "lines", undefined],
    },
    keys: 5,
    lineEnds: 4,
  });
  expect(shape?.stretches).toHaveLength(2);
});

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const long = (length: number): string => JSON.stringify({ ["k".repeat(length)]: 1 });

test.each([
  ["nested deeply", nested(8), nested(9)],
  ["written at length", long(9900), long(10_000)],
  ["with a key that groups have of themselves", '{"_proto_":1}', '{"__proto__":1}'],
  ["with a line that ends with a lone carriage return", '{"a":1\r\n}', '{"a":1\r}'],
])("groups %s have none", (_what, some, none) => {
  expect(shapeOf(some)).toBeDefined();
  expect(shapeOf(none)).toBeUndefined();
});

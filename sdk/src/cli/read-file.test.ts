import { expect, test } from "vitest";
import { guessFormat } from "./read-file.ts";

test.each([
  ["one object on many lines", '{\n  "a": 1\n}', "json"],
  ["one object on one line", '{"a":1}\n', "json"],
  ["a list, one item a line", '[\n{"a":1},\n{"b":2}\n]', "json"],
  ["a list of one item on a line of its own", '[\n{"a":1}\n]', "json"],
  ["lists of objects inside, one a line", '{"a":[\n{"b":1},\n{"b":2}\n],"c":[\n{"d":3}\n]}', "json"],
  ["two objects", '{"a":1}\n{"b":2}', "ndjson"],
  ["blank lines around them", '\n\r\n{"a":1}\r\n\r\n{"b":2}\r\n', "ndjson"],
  ["a first line that is broken", '{"a":\n{"b":2}\n{"c":3}', "ndjson"],
  ["a first line that is a list", '[{"a":1}]\n{"b":2}\n{"c":3}', "ndjson"],
  ["a first line that is no JSON", 'a: 1\n{"b":2}\n{"c":3}', "ndjson"],
  ["a first object, and something else", '{"a":1}\n]', "ndjson"],
  ["a long first line", `{"a":"${"x".repeat(200_000)}"}\n{}`, "ndjson"],
  ["YAML", "a: 1\nb: {}\n", "yaml"],
  ["nothing", "", "yaml"],
])("%s", (_what, text, format) => {
  expect(guessFormat(text)).toBe(format);
});

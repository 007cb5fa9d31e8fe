import { describe, expect, test } from "vitest";
import { messageWithin } from "./message-within.ts";
import { parseText } from "./parse.ts";
import type { TextFormat } from "./text.ts";

const further = { line: (line: number) => line + 2, item: (item: number) => item + 1 };

function messages(text: string, format: TextFormat): readonly string[] {
  return parseText(text, { format }).documents.flatMap(({ problems }) => problems.map(({ message }) => message));
}

describe("the message of a part is that of the whole", () => {
  test.each<[string, TextFormat, string, string, number]>([
    ["a key given twice in JSON", "json", '{\n"a": 1,\n"a": 2\n}', '\n\n{\n"a": 1,\n"a": 2\n}', 4],
    ["a key given twice in YAML", "yaml", "a: 1\na: 2\n", "\n\na: 1\na: 2\n", 3],
    ["a bracket that does not fit", "json", '{\n"a": [\n}', '\n\n{\n"a": [\n}', 4],
    [
      "an item that is no mapping",
      "yaml",
      "\n- item 7 of the list in here\n",
      "- a: 1\n- item 7 of the list in here\n",
      2,
    ],
    [
      "a line and an item in what the user wrote",
      "yaml",
      '"first on line 1": 1\n"first on line 1": 1\n',
      '\n\n"first on line 1": 1\n"first on line 1": 1\n',
      3,
    ],
  ])("%s", (_, format, part, whole, number) => {
    const expected = messages(whole, format);
    expect(messages(part, format).map((message) => messageWithin(message, further))).toEqual(expected);
    expect(messages(part, format)).not.toEqual(expected);
    expect(expected.join()).toContain(String(number));
  });
});

test("a message without such numbers stays as it is", () => {
  expect(messageWithin("this line is not JSON", further)).toBe("this line is not JSON");
});

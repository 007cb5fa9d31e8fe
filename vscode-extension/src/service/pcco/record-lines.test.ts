import { describe, expect, test } from "vitest";
import { marked } from "../testing.ts";
import { linesOf } from "./record-lines.ts";

describe("the PCCO at a position", () => {
  test.each([
    ["json", '[{ "id": ¦0 }, { "id": 1 }, { "id": 2 }]', 0],
    ["json", '[{ "id": 0 }, { "id": ¦1 }, { "id": 2 }]', 1],
    ["json", '[{ "id": 0 }, { "id": 1 }, { "id": ¦2 }]', 2],
    ["json", '[{\n "id": 0 }, { "i¦d": 1\n}, {\n "id": 2 }]', 1],
    ["json", '[{\n "id": ¦0 }, { "id": 1\n}, {\n "id": 2 }]', 0],
    ["json", '[{ "id": 0 },\n{ "id": 1 },\n{ "id": ¦2 }]', 2],
    ["yaml", "- id: 0\n- i¦d: 1\n- id: 2\n", 1],
    ["yaml", "- id: 0\n- id: 1\n\n¦", 1],
    ["yaml", "[{ id: 0 }, { id: ¦1 }]", 1],
    ["ndjson", '{ "id": 0 }\n{ "id": ¦1 }\n', 1],
  ] as const)("%s %j", (format, text, index) => {
    const { file, position } = marked(text, format, "¦");
    expect(file.recordAt(position.line, position.character).index).toBe(index);
  });
});

test("its lines are those of the file", () => {
  const { file, position } = marked("- id: 0\r\n- id: ¦1\r\n  title: x", "yaml", "¦");
  expect(linesOf(file, file.recordAt(position.line, position.character))).toBe("- id: 1\n  title: x");
});

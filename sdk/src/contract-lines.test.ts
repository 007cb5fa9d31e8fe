import { expect, test } from "vitest";
import { readContextText } from "./context-file.ts";
import { ambiguousLines } from "./contract-lines.ts";
import type { ContextContractLine } from "./generated/types.ts";

const steel = { id: 7001, description: "Steel", origin_code: "0520" };
const joints = { id: "7001", description: "Joints", origin_code: "0790" };
const found = (...line_items: readonly ContextContractLine[]) => ambiguousLines({ prime_contract: { line_items } });

test.each([
  ["none", []],
  ["lines with ids of their own", [steel, { ...joints, id: 7002 }]],
  ["lines without ids", [{ description: "A" }, { description: "B" }, { id: "" }, { id: "", description: "C" }]],
  ["the same line twice", [steel, { origin_code: "0520", id: "7001", description: "Steel" }]],
  ["an id that only looks alike", [steel, { ...joints, id: "07001" }]],
])("%s: it can be told which line is meant", (_, lines) => {
  expect(found(...lines)).toEqual([]);
});

test.each([[{}], [{ prime_contract: {} }], [{ prime_contract: { line_items: null } }]])(
  "nor is anything said of %j",
  (context) => expect(ambiguousLines(context)).toEqual([]),
);

test("each line that has the id of an earlier one and differs is named with it", () => {
  expect(found(steel, { id: 7002 }, joints, steel, { ...steel, origin_code: null })).toEqual([
    {
      path: "/prime_contract/line_items/2/id",
      message:
        "the prime contract's lines 1 and 3 both have the id \"7001\", but differ, so it can't be told which one a PCCO means; give each line its own id",
    },
    {
      path: "/prime_contract/line_items/4/id",
      message:
        "the prime contract's lines 1 and 5 both have the id 7001, but differ, so it can't be told which one a PCCO means; give each line its own id",
    },
  ]);
});

test("a context file has it as a fault, where the later id stands", () => {
  const text = `prime_contract:
  line_items:
    - { id: 7001, origin_code: "0520" }
    - { origin_code: "0790", id: 7001 }
`;
  expect(readContextText(text, "yaml")).toEqual({
    problems: [
      {
        message: expect.stringContaining("the prime contract's lines 1 and 2 both have the id 7001"),
        range: { start: { line: 3, character: 29 }, end: { line: 3, character: 31 } },
      },
    ],
  });
});

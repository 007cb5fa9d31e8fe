import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseText } from "./parse.ts";
import { writeYaml } from "./write-yaml.ts";

test("what fits stands on one line, what does not on a line for each entry", () => {
  const value = {
    name: "a Number of 11 characters",
    change: { "/number": "00000000004", "/line_items/0/amount": "8000.00" },
    empty: [],
    list: Array.from({ length: 3 }, (_, index) => ({
      id: index,
      description: "Canopy steel, a long description of it",
    })),
    none: null,
  };
  expect(writeYaml([value], 2)).toBe(`  - name: a Number of 11 characters
    change: { /number: "00000000004", /line_items/0/amount: "8000.00" }
    empty: []
    list:
      - { id: 0, description: "Canopy steel, a long description of it" }
      - { id: 1, description: "Canopy steel, a long description of it" }
      - { id: 2, description: "Canopy steel, a long description of it" }
    none: null
`);
});

test("what is written is read again as it was, by our reader and by another", () => {
  const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes("__proto__"));
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((key) => key !== "__proto__"),
        json,
      ),
      fc.nat(4),
      (value, column) => {
        const text = writeYaml({ all: value }, column);
        expect(parse(text)).toEqual(JSON.parse(JSON.stringify({ all: value })));
        const [document] = parseText(text, { format: "yaml" }).documents;
        expect(document?.value).toEqual(JSON.parse(JSON.stringify({ all: value })));
      },
    ),
  );
});

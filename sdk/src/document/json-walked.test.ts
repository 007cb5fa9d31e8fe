import fc from "fast-check";
import { expect, test } from "vitest";
import { placesInJson } from "./json-places.ts";
import { WalkedValue } from "./json-walked.ts";

const name = fc.oneof(fc.constantFrom("a", "b", "", "1", "__proto__", '"a":', "}", "\\", "é\u2028"), fc.string());
const step = fc.oneof(fc.nat({ max: 7 }), name);

test("parts stand where the walk through the whole text finds them, in any order", () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 8 }),
        fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }),
      ),
      fc.array(step, { maxLength: 12 }),
      fc.constantFrom(undefined, 1, "\t"),
      fc.constantFrom("", " ", "\r\n"),
      (value, wanted, indent, space) => {
        const text = space + JSON.stringify(value, undefined, indent) + space;
        const places = placesInJson(text, 0);
        const walked = new WalkedValue(text, space.length, undefined);
        for (const each of wanted) {
          const step = typeof each === "number" && places.fields ? (Object.keys(value)[each] ?? "none") : each;
          const place = typeof step === "number" ? places.items?.[step] : places.fields?.get(step);
          const part = walked.part(step);
          expect(part && { start: part.start, end: part.end, key: part.key }).toEqual(
            place && { start: place.start, end: place.end, key: place.key },
          );
          if (place !== undefined) found++;
        }
        expect(walked.end).toBe(places.end);
      },
    ),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(1000);
});

test.each([
  ["more strings than are taken at once", Array.from({ length: 2500 }, () => "]")],
  ["more escapes than are taken at once", `${'"}'.repeat(1000)}{`],
  [
    "hundreds of thousands of strings, of escapes, of brackets",
    [Array(4e5).fill("]"), '"['.repeat(4e5), Array(2e5).fill([])],
  ],
])("the end of a group is found behind %s", (_what, part) => {
  const text = JSON.stringify({ a: { b: part }, c: 1 });
  const walked = new WalkedValue(text, 0, undefined);
  expect(walked.part("c")).toMatchObject({ start: text.length - 2, end: text.length - 1 });
  expect(walked.part("a")?.end).toBe(text.length - '"c":1}'.length - 1);
});

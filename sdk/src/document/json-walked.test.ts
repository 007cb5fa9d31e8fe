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

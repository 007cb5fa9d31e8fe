import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonFields } from "./json-fields.ts";
import { placesInJson } from "./json-places.ts";

const name = fc.oneof(fc.constantFrom("a", "b", "", "1", "__proto__", '"a":', "}", "\\", "é\u2028"), fc.string());

test("fields stand where the walk through the whole text finds them, in any order", () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 8 }),
      fc.array(fc.oneof(fc.nat({ max: 7 }), name), { maxLength: 12 }),
      fc.constantFrom(undefined, 1, "\t"),
      fc.constantFrom("", " ", "\r\n"),
      (value, wanted, indent, space) => {
        const text = space + JSON.stringify(value, undefined, indent) + space;
        const places = placesInJson(text, 0);
        const fields = new JsonFields(text, space.length);
        for (const each of wanted) {
          const key = typeof each === "number" ? (Object.keys(value)[each] ?? "none") : each;
          const place = places.fields?.get(key);
          expect(fields.find(key)).toEqual(place && { start: place.start, key: place.key });
          if (place !== undefined) found++;
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(1000);
});

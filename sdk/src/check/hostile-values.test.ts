import { describe, expect, test } from "vitest";
import { isList, isObject } from "../document/value.ts";
import { at, context, current, everyone, pcco } from "./testing.ts";

/** What can stand in place of any value, and has in it what every object has, otherwise. */
const hostile: readonly (readonly [string, unknown])[] = [
  ["a group without a text of its own", JSON.parse('{"toString":null,"valueOf":null}')],
  ["a list of such groups", JSON.parse('[{"toString":null},{"toString":"x","length":-1}]')],
  ["a group with the keys that every object has", JSON.parse('{"__proto__":{"length":1},"constructor":"x"}')],
  ["a list of nothing", [null]],
];

/** Copies of a value in each of which one more of its parts, or the whole, is another. */
function* withPart(value: unknown, part: unknown): Generator<unknown> {
  yield part;
  const keys = isObject(value) ? Object.keys(value) : isList(value) ? [...value.keys()] : [];
  for (const key of keys) {
    const inner: unknown = Reflect.get(Object(value), key);
    for (const changed of withPart(inner, part)) {
      const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
      copy[key] = changed;
      yield copy;
    }
  }
}

/** Asks everything that can be asked of a PCCO, and reads every answer to its last letter. */
function askEverything(document: unknown, surroundings: unknown): readonly string[] {
  const event = { event: "send", by: everyone, at };
  return [
    Reflect.apply(current.check, current, [document, surroundings]),
    Reflect.apply(current.check, current, [document, surroundings, event]),
    Reflect.apply(current.actions, current, [document, surroundings]),
    Reflect.apply(current.repair, current, [document, surroundings, "send"]),
    Reflect.apply(current.transition, current, [document, "send", { ...event, context: surroundings }]),
    Reflect.apply(current.statusOf, current, [document]),
  ].map((answer) => JSON.stringify(answer));
}

describe.each(hostile)("%s in any place is judged as any other value", (_, part) => {
  test("of the PCCO", () => {
    for (const document of withPart(pcco, part)) expect(askEverything(document, context)).toHaveLength(6);
    // Without lines of its own a PCCO is offered those of the contract.
    const bare = { ...pcco, line_items: [{ id: 1, amount: "1.00" }] };
    for (const document of withPart(bare, part)) expect(askEverything(document, context)).toHaveLength(6);
  });

  test("of what surrounds it", () => {
    const bare = {
      ...pcco,
      number: undefined,
      line_items: [
        { id: 1, amount: "1.00" },
        { id: 2, prime_line_item_id: 9 },
      ],
    };
    for (const surroundings of withPart(context, part)) {
      expect(askEverything(pcco, surroundings)).toHaveLength(6);
      expect(askEverything(bare, surroundings)).toHaveLength(6);
    }
  });
});

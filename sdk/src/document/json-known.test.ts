import { expect, test } from "vitest";
import { KnownShapes, ShapeLibrary } from "./json-known.ts";

function miss(known: KnownShapes, value: Readonly<Record<string, unknown>>): void {
  known.missed(JSON.stringify(value), value);
}

const keysOf = (known: KnownShapes): readonly string[] => known.shapes.map(({ fields }) => fields.keys.join());

test("a shape is known when its keys are met again, not before", () => {
  const known = new KnownShapes();
  miss(known, { a: 1 });
  miss(known, { b: 1 });
  expect(keysOf(known)).toEqual([]);
  miss(known, { a: 2 });
  expect(keysOf(known)).toEqual(["a"]);
});

test("shapes that fit more often are tried first", () => {
  const known = new KnownShapes();
  for (const key of "abab") miss(known, { [key]: 1 });
  expect(keysOf(known)).toEqual(["a", "b"]);
  known.fitted(0);
  known.fitted(1);
  expect(keysOf(known)).toEqual(["a", "b"]);
  known.fitted(1);
  expect(keysOf(known)).toEqual(["b", "a"]);
  known.fitted(1);
  expect(keysOf(known)).toEqual(["b", "a"]);
});

test("eight shapes are known at most; the one that fits least makes room", () => {
  const known = new KnownShapes();
  for (const key of "aabbccddeeffgghhii") {
    for (let read = 0; read < 99 && known.shapes.length > 0; read++) known.fitted(0);
    miss(known, { [key]: 1 });
  }
  expect(keysOf(known)).toEqual([..."abcdefgi"]);
});

test("of groups that are all different few become shapes: making one takes longer than to read one", () => {
  const known = new KnownShapes();
  let made = 0;
  for (let id = 0; id < 1000; id++) {
    const before = known.shapes.at(-1);
    miss(known, { [`k${id >> 1}`]: id });
    if (known.shapes.at(-1) !== before) made++;
  }
  expect(made).toBeGreaterThan(8);
  expect(made).toBeLessThan(80);
});

test("lists of many names don't fill the memory", () => {
  const library = new ShapeLibrary();
  const first = library.of("a");
  expect(library.of("a")).toBe(first);
  for (let id = 0; id < 64; id++) library.of(`k${id}`);
  expect(library.of("a")).not.toBe(first);
});

test("shapes are worth it when enough has been read", () => {
  const library = new ShapeLibrary(10);
  expect([4, 5, 1, 0].map((length) => library.isWorth(length))).toEqual([false, false, true, true]);
  expect(new ShapeLibrary(10).isWorth(10)).toBe(true);
});

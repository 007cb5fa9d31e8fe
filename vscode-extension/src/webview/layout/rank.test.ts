import { expect, test } from "vitest";
import { rankElements } from "./rank.ts";
import { diagramOf, spectrum } from "./testing.ts";

const ranks = (...parts: Parameters<typeof diagramOf>) => Object.fromEntries(rankElements(diagramOf(...parts)));

test("states stand by the fewest events that lead to them", () => {
  expect(ranks("a b c", "one: a > b", "two: b > c", "short: a > c", "back: b > a")).toMatchObject({
    "state a": 0,
    "state b": 2,
    "state c": 2,
  });
});

test("begins with the first state that events lead away from and back to, whatever leads into it", () => {
  expect(ranks("apart entry start end", "enter: entry > end", "go: start > end", "back: end > start")).toMatchObject({
    "state apart": 0,
    "state entry": 0,
    "state start": 0,
    "state end": 2,
  });
});

test("events that go on stand above where they lead, those that go back above where they come from", () => {
  expect(ranks("a b c", "one: a > b", "two: b > c", "back: c > a", "stay: b", "same: c > c")).toMatchObject({
    "event one": 1,
    "event two": 3,
    "event back": 3,
    "event stay": 3,
    "event same": 5,
  });
});

test("the life cycle that ships has its states in four rows", () => {
  const all = rankElements(spectrum);
  const inRow = (row: number) =>
    spectrum.states.map(({ name }) => name).filter((name) => all.get(`state ${name}`) === row);
  expect([0, 2, 4, 6].map(inRow)).toEqual([
    ["not_integrated", "not_in_erp", "invalid"],
    ["ready_to_export"],
    ["exporting", "rejected"],
    ["failed_to_export", "synced"],
  ]);
});

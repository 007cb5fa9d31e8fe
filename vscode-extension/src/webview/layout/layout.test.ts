import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagram } from "../diagram.ts";
import { type Layout, layOut } from "./layout.ts";
import { diagramOf, sizes, spectrum } from "./testing.ts";

const names = ["a", "b", "c", "d", "e", "f", "no-state"];
const event = fc.record({
  name: fc.string({ minLength: 1, maxLength: 12 }),
  from: fc.array(fc.constantFrom(...names), { maxLength: 4 }),
  to: fc.option(fc.constantFrom(...names), { nil: undefined }),
});
const diagrams: fc.Arbitrary<Diagram> = fc
  .record({
    states: fc.uniqueArray(fc.constantFrom(...names.slice(0, 6)), { maxLength: 6 }),
    events: fc.uniqueArray(event, { maxLength: 8, selector: ({ name }) => name }),
  })
  .map(({ states, events }) => ({
    ...diagramOf(""),
    states: states.flatMap((name) => diagramOf(name).states),
    events: events.map(({ name, from, to }) => ({
      name,
      label: name,
      description: "",
      canJump: false,
      from,
      ...(to === undefined ? {} : { to }),
      standing: "unasked",
    })),
  }));

describe("the layout of any life cycle", () => {
  test("has every element once, within its bounds, and none over another", () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const layout = layOut(diagram, sizes);
        expect(layout.boxes.size).toBe(diagram.states.length + diagram.events.length);
        expect(outside(layout)).toEqual([]);
        expect(overlaps(layout)).toEqual([]);
      }),
    );
  });

  test("has lines that begin and end at the sides of what they join", () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const { boxes, lines } = layOut(diagram, sizes);
        for (const { from, to, points } of lines) {
          for (const [id, point] of [
            [from, points.at(0)],
            [to, points.at(-1)],
          ] as const) {
            const box = boxes.get(id);
            expect(Math.abs((point?.y ?? 0) - (box?.y ?? 0))).toBeCloseTo((box?.height ?? 0) / 2);
            expect(Math.abs((point?.x ?? 0) - (box?.x ?? 0))).toBeLessThan((box?.width ?? 0) / 2);
          }
        }
      }),
    );
  });

  test("has nothing of names that are no states", () => {
    const layout = layOut(diagramOf("a", "go: a+gone > nowhere"), sizes);
    expect([...layout.boxes.keys()]).toEqual(["state a", "event go"]);
    expect(layout.lines.map(({ from, to }) => `${from} > ${to}`)).toEqual(["state a > event go"]);
  });

  test("is empty for an empty life cycle", () => {
    const { boxes, lines, width, height } = layOut({ ...diagramOf(""), states: [] }, sizes);
    expect({ boxes: boxes.size, lines, width, height }).toEqual({ boxes: 0, lines: [], width: 16, height: 16 });
  });
});

describe("the layout of the life cycle that ships", () => {
  const layout = layOut(spectrum, sizes);

  test("is the same each time", () => {
    expect(layOut(spectrum, sizes)).toEqual(layout);
  });

  test("leads downwards from Not in ERP to Synced, each event between the states it joins", () => {
    const way = ["not_in_erp", "send", "ready_to_export", "accept", "exporting", "export-succeeded", "synced"];
    const heights = way.map((name) => (layout.boxes.get(`state ${name}`) ?? layout.boxes.get(`event ${name}`))?.y ?? 0);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(new Set(heights).size).toBe(way.length);
  });

  test("has nearly straight lines where they pass several rows", () => {
    const widths = layout.lines
      .filter(({ points }) => points.length > 4)
      .map(({ points }) => points.slice(1, -1).map(({ x }) => x))
      .map((passed) => Math.max(...passed) - Math.min(...passed));
    expect(widths).toHaveLength(5);
    expect(Math.max(...widths)).toBeLessThan(60);
  });

  test("has no line through an element it does not join", () => {
    const through = layout.lines.flatMap(({ from, to, points }) =>
      [...layout.boxes.values()]
        .filter(({ id }) => id !== from && id !== to)
        .filter(({ x, y, width, height }) =>
          points.some((point) => Math.abs(point.x - x) < width / 2 && Math.abs(point.y - y) <= height / 2),
        )
        .map(({ id }) => `${from} > ${to} through ${id}`),
    );
    expect(through).toEqual([]);
  });
});

function outside({ boxes, width, height }: Layout): readonly string[] {
  return [...boxes.values()]
    .filter((box) => {
      const [left, right] = [box.x - box.width / 2, box.x + box.width / 2];
      const [top, bottom] = [box.y - box.height / 2, box.y + box.height / 2];
      return !(left >= 0 && top >= 0 && right <= width && bottom <= height);
    })
    .map(({ id }) => id);
}

function overlaps({ boxes }: Layout): readonly string[] {
  const all = [...boxes.values()];
  return all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2)
      .map((b) => `${a.id} over ${b.id}`),
  );
}

import { describe, expect, test } from "vitest";
import { context, current, ids, pcco, ruleSet, withFields } from "./testing.ts";

/** Rules that compare a field with another of the same line. */
const rules = await ruleSet(`fields:
  code: { label: Code, path: "line_items[].code", type: id }
  other: { label: Other, path: "line_items[].other", type: id }
  begin: { label: Begin, path: "line_items[].begin", type: date }
  end: { label: End, path: "line_items[].end", type: date }
  system: { label: System, in: context, path: erp.system, type: text }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  same-code: { field: code, equals: { field: other }, severity: error, stage: send, source: page }
  in-order: { field: end, notBefore: begin, severity: error, stage: send, source: page }
  noted: { field: code, maxLength: 2, when: { field: other, required: true }, severity: error, stage: send, source: page }
states: { open: { label: Open, icon: none, locked: false, initial: true } }
roles: { anyone: { label: x, where: { field: system, required: true } } }
lifecycle: { send: { label: Send, from: [open], role: anyone, checks: [send] } }
`);

describe("a line is compared with itself, not with its neighbours", () => {
  test.each([
    [
      "all alike",
      [
        { code: 1, other: 1 },
        { code: 2, other: 2 },
      ],
      [],
    ],
    [
      "the second differs",
      [
        { code: 1, other: 1 },
        { code: 2, other: 1 },
      ],
      ["/line_items/1/code"],
    ],
    ["no other", [{ code: 1 }], []],
    ["in order", [{ begin: "2025-01-01", end: "2025-01-01" }], []],
    [
      "out of order",
      [
        { begin: "2025-01-01", end: "2025-01-02" },
        { begin: "2025-01-02", end: "2025-01-01" },
      ],
      ["/line_items/1/end"],
    ],
    ["a condition on the same line", [{ code: 100 }, { code: 200, other: 200 }], ["/line_items/1/code"]],
  ])("%s", (_name, lines, paths) => {
    const verdict = rules.check(withFields({ line_items: lines }));
    expect(verdict.outcome).toBe(paths.length === 0 ? "exportable" : "blocked");
    expect(verdict.findings.map(({ path }) => path)).toEqual(paths);
  });
});

describe("however many lines there are", () => {
  const [line] = pcco.line_items;
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...line,
      amount: "1.00",
      cost_code: { origin_id: `C${index}` },
      prime_line_item_id: 7002,
    }));

  test.each([1, 15, 16, 17, 24, 25, 26, 100, 2001])("%i lines that are clean", (count) => {
    expect(current.check({ ...pcco, grand_total: `${count}.00`, line_items: lines(count) }, context)).toEqual({
      outcome: "exportable",
      findings: [],
    });
  });

  test.each([2, 16, 17, 24, 25, 26, 100])("one of %i that repeats another", (count) => {
    const repeated = lines(count).with(count - 1, {
      ...lines(1)[0],
      ...line,
      amount: "1.00",
      cost_code: { origin_id: "C0" },
      prime_line_item_id: 7002,
    });
    const verdict = current.check({ ...pcco, grand_total: `${count}.00`, line_items: repeated }, context);
    expect(ids(verdict.findings)).toEqual(["unique-phase-cost-type"]);
    expect(verdict.findings[0]).toMatchObject({
      path: `/line_items/${count - 1}/cost_code/origin_id`,
      message: expect.stringContaining("on line 1 already"),
    });
  });

  test("no PCCO leaves a trace in the verdict on the next", () => {
    const many = { ...pcco, grand_total: "50.00", line_items: lines(50) };
    const broken = { ...pcco, line_items: [...lines(5), { ...line, billing_item_code: "12345678901" }] };
    for (const document of [many, broken, pcco, many, pcco]) {
      expect(current.check(document, context).outcome).toBe(document === broken ? "blocked" : "exportable");
    }
  });
});

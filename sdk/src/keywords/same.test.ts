import { describe, expect, test } from "vitest";
import { contract, lines, onLines } from "./testing.ts";

const groups = onLines(["group"], { same: true });
const of = (...values: unknown[]) => ({ document: lines(...values.map((group) => ({ group }))) });

describe("holds", () => {
  test.each([[["A"]], [["A", "A"]], [["A", " A "]], [[null, "A", "", "A", undefined]]])("%j", (values) =>
    expect(groups.judge(of(...values))).toBe("holds"),
  );

  test("ids written as number and text", () =>
    expect(
      onLines(["lineItem"], { same: true }).judge({
        document: lines({ prime_line_item_id: 7 }, { prime_line_item_id: "7" }),
      }),
    ).toBe("holds"));
});

describe("broken", () => {
  test("each line that differs from the first that has a value", () => {
    const given = of(null, "A", "B", "A", "a");
    expect(groups.judge(given)).toBe("broken");
    expect(groups.expected).toBe("the same value on all lines");
    expect(groups.offences(given)).toEqual([
      '2 /line_items/2/group Group "B" differs from "A" on line 2; all lines must have the same.',
      '4 /line_items/4/group Group "a" differs from "A" on line 2; all lines must have the same.',
    ]);
    const useA = expect.objectContaining({ title: 'Use "A" as Group on all lines' });
    expect(groups.fixes(given)).toEqual([
      [useA, expect.objectContaining({ title: 'Use "B" as Group on all lines' })],
      [useA, expect.objectContaining({ title: 'Use "a" as Group on all lines' })],
    ]);
    expect(groups.afterFixes(given)).toEqual(["holds", "holds"]);
  });

  test("a choice is called by its name", () => {
    const given = { document: lines({ tax: "full" }, { tax: "none" }) };
    expect(onLines(["taxKind"], { same: true }).offences(given)).toEqual([
      "1 /line_items/1/tax Tax No tax differs from Full tax on line 1; all lines must have the same.",
    ]);
  });

  test.each([[["A", "B", 5]], [[5, "A", "B"]]])("%j, wherever the line stands that is not known", (values) => {
    expect(groups.judge(of(...values))).toBe("broken");
    expect(groups.offences(of(...values))).toHaveLength(1);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([[[]], [[null, " "]]])("%j has nothing to compare", (values) =>
    expect(groups.judge(of(...values))).toBe("does not apply"),
  );

  test("no list", () => expect(groups.judge({})).toBe("does not apply"));

  test("codes that only the contract could tell", () => {
    const codes = onLines(["code"], { same: true });
    const document = lines({ prime_line_item_id: 1 }, { billing_item_code: "A" });
    expect(codes.judge({ document })).toBe("unknown");
    expect(codes.missing({ document })).toEqual(["prime_contract"]);
    expect(codes.judge({ document, context: contract({ id: 1, origin_code: "A" }) })).toBe("holds");
    expect(codes.judge({ document: lines({ prime_line_item_id: 1 }, {}) })).toBe("holds");
  });

  test("lines of a contract that is not given", () => {
    expect(onLines(["contractLines"], { same: true }).judge({})).toBe("unknown");
    expect(onLines(["contractLines"], { same: true }).missing({})).toEqual(["prime_contract"]);
  });

  test.each([[5], [true], [{}], [["A"]], [{ toString: 1 }]])(
    "a group of %j is unknown, and never makes it throw",
    (value) => {
      expect(groups.judge(of("A", value))).toBe("unknown");
      expect(groups.missing(of("A", value))).toEqual([]);
      expect(groups.offences(of("A", value))).toEqual([]);
    },
  );
});

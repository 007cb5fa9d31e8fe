import { describe, expect, test } from "vitest";
import { contract, lines, onLines } from "./testing.ts";

const groups = onLines(["group"], { distinct: true });
const pairs = onLines(["group", "lineItem"], { distinct: true });
const of = (...values: unknown[]) => ({ document: lines(...values.map((group) => ({ group }))) });
const many = (value: (index: number) => unknown) => Array.from({ length: 40 }, (_, index) => value(index));

describe("holds", () => {
  test.each([[["A", "B"]], [["A", "a"]], [["A", null, "", " ", undefined, "B"]]])("%j", (values) =>
    expect(groups.judge(of(...values))).toBe("holds"),
  );

  test("many lines", () => expect(groups.judge(of(...many((index) => `G${index}`)))).toBe("holds"));

  test("combinations that share one value, or lack one", () => {
    const document = lines(
      { group: "A", prime_line_item_id: 1 },
      { group: "A", prime_line_item_id: 2 },
      { group: "A" },
      { group: "A" },
    );
    expect(pairs.judge({ document })).toBe("holds");
  });

  test("no two combinations are taken for the same, whatever characters they hold", () => {
    const texts = onLines(["group", "taxKind"], { distinct: true });
    const two = [
      { group: "a\u0000b", tax: "c" },
      { group: "a", tax: "b\u0000c" },
    ];
    expect(texts.judge({ document: lines(...two) })).toBe("holds");
    expect(texts.judge({ document: lines(...two, ...many(() => ({}))) })).toBe("holds");
  });
});

describe("broken", () => {
  test("each line that repeats one before it", () => {
    const given = of("A", "B", " A ", "B", "A");
    expect(groups.judge(given)).toBe("broken");
    expect(groups.expected).toBe("a different value on every line");
    expect(groups.offences(given)).toEqual([
      '2 /line_items/2/group Group " A " stands on line 1 already.',
      '3 /line_items/3/group Group "B" stands on line 2 already.',
      '4 /line_items/4/group Group "A" stands on line 1 already.',
    ]);
    expect(groups.fixes(given)).toEqual([[], [], []]);
  });

  test("ids written as number and text", () => {
    const given = { document: lines({ prime_line_item_id: 7 }, { prime_line_item_id: "7" }) };
    expect(onLines(["lineItem"], { distinct: true }).judge(given)).toBe("broken");
    expect(onLines(["lineItem"], { distinct: true }).offences(given)).toHaveLength(1);
  });

  test("a combination", () => {
    const given = { document: lines({ group: "A", prime_line_item_id: 1 }, { group: "A", prime_line_item_id: "1" }) };
    expect(pairs.judge(given)).toBe("broken");
    expect(pairs.offences(given)).toEqual(['1 /line_items/1/group Group "A" stands on line 1 already.']);
  });

  test("many lines, the last repeating the first", () => {
    const given = of(...many((index) => `G${index % 39}`));
    expect(groups.judge(given)).toBe("broken");
    expect(groups.offences(given)).toEqual(['39 /line_items/39/group Group "G0" stands on line 1 already.']);
  });

  test("though another line is not known", () => {
    const given = of(5, "A", "A");
    expect(groups.judge(given)).toBe("broken");
    expect(groups.offences(given)).toHaveLength(1);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([[[]], [["A"]], [["A", null]], [[null, ""]], [[5]]])("%j has nothing to compare", (values) =>
    expect(groups.judge(of(...values))).toBe("does not apply"),
  );

  test("no list", () => expect(groups.judge({})).toBe("does not apply"));

  test("codes that only the contract could tell", () => {
    const codes = onLines(["code"], { distinct: true });
    const document = lines({ prime_line_item_id: 1 }, { billing_item_code: "A" });
    expect(codes.judge({ document })).toBe("unknown");
    expect(codes.missing({ document })).toEqual(["prime_contract"]);
    expect(codes.judge({ document, context: contract({ id: 1, origin_code: "A" }) })).toBe("broken");
    expect(codes.judge({ document: lines({ prime_line_item_id: 1 }) })).toBe("does not apply");
  });

  test("a line that lacks one value takes no part, whatever is unknown of the other", () => {
    const texts = onLines(["code", "group"], { distinct: true });
    const line = { prime_line_item_id: 1 };
    expect(texts.judge({ document: lines(line, line) })).toBe("does not apply");
  });

  test("lines of a contract that is not given", () => {
    const ids = onLines(["contractLines"], { distinct: true });
    expect(ids.judge({})).toBe("unknown");
    expect(ids.missing({})).toEqual(["prime_contract"]);
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

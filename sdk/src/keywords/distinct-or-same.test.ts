import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contract, lines, onLines } from "./testing.ts";

const items = onLines(["lineItem"], { distinctOrSame: true });
const of = (...ids: unknown[]) => ({ document: lines(...ids.map((id) => ({ prime_line_item_id: id }))) });

describe("holds", () => {
  test.each([
    [[1]],
    [[1, 2]],
    [[1, 1]],
    [[1, 2, 3]],
    [[1, "1", 1, " 1"]],
    [[null, 1, "", 1, undefined, "  ", 1]],
    [[null, 1, "", 2, undefined]],
  ])("%j", (ids) => expect(items.judge(of(...ids))).toBe("holds"));

  test("many lines", () => {
    expect(items.judge(of(...Array.from({ length: 40 }, (_, index) => index)))).toBe("holds");
    expect(items.judge(of(...Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 7 : "7"))))).toBe("holds");
  });
});

describe("broken", () => {
  test("each line whose value stands before it, with one value for all", () => {
    const given = of(1, null, 2, "1");
    expect(items.judge(given)).toBe("broken");
    expect(items.expected).toBe("a value of its own on each line, or the same on all");
    expect(items.offences(given)).toEqual([
      '3 /line_items/3/prime_line_item_id Associated Line Item "1" stands on line 1 too, while other lines have others: give each line its own, or all the same.',
    ]);
    expect(items.fixes(given)).toEqual([
      [
        {
          title: 'Use "1" as Associated Line Item on all lines',
          kind: "choice",
          edits: [{ op: "replace", path: "/line_items/2/prime_line_item_id", value: "1" }],
        },
      ],
    ]);
    expect(items.afterFixes(given)).toEqual(["holds"]);
  });

  test("a choice is called by its name", () => {
    const taxes = onLines(["taxKind"], { distinctOrSame: true });
    const given = { document: lines({ tax: "full" }, { tax: "none" }, { tax: "full" }) };
    expect(taxes.offences(given)).toEqual([
      "2 /line_items/2/tax Tax Full tax stands on line 1 too, while other lines have others: give each line its own, or all the same.",
    ]);
    expect(taxes.fixes(given)).toMatchObject([[{ title: "Use Full tax as Tax on all lines" }]]);
  });

  test("many lines, the last repeating the first", () => {
    const given = of(...Array.from({ length: 39 }, (_, index) => index), "0");
    expect(items.judge(given)).toBe("broken");
    expect(items.offences(given)).toHaveLength(1);
    expect(items.afterFixes(given)).toEqual(["holds"]);
  });

  test("very many repeated values stay small: five are offered a fix", () => {
    const given = of(...Array.from({ length: 6000 }, (_, index) => index % 3000));
    const offered = items.fixes(given).filter((fixes) => fixes.length > 0);
    expect(offered).toHaveLength(5);
    expect(items.offences(given)).toHaveLength(3000);
  });

  test("though another line is not known", () => {
    const given = of(true, 1, 2, 1);
    expect(items.judge(given)).toBe("broken");
    expect(items.offences(given)).toHaveLength(1);
  });

  test("codes that the contract gives are not written over the lines' ids", () => {
    const codes = onLines(["code"], { distinctOrSame: true });
    const given = {
      document: lines({ prime_line_item_id: 1 }, { billing_item_code: "A" }, { billing_item_code: "B" }),
      context: contract({ id: 1, origin_code: "A" }),
    };
    expect(codes.judge(given)).toBe("broken");
    expect(codes.fixes(given)).toEqual([[]]);
  });
});

test("long and short lists are judged alike, as counting tells", () => {
  const id = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }).map(String), fc.constant(null));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 6 }), (ids) => {
      const present = ids.filter((each) => each !== null).map(String);
      const different = new Set(present).size;
      const wanted =
        present.length === 0 ? "does not apply" : different === 1 || different === present.length ? "holds" : "broken";
      expect(items.judge(of(...ids))).toBe(wanted);
      expect(items.judge(of(...ids, ...Array.from({ length: 20 }, () => null)))).toBe(wanted);
      expect(items.offences(of(...ids))).toHaveLength(different < 2 ? 0 : present.length - different);
    }),
  );
});

describe("missing, unknown and wrong type", () => {
  test.each([[[]], [[null, " "]]])("%j has nothing to compare", (ids) =>
    expect(items.judge(of(...ids))).toBe("does not apply"),
  );

  test("no list", () => expect(items.judge({})).toBe("does not apply"));

  test("codes that only the contract could tell", () => {
    const codes = onLines(["code"], { distinctOrSame: true });
    const own = { billing_item_code: "A" };
    const taken = { prime_line_item_id: 1 };
    expect(codes.judge({ document: lines(own, own, taken) })).toBe("unknown");
    expect(codes.missing({ document: lines(own, own, taken) })).toEqual(["prime_contract"]);
    expect(codes.judge({ document: lines(own, taken) })).toBe("holds");
  });

  test("lines of a contract that is not given", () => {
    const ids = onLines(["contractLines"], { distinctOrSame: true });
    expect(ids.judge({})).toBe("unknown");
    expect(ids.missing({})).toEqual(["prime_contract"]);
  });

  test.each([[1.5], [true], [{}], [["A"]], [{ toString: 1 }]])(
    "an id of %j is unknown, and never makes it throw",
    (id) => {
      expect(items.judge(of(1, 2, id))).toBe("unknown");
      expect(items.missing(of(1, 2, id))).toEqual([]);
      expect(items.offences(of(1, 2, id))).toEqual([]);
    },
  );
});

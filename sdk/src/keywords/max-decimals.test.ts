import { describe, expect, test } from "vitest";
import { onField } from "./testing.ts";

const amount = (grand_total: unknown) => ({ document: { grand_total } });
const two = onField("total", { maxDecimals: 2 });
const none = onField("total", { maxDecimals: 0 });

describe("holds", () => {
  test.each([
    "0",
    "8000",
    "8000.0",
    "8000.00",
    "1.15",
    "19.99",
    "-0.01",
    "1.1500000",
    "100",
    "+5.5",
    `${"9".repeat(40)}.99`,
  ])("%s", (text) => expect(two.judge(amount(text))).toBe("holds"));

  test.each(["5", "5.0", "5.00", "100", "-100.000"])("%s without decimals", (text) =>
    expect(none.judge(amount(text))).toBe("holds"),
  );

  test("as many as ten", () => {
    const ten = onField("total", { maxDecimals: 10 });
    expect(ten.judge(amount("0.1234567891"))).toBe("holds");
    expect(ten.judge(amount("0.12345678912"))).toBe("broken");
  });
});

describe("broken", () => {
  test.each([
    "1.151",
    "0.001",
    "-19.999",
    "1e2",
    "abc",
    ".5",
    "5.",
    "1.2.3",
    "9".repeat(41),
    "--1",
    "12,50",
    "1,23.00",
  ])("%s has no fix", (text) => {
    expect(two.judge(amount(text))).toBe("broken");
    expect(two.fixes(amount(text))).toEqual([]);
  });

  test("the message tells the limit", () => {
    expect(two.message(amount("1.151"))).toBe(
      'Amount "1.151" is not a decimal number with at most 2 digits after the point.',
    );
    expect(two.expected(amount("1.151"))).toBe("a decimal number with at most 2 digits after the point");
    expect(two.words(amount("1.151"))).toEqual({ maxDecimals: 2 });
  });

  test("one digit too many when none is allowed", () => expect(none.judge(amount("5.1"))).toBe("broken"));

  test.each([
    ["1,200.00", "1200.00", "safe"],
    ["$1,200", "1200.00", "choice"],
    ["1,200", "1200.00", "choice"],
    ["1,234,567", "1234567.00", "safe"],
    ["-$5.5", "-5.50", "safe"],
    [" 19.99 ", "19.99", "safe"],
    ["$8000", "8000.00", "safe"],
    ["1,200.500", "1200.500", "safe"],
  ])("%j is written %s: %s", (text, value, kind) => {
    expect(two.judge(amount(text))).toBe("broken");
    expect(two.fixes(amount(text))).toEqual([
      { title: `Write Amount as "${value}"`, kind, edits: [{ op: "replace", path: "/grand_total", value }] },
    ]);
    expect(two.afterFixes(amount(text))).toEqual(["holds"]);
  });

  test.each(["800,50", "8000,50", "1,2345", "1,23,456", "$", ",", "$$5", "1,200.005"])(
    "%j is not read as an amount a hundred times as large",
    (text) => expect(two.fixes(amount(text))).toEqual([]),
  );

  test("a fact of the context has no fix", () => {
    const given = { context: { prime_contract: { line_items: [{ amount: "1,200.00" }] } } };
    expect(onField("contractAmount", { maxDecimals: 2 }).judge(given)).toBe("broken");
    expect(onField("contractAmount", { maxDecimals: 2 }).fixes(given)).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([undefined, null, "", "   "])("%j has no digits", (text) =>
    expect(two.judge(amount(text))).toBe("does not apply"),
  );

  test("a bare number is no amount", () => expect(two.judge(amount(1.15))).toBe("mistyped"));

  test("an amount that is not given", () =>
    expect(
      onField("contractAmount", { maxDecimals: 2 }).judge({ context: { prime_contract: { line_items: [{}] } } }),
    ).toBe("unknown"));
});

import { describe, expect, test } from "vitest";
import { maximum } from "./maximum.ts";
import { minimum } from "./minimum.ts";
import { onField } from "./testing.ts";

const amount = (grand_total: unknown) => ({ document: { grand_total } });
const most = onField("total", { maximum: "19.99" });
const least = onField("total", { minimum: "-0.10" });

describe("holds", () => {
  test.each(["19.99", "19.990", "19.9899999999999999999999999999", "0", "-100", "+19.99", "00019.99"])(
    "%s is at most 19.99",
    (text) => expect(most.judge(amount(text))).toBe("holds"),
  );

  test.each(["-0.10", "-0.1", "-0.099", "0", "-0", "5"])("%s is at least -0.10", (text) =>
    expect(least.judge(amount(text))).toBe("holds"),
  );

  test("40 digits, compared to the last one", () => {
    const exact = onField("total", { maximum: `${"9".repeat(20)}.0000000001` });
    expect(exact.judge(amount(`${"9".repeat(20)}.0000000001`))).toBe("holds");
    expect(exact.judge(amount(`${"9".repeat(20)}.0000000001${"0".repeat(29)}1`))).toBe("broken");
    expect(exact.judge(amount("9".repeat(40)))).toBe("broken");
  });

  test("whole numbers, and a limit without quotes", () => {
    const ofRevision = onField("revision", { maximum: 3 });
    expect([2, 3, 4].map((revision) => ofRevision.judge({ document: { revision } }))).toEqual([
      "holds",
      "holds",
      "broken",
    ]);
    expect(onField("revision", { minimum: 0 }).judge({ document: { revision: 0 } })).toBe("holds");
  });
});

describe("broken", () => {
  test("above the maximum, be it ever so little", () => {
    for (const text of ["20", "19.991", `19.99${"0".repeat(37)}1`]) expect(most.judge(amount(text))).toBe("broken");
    expect(most.message(amount("20.00"))).toBe('Amount is "20.00"; at most 19.99 is allowed.');
    expect(most.expected(amount("20.00"))).toBe("at most 19.99");
    expect(most.words(amount("20.00"))).toEqual({ maximum: "19.99" });
    expect(most.fixes(amount("20.00"))).toEqual([]);
  });

  test("below the minimum", () => {
    for (const text of ["-0.11", "-1", "-0.1000000001"]) expect(least.judge(amount(text))).toBe("broken");
    expect(least.message(amount("-1"))).toBe('Amount is "-1"; at least -0.10 is allowed.');
    expect(least.expected(amount("-1"))).toBe("at least -0.10");
    expect(least.words(amount("-1"))).toEqual({ minimum: "-0.10" });
    expect(least.fixes(amount("-1"))).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([undefined, null, "", "  ", "1,000", "abc"])("%j is no number to compare", (text) => {
    expect(most.judge(amount(text))).toBe("does not apply");
    expect(least.judge(amount(text))).toBe("does not apply");
  });

  test("a bare number is no amount", () => expect(most.judge(amount(5))).toBe("mistyped"));

  test("amounts of the context that are not given", () => {
    const given = { context: { prime_contract: { line_items: [{}] } } };
    expect(onField("contractAmount", { minimum: 0 }).judge(given)).toBe("unknown");
    expect(onField("contractAmount", { minimum: 0 }).missing(given)).toEqual(["prime_contract.line_items[].amount"]);
  });
});

test("a limit that was read inexactly is refused, in quotes it is not", () => {
  expect(maximum.complaint?.({ maximum: 2 ** 53 })).toBe(
    "9007199254740992 is too large to be read exactly; write it in quotes",
  );
  expect(minimum.complaint?.({ minimum: -1e21 })).toBe("-1e+21 is too large to be read exactly; write it in quotes");
  expect(maximum.complaint?.({ maximum: 2 ** 53 - 1 })).toBeUndefined();
  expect(maximum.complaint?.({ maximum: "9007199254740992" })).toBeUndefined();
  expect(maximum.complaint?.({})).toBeUndefined();
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumEquals } from "./sum-equals.ts";
import { onField } from "./testing.ts";

const ofTotal = onField("total", { sumEquals: ["amount"] });
const both = onField("total", { sumEquals: ["amount", "markup", "freight"] });
const asked = (grand_total: unknown, ...amounts: unknown[]) => ({
  document: { grand_total, line_items: amounts.map((amount) => ({ amount })) },
});

describe("holds", () => {
  test.each([
    ["0.3", ["0.1", "0.2"]],
    ["0.30", ["0.1", "0.20"]],
    ["1.15", ["1.10", "0.05"]],
    ["59.97", ["19.99", "19.99", "19.99"]],
    ["-5.00", ["10.00", "-15.00"]],
    ["0", ["-0", "0.00"]],
    ["+3", ["+1", "2"]],
    ["0.003", ["0.001", "0.002"]],
    ["1.00", ["1.00", "", "  ", null, undefined]],
    ["0.00", [null]],
    [`${"9".repeat(39)}8.02`, [`${"9".repeat(39)}7.01`, "1.01"]],
    [`0.${"0".repeat(39)}3`, [`0.${"0".repeat(39)}1`, `0.${"0".repeat(39)}2`]],
  ])("%s of %j", (total, amounts) => expect(ofTotal.judge(asked(total, ...amounts))).toBe("holds"));

  test("whole cents stay exact, even where their sum passes 2^53 and comes back", () => {
    const large = Array.from({ length: 11 }, () => "9999999999999.99");
    const back = Array.from({ length: 11 }, () => "-9999999999999.98");
    expect(ofTotal.judge(asked("0.11", ...large, ...back))).toBe("holds");
    expect(ofTotal.judge(asked("0.12", ...large, ...back))).toBe("broken");
    expect(ofTotal.judge(asked("109999999999999.89", ...large))).toBe("holds");
    expect(ofTotal.judge(asked("109999999999999.90", ...large))).toBe("broken");
  });

  test("several lists, and a field that stands by itself", () => {
    const document = {
      grand_total: "7.00",
      freight: "4.00",
      markup: [{ amount: "2.00" }],
      line_items: [{ amount: "1.00" }],
    };
    expect(both.judge({ document })).toBe("holds");
    expect(both.judge({ document: { ...document, freight: "4.01" } })).toBe("broken");
    expect(both.judge({ document: { ...document, markup: undefined, freight: null, grand_total: "1" } })).toBe("holds");
  });

  test("any amounts, as exact arithmetic adds them", () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 4 }))
      .map(([units, scale]) => ({ text: written(units, scale), tenThousandths: units * 10n ** BigInt(4 - scale) }));
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.bigInt({ min: -1n, max: 1n }),
        (amounts, off) => {
          const sum = amounts.reduce((total, { tenThousandths }) => total + tenThousandths, off);
          const texts = amounts.map(({ text }) => text);
          expect(ofTotal.judge(asked(written(sum, 4), ...texts))).toBe(off === 0n ? "holds" : "broken");
        },
      ),
    );
  });
});

/** `units / 10 ** scale`, written without this product's own arithmetic. */
function written(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

describe("broken", () => {
  test("tells the sum and offers it", () => {
    const given = asked("8000.00", "7000.10", "1000");
    expect(ofTotal.judge(given)).toBe("broken");
    expect(ofTotal.message(given)).toBe('Amount is "8000.00", but the lines add up to 8000.10.');
    expect(ofTotal.expected(given)).toBe("8000.10");
    expect(ofTotal.words(given)).toEqual({ sum: "8000.10" });
    expect(ofTotal.fixes(given)).toEqual([
      {
        title: "Set Amount to the sum of the lines, 8000.10",
        kind: "choice",
        edits: [{ op: "replace", path: "/grand_total", value: "8000.10" }],
      },
    ]);
    expect(ofTotal.afterFixes(given)).toEqual(["holds"]);
  });

  test.each([
    ["0.31", ["0.1", "0.2"], "0.30"],
    ["0.0030001", ["0.001", "0.002"], "0.003"],
    ["5", ["-5"], "-5.00"],
    ["1", [""], "0.00"],
    ["1", [`0.${"0".repeat(39)}1`], `0.${"0".repeat(39)}1`],
  ])("%s of %j", (total, amounts, sum) => {
    const given = asked(total, ...amounts);
    expect(ofTotal.judge(given)).toBe("broken");
    expect(ofTotal.words(given)).toEqual({ sum });
    expect(ofTotal.afterFixes(given)).toEqual(["holds"]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([undefined, null, " "])("a total of %j", (total) =>
    expect(ofTotal.judge(asked(total, "1"))).toBe("does not apply"),
  );

  test("no lines, or amounts that are no numbers: other keywords tell", () => {
    expect(ofTotal.judge(asked("1"))).toBe("does not apply");
    expect(ofTotal.judge({ document: { grand_total: "1" } })).toBe("does not apply");
    expect(ofTotal.judge(asked("1", "1,000"))).toBe("does not apply");
    expect(ofTotal.judge(asked("abc", "1"))).toBe("does not apply");
  });

  test.each([[1], [true], [{ toString: 1 }], [["1"]]])("an amount of %j leaves it unknown", (amount) => {
    expect(ofTotal.judge(asked("1", "1", amount))).toBe("unknown");
    expect(ofTotal.missing(asked("1", "1", amount))).toEqual([]);
  });

  test.each([{ amount: "1" }, " ", ""])("lines that are no list but %j leave it unknown", (line_items) =>
    expect(ofTotal.judge({ document: { grand_total: "1", line_items } })).toBe("unknown"),
  );

  test.each([
    [{}, ["prime_contract"]],
    [{ prime_contract: { line_items: [{ amount: "1" }, {}] } }, ["prime_contract.line_items[].amount"]],
  ])("with the context %j it is unknown", (context, missing) => {
    const ofContract = onField("total", { sumEquals: ["contractAmount", "amount"] });
    const given = { ...asked("1", "1"), context };
    expect(ofContract.judge(given)).toBe("unknown");
    expect(ofContract.missing(given)).toEqual(missing);
  });

  test("an amount of the context that stands by itself and is not given", () => {
    const ofFreight = onField("total", { sumEquals: ["amount", "contractFreight"] });
    expect(ofFreight.judge(asked("3", "1"))).toBe("unknown");
    expect(ofFreight.missing(asked("3", "1"))).toEqual(["prime_contract"]);
    expect(ofFreight.judge({ ...asked("3", "1"), context: { prime_contract: { freight: "2" } } })).toBe("holds");
  });

  test("a bare number is no amount", () => expect(ofTotal.judge(asked(1, "1"))).toBe("mistyped"));
});

test("mentions each field at its place", () => {
  expect(sumEquals.mentions?.({ sumEquals: ["amount", "markup"] })).toEqual([
    { field: "amount", path: "/sumEquals/0" },
    { field: "markup", path: "/sumEquals/1" },
  ]);
  expect(sumEquals.mentions?.({})).toEqual([]);
});

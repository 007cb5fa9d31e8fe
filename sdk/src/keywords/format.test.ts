import { describe, expect, test } from "vitest";
import { onField } from "./testing.ts";

const cases = {
  date: {
    good: ["2025-03-04", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"],
    bad: [
      "2026-02-30",
      "2025-02-29",
      "1900-02-29",
      "2025-13-01",
      "2025-00-10",
      "2025-04-31",
      "2025-04-00",
      "25-04-01",
      "2025-4-1",
      " 2025-03-04",
      "2025-03-04T00:00:00Z",
      "04.03.2025",
      "+2025-03-04",
      "２０２５-03-04",
    ],
    noun: "a day that exists, such as 2025-03-04",
  },
  dateTime: {
    good: [
      "2025-03-04",
      "2025-03-04T15:10:00Z",
      "2025-03-04t15:10:00z",
      "2025-03-04 15:10:00.123+05:30",
      "2016-12-31T23:59:60Z",
      "2025-03-04T00:00:00-23:59",
    ],
    bad: [
      "2025-02-29T15:10:00Z",
      "2025-03-04T24:00:00Z",
      "2025-03-04T15:60:00Z",
      "2025-03-04T15:10:61Z",
      "2025-03-04T15:10:00",
      "2025-03-04T15:10Z",
      "2025-03-04T15:10:00+24:00",
      "2025-03-04T15:10:00.Z",
      "2025-03-04T15:10:00+0200",
    ],
    noun: "a date and time that exist, such as 2025-03-04T15:10:00Z",
  },
  decimal: {
    good: ["0", "-0", "+5", "8000.00", "-8000.5", "0.001", "9".repeat(40), `0.${"1".repeat(40)}`],
    bad: ["1,000.00", "1e3", ".5", "5.", "--5", "$5", " 5", "9".repeat(41), "NaN", "Infinity", "0x10", "1_000", "٣"],
    noun: "a decimal number such as 8000.00",
  },
} as const;

for (const name of ["date", "dateTime", "decimal"] as const) {
  const ofNumber = onField("number", { format: name });
  const { good, bad, noun } = cases[name];

  describe(name, () => {
    test.each(good)("%j holds", (number) => expect(ofNumber.judge({ document: { number } })).toBe("holds"));

    test.each(bad)("%j is broken", (number) => {
      const given = { document: { number } };
      expect(ofNumber.judge(given)).toBe("broken");
      expect(ofNumber.words(given)).toEqual({ expected: noun });
      expect(ofNumber.expected(given)).toBe(noun);
      expect(ofNumber.fixes(given)).toEqual([]);
    });

    test.each([{}, { number: null }, { number: "  " }])("%j has nothing to look at", (document) =>
      expect(ofNumber.judge({ document })).toBe("does not apply"),
    );
  });
}

test("the message names what is asked for", () =>
  expect(onField("total", { format: "decimal" }).message({ document: { grand_total: "1,000" } })).toBe(
    'Amount "1,000" is not a decimal number such as 8000.00.',
  ));

test("a bare number is no text, a context may not be given", () => {
  expect(onField("total", { format: "decimal" }).judge({ document: { grand_total: 1 } })).toBe("mistyped");
  expect(onField("erpSystem", { format: "date" }).judge({})).toBe("unknown");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, isBefore, isDate, isDateTime } from "./calendar.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const dayText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** Whether JavaScript's calendar has this day: one that has not is carried over into the next month. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

test("days exist where JavaScript's calendar has them", () => {
  const year = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(1900, 2000, 2023, 2024, 2100, 2400));
  fc.assert(
    fc.property(year, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (y, month, day) => {
      expect(isDate(dayText(y, month, day))).toBe(exists(y, month, day));
      expect(isDateTime(`${dayText(y, month, day)}T00:00:00Z`)).toBe(exists(y, month, day));
    }),
    { numRuns: 3000 },
  );
});

test.each(["2024-02-29", "2000-02-29", "2025-01-31", "2025-12-31", "2025-04-30", "0000-02-29", "9999-12-31"])(
  "%s is a day",
  (text) => expect(isDate(text)).toBe(true),
);

test.each([
  ...["2026-02-30", "2025-02-29", "1900-02-29", "2025-00-01", "2025-13-01", "2025-01-00", "2025-01-32", "2025-04-31"],
  ...[
    "",
    "2025",
    "2025-01",
    "2025-1-1",
    "2025/01/01",
    "2025-01-01 ",
    " 2025-01-01",
    "-025-01-01",
    "2025-01-0x",
    "2025-01-01T00:00:00Z",
  ],
])("%j is no day", (text) => expect(isDate(text)).toBe(false));

test.each([
  ...[
    "2025-03-04",
    "2025-03-04T00:00:00Z",
    "2025-03-04T23:59:59.999999999Z",
    "2025-03-04t01:02:03z",
    "2025-03-04 01:02:03Z",
  ],
  ...["2016-12-31T23:59:60Z", "2025-03-04T01:02:03+23:59", "2025-03-04T01:02:03-00:00"],
])("%s is a time", (text) => {
  expect(isDateTime(text)).toBe(true);
  expect(instant(text)).not.toBeNaN();
});

test.each([
  ...[
    "2025-02-29T00:00:00Z",
    "2025-03-04T24:00:00Z",
    "2025-03-04T00:60:00Z",
    "2025-03-04T00:00:61Z",
    "2025-03-04T00:00:00",
  ],
  ...[
    "2025-03-04T00:00Z",
    "2025-03-04T00:00:00.Z",
    "2025-03-04T00:00:00+24:00",
    "2025-03-04T00:00:00+01:60",
    "2025-03-04T00:00:00+0100",
  ],
  ...["2025-03-04T", "2025-03-04_00:00:00Z", "2025-03-04T00:00:00Z\n", "2025-03-04\n", "soon"],
])("%j is no time", (text) => {
  expect(isDateTime(text)).toBe(false);
  expect(instant(text)).toBeNaN();
});

test("an instant is what JavaScript reads, whatever zone it is written in", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9998-12-31T00:00:00Z"), noInvalidDate: true }),
      fc.integer({ min: -1439, max: 1439 }),
      (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
        fc.pre(local.length === 23);
        expect(instant(date.toISOString())).toBe(date.getTime());
        expect(instant(local + zone)).toBe(date.getTime());
        expect(instant(`${local.replace("T", " ")}${zone}`)).toBe(date.getTime());
      },
    ),
  );
});

test("a day alone is its start in UTC, and a leap second the one before it", () => {
  expect(instant("2025-03-04")).toBe(Date.UTC(2025, 2, 4));
  expect(instant("2016-12-31T23:59:60Z")).toBe(Date.UTC(2016, 11, 31, 23, 59, 59));
});

describe("before", () => {
  test.each([
    ["2025-03-04T15:10:00+02:00", "2025-03-04T15:10:00+01:00", true],
    ["2025-03-04T15:10:00+01:00", "2025-03-04T15:10:00+02:00", false],
    ["2025-03-04T15:10:00Z", "2025-03-04T16:10:00+01:00", false],
    ["2025-03-04", "2025-03-04T23:59:59Z", false],
    ["2025-03-04", "2025-03-04T23:30:00-05:00", false],
    ["2025-03-03", "2025-03-04T00:00:00Z", true],
    ["2025-03-04T00:30:00+02:00", "2025-03-04", false],
    ["2025-03-03T23:30:00-05:00", "2025-03-04", true],
    ["2025-03-04", "2025-03-04", false],
    ["0999-12-31", "1000-01-01", true],
    ["2025-02-29", "2025-03-04", undefined],
    ["2025-03-04", "soon", undefined],
  ])("%s and %s: %s", (text, other, before) => expect(isBefore(text, other)).toBe(before));
});

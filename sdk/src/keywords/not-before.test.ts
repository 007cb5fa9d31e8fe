import { describe, expect, test } from "vitest";
import { notBefore } from "./not-before.ts";
import { onField } from "./testing.ts";

const reviewed = onField("reviewed", { notBefore: "created" });
const dates = (reviewed_at: unknown, created_at: unknown) => ({ document: { reviewed_at, created_at } });

describe("holds", () => {
  test.each([
    ["2025-03-05T00:00:00Z", "2025-03-04T23:59:59Z"],
    ["2025-03-04T15:10:00Z", "2025-03-04T15:10:00Z"],
    ["2025-03-04T10:10:00-05:00", "2025-03-04T15:10:00Z"],
    ["2025-03-04T15:10:00Z", "2025-03-04T17:10:00+02:00"],
    ["2025-03-05T00:10:00+05:30", "2025-03-04T18:00:00Z"],
    ["2025-03-04", "2025-03-04T15:10:00Z"],
    ["2025-03-04", "2025-03-04T23:30:00-05:00"],
    ["2025-03-04T00:30:00+02:00", "2025-03-04"],
    ["2024-02-29", "2024-02-28"],
  ])("%s is not before %s", (value, limit) => expect(reviewed.judge(dates(value, limit))).toBe("holds"));

  test("a day that stands in the rule", () => {
    const sinceDay = onField("day", { notBefore: "2020-01-01" });
    expect(sinceDay.judge({ document: { due_date: "2020-01-01" } })).toBe("holds");
    expect(sinceDay.judge({ document: { due_date: "2019-12-31" } })).toBe("broken");
    expect(sinceDay.message({ document: { due_date: "2019-12-31" } })).toBe(
      'Due Date "2019-12-31" is before 2020-01-01.',
    );
    expect(sinceDay.expected({ document: { due_date: "2019-12-31" } })).toBe("2020-01-01 or later");
  });
});

describe("broken", () => {
  test.each([
    ["2025-03-04T15:09:59Z", "2025-03-04T15:10:00Z"],
    ["2025-03-04T15:10:00+02:00", "2025-03-04T15:10:00+01:00"],
    ["2025-03-05T00:10:00+05:30", "2025-03-04T19:00:00Z"],
    ["2025-03-03", "2025-03-04T00:00:00Z"],
    ["2025-03-03T23:59:59-11:00", "2025-03-04"],
    ["2024-12-31", "2025-01-01"],
  ])("%s is before %s", (value, limit) => expect(reviewed.judge(dates(value, limit))).toBe("broken"));

  test("tells both dates", () => {
    const given = dates("2025-03-03", "2025-03-04T00:00:00Z");
    expect(reviewed.message(given)).toBe('Approved Date "2025-03-03" is before Date "2025-03-04T00:00:00Z".');
    expect(reviewed.expected(given)).toBe("2025-03-04T00:00:00Z or later");
    expect(reviewed.words(given)).toEqual({ limit: 'Date "2025-03-04T00:00:00Z"' });
    expect(reviewed.fixes(given)).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([
    [undefined, "2025-03-04"],
    [" ", "2025-03-04"],
    ["2025-03-04", null],
    ["2025-03-04", ""],
  ])("%j and %j can't be compared", (value, limit) =>
    expect(reviewed.judge(dates(value, limit))).toBe("does not apply"),
  );

  test.each(["2025-02-29", "soon", 20250304])("a limit of %j leaves it unknown", (limit) => {
    expect(reviewed.judge(dates("2025-03-04", limit))).toBe("unknown");
    expect(reviewed.missing(dates("2025-03-04", limit))).toEqual([]);
  });

  test("a limit of the context that is not given", () => {
    const ofDay = onField("day", { notBefore: "contractDay" });
    const document = { due_date: "2025-03-04" };
    expect(ofDay.judge({ document })).toBe("unknown");
    expect(ofDay.missing({ document })).toEqual(["prime_contract"]);
    expect(ofDay.judge({ document, context: { prime_contract: { date: "2025-03-04" } } })).toBe("holds");
  });

  test.each(["2025-02-29", "soon", 20250304])("%j is no date", (value) =>
    expect(reviewed.judge(dates(value, "2025-03-04"))).toBe("mistyped"),
  );
});

test("only a day that exists can stand in the rule; anything else names a field", () => {
  expect(notBefore.complaint?.({ notBefore: "2025-02-29" })).toBe("2025-02-29 is not a day that exists");
  expect(notBefore.complaint?.({ notBefore: "2024-02-29" })).toBeUndefined();
  expect(notBefore.complaint?.({ notBefore: "created" })).toBeUndefined();
  expect(notBefore.mentions?.({ notBefore: "created" })).toEqual([{ field: "created", path: "/notBefore" }]);
  expect(notBefore.mentions?.({ notBefore: "2024-02-29" })).toEqual([]);
});

import type { Values } from "./values.ts";

const oneDay = 86_400_000;

/**
 * Days of every class that some days make, and a text that is no date.
 * @param limits days (`YYYY-MM-DD`) that are judged differently, or from which on days are
 * @param copies how many days of each class, in the order of the calendar
 */
export function daysFor(limits: readonly string[], copies: number): Values {
  const anchors = limits.length > 0 ? limits : ["2025-01-01"];
  const days = anchors.flatMap((limit) => [
    limit,
    ...Array.from({ length: copies }, (_, at) => dayBeside(limit, at + 1)),
    ...Array.from({ length: copies }, (_, at) => dayBeside(limit, -at - 1)),
  ]);
  return { values: [...new Set(days)] };
}

/** The day so many days after another. */
export function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * oneDay).toISOString().slice(0, 10);
}

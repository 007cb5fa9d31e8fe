import { expect, test } from "vitest";
import { keywords } from "./index.ts";
import { placeholders } from "./message.ts";

test("every keyword stands there once, with a summary that is a sentence", () => {
  const names = keywords.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { summary } of keywords) expect(summary).toMatch(/^[A-Z].*\.$/);
});

test.each(keywords.map((keyword) => [keyword.name, keyword] as const))(
  "the message of %s mentions only words that it has",
  (_name, { message, words, on }) => {
    const known = [...words, "value", on.includes("feature") ? "feature" : "label"];
    expect(placeholders(message).filter((word) => !known.includes(word))).toEqual([]);
  },
);

test.each(keywords.map((keyword) => [keyword.name, keyword] as const))(
  "%s makes no check of settings without it",
  (_name, keyword) => {
    const target = {
      fields: [],
      feature: undefined,
      field: (name: string) => {
        throw new RangeError(name);
      },
    };
    expect(keyword.compile({}, target)).toBeUndefined();
    expect(keyword.boundaries({}, target)).toEqual([]);
    expect(keyword.complaint?.({})).toBeUndefined();
    expect(keyword.mentions?.({}) ?? []).toEqual([]);
  },
);

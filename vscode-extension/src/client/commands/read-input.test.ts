import { describe, expect, test } from "vitest";
import { english } from "../testing.ts";
import { type InputField, presetOf, readInput } from "./read-input.ts";

const field = (type: InputField["type"], required = false): InputField => ({ name: "x", label: "X", type, required });
const read = (type: InputField["type"], typed: string) => readInput(field(type), typed, english);

describe("what is entered for an event", () => {
  test("a text is taken without spaces around it", () => {
    expect(read("text", "  ERP-1 ")).toEqual({ value: "ERP-1" });
  });

  test("texts are parted by semicolons", () => {
    expect(read("texts", "No such job; period closed;")).toEqual({ value: ["No such job", "period closed"] });
  });

  test.each(["2026-11-30", "2024-02-29"])("%s is a date", (typed) => {
    expect(read("date", typed)).toEqual({ value: typed });
  });

  test.each(["30.11.2026", "2026-02-29", "2026-13-01", "2026-1-1", "today"])("%s is none", (typed) => {
    expect(read("date", typed)).toEqual({ problem: "Enter a date such as 2026-11-30, year first." });
  });

  test("what is required may not be left empty; what is not may", () => {
    expect(readInput(field("text", true), "  ", english)).toEqual({ problem: "X is required." });
    expect(readInput(field("date", true), "", english)).toEqual({ problem: "X is required." });
    expect(read("text", " ")).toEqual({});
  });

  test("texts of nothing but semicolons are as good as empty", () => {
    expect(readInput(field("texts", true), " ; ;", english)).toEqual({ problem: "X is required." });
    expect(read("texts", ";")).toEqual({});
  });

  test("a date may begin as today, by the clock on the wall", () => {
    expect(presetOf({ ...field("date"), default: "today" }, new Date(2026, 0, 5, 23, 30))).toBe("2026-01-05");
    expect(presetOf(field("date"), new Date())).toBe("");
  });
});

import type { ConditionWhy, FactRead } from "@erp-export-rules/sdk/authoring";
import { code } from "../pcco/markdown.ts";

/** One line of a list, with those below it. */
export interface Item {
  readonly text: string;
  readonly below: readonly Item[];
}

/** A line of a list without any below it. */
export function item(text: string, below: readonly Item[] = []): Item {
  return { text, below };
}

/** Items as the lines of a list in Markdown. */
export function listLines(items: readonly Item[], depth = 0): readonly string[] {
  return items.flatMap(({ text, below }) => [
    `${"  ".repeat(depth)}- ${text.replace(/\s*[\r\n]+\s*/g, " ")}`,
    ...listLines(below, depth + 1),
  ]);
}

/** A condition with its answer, the facts it looked at, and its parts. */
export function conditionItem({ words, answer, facts, parts }: ConditionWhy): Item {
  const found = facts.map(factWords).join("; ");
  return item(`${answer}: ${words}${found === "" ? "" : `. Found: ${found}`}`, parts.map(conditionItem));
}

/** A fact: what it is called, what was found, and where. */
export function factWords({ label, place, path, state, shown }: FactRead): string {
  return `${label} ${state === "there" ? `= ${shown}` : `is ${state}`} (${placeNames[place]}${code(path)})`;
}

const placeNames: Readonly<Record<FactRead["place"], string>> = {
  document: "",
  context: "context ",
  input: "entered ",
};

/** A number of things: `1 line`, `2 lines`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

import type { CheckKeywords, Condition, EventInput, LifecycleEvent, Rule } from "../../../sdk/src/generated/types.ts";
import type { Book } from "./book.ts";
import { isDay } from "./dates.ts";
import type { Facts } from "./facts.ts";
import { type Group, isNone } from "./values.ts";

/** The rules that are asked for an event: those of its stages, but for those about what is not entered for it. */
export function rulesOf(book: Book, { checks = [], input = {} }: LifecycleEvent): readonly string[] {
  return Object.entries(book.rules)
    .filter(([, rule]) => rule.severity !== "off" && checks.includes(rule.stage))
    .filter(([, rule]) => enteredFor(book, rule).every((name) => Object.hasOwn(input, name)))
    .map(([id]) => id);
}

/** The entered values that a rule looks at. */
export function enteredFor({ fields }: Book, rule: Rule | undefined): readonly string[] {
  if (rule === undefined) return [];
  const mentioned = [
    ...(rule.fields ?? []),
    ...mentions(rule),
    ...(rule.when === undefined ? [] : inCondition(rule.when)),
  ];
  return mentioned.flatMap((name) => (fields[name]?.in === "input" ? [fields[name].path] : []));
}

function mentions({ field, equals, refersTo, sumEquals = [], notBefore }: CheckKeywords & { readonly field?: string }) {
  return [field, typeof equals === "object" ? equals.field : undefined, refersTo, notBefore, ...sumEquals].filter(
    (name) => name !== undefined,
  );
}

function inCondition(condition: Condition): readonly string[] {
  const { all = [], any = [], not } = condition;
  return [...mentions(condition), ...[...all, ...any, ...(not === undefined ? [] : [not])].flatMap(inCondition)];
}

/** The facts with what is entered for an event unless told: the day of the event. */
export function withDefaults(facts: Facts, { input = {} }: LifecycleEvent, at: string): Facts {
  const days = Object.entries(input).filter(
    ([name, each]) => each.default === "today" && facts.input[name] === undefined,
  );
  return { ...facts, input: { ...facts.input, ...Object.fromEntries(days.map(([name]) => [name, at.slice(0, 10)])) } };
}

/** What is wrong with the entered values, by name. */
export function wrongInputs({ input = {} }: LifecycleEvent, entered: Group): readonly string[] {
  const needless = Object.keys(entered).filter((name) => !Object.hasOwn(input, name));
  const wrong = Object.entries(input).filter(([name, each]) => !isFine(each, entered[name]));
  return [...needless, ...wrong.map(([name]) => name)];
}

function isFine({ type, required, mustBe }: EventInput, value: unknown): boolean {
  if (isNone(value)) return !required;
  return inputTypes[type](value) && (mustBe === undefined || value === mustBe);
}

const inputTypes = {
  text: (value: unknown) => typeof value === "string",
  date: (value: unknown) => typeof value === "string" && isDay(value),
  boolean: (value: unknown) => typeof value === "boolean",
  texts: (value: unknown) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"),
};

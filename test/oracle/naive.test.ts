import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionary, features, rule } from "../../sdk/src/ahead/rules/testing.ts";
import { setOf } from "../../sdk/src/ahead/testing.ts";
import { randomPair } from "../../sdk/src/analysis/diff/testing.ts";
import { facts as nearlyClean } from "../../sdk/src/check/clean/testing.ts";
import { isObject } from "../../sdk/src/document/value.ts";
import { RuleSetError } from "../../sdk/src/rules/rule-file.ts";
import { readExpectations, readSampleFiles, samplesOf } from "../support/samples.ts";
import { disagreements } from "./disagreements.ts";
import { knownDisagreements } from "./known-disagreements.ts";
import type { Facts } from "./naive/facts.ts";
import { type Choose, factsAround } from "./random-facts.ts";
import { type Subject, subjectOfResolved } from "./subject.ts";
import { companies, shipped } from "./subjects.ts";

// The engine, and an interpreter that was written apart from it, straight from the README of the rules, must say the same of
// everything: what each rule says, what is told and where, the outcome, and which events can happen and why not.

/** What came of the cases of a test: one that never gets anywhere says nothing. */
interface Tally {
  cases: number;
  readonly answers: Map<string, number>;
}

const newTally = (): Tally => ({ cases: 0, answers: new Map() });

/** Asks both about a case. */
function agree(subject: Subject, facts: Facts, tally: Tally): void {
  const { book } = subject;
  tally.cases++;
  const found = disagreements(subject, facts, (answer) => {
    tally.answers.set(answer, (tally.answers.get(answer) ?? 0) + 1);
  }).filter((each) => !knownDisagreements.some((known) => known.isThis(each)));
  if (found.length > 0) expect(found, JSON.stringify({ rules: book.rules, facts })).toEqual([]);
}

/** How much of all that was said is this. */
function shareOf({ answers }: Tally, answer: string): number {
  const all = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return (answers.get(answer) ?? 0) / all;
}

const choices = fc.infiniteStream(fc.nat(1_000_000)).map((numbers): Choose => {
  const stream = numbers[Symbol.iterator]();
  return (count) => Number(stream.next().value) % Math.max(count, 1);
});

const patterns = [
  "[A-Z]{2}-?[0-9]+",
  "\\d{1,3}.*",
  "[^x ]+",
  "a?é",
  "\\w+\\s?\\w*",
  "[\\w-]{2,5}",
  ".",
  "\\.\\-[\\]a]*",
];

/** Random rules, with patterns of more kinds. */
const rules = fc
  .array(
    fc
      .tuple(rule, fc.constantFrom(...patterns), fc.constantFrom("error", "warning", "info", "off"))
      .map(([own, pattern, severity]) => ({ ...own, ...("pattern" in own ? { pattern } : {}), severity })),
    { minLength: 3, maxLength: 8 },
  )
  .map((some) => some.filter(isAccepted));

function subjectWith(rules: readonly object[]): Subject {
  const own = Object.fromEntries(rules.map((each, index) => [`r${index}`, each]));
  return subjectOfResolved(setOf({ features, fields: dictionary, rules: own }));
}

function isAccepted(own: object): boolean {
  try {
    setOf({ features, fields: dictionary, rules: { own } });
    return true;
  } catch (error) {
    if (error instanceof RuleSetError) return false;
    throw error;
  }
}

describe("engine and interpreter say the same", () => {
  test("of random rules over fields of every kind", () => {
    const tally = newTally();
    fc.assert(
      fc.property(rules, nearlyClean, choices, (own, given, choose) => {
        const subject = subjectWith(own);
        const { make, change } = factsAround(subject.book);
        const made = [make(choose), make(choose), make(choose)];
        for (const each of [given, change(given, choose), ...made]) agree(subject, each, tally);
      }),
      { numRuns: 500 },
    );
    for (const answer of ["holds", "broken", "unknown", "mistyped", "does not apply", "blocked"])
      expect(shareOf(tally, answer), answer).toBeGreaterThan(0.04);
    for (const answer of ["outcome unknown", "exportable"])
      expect(shareOf(tally, answer), answer).toBeGreaterThan(0.003);
  });

  test("of random rule sets with a life cycle", () => {
    const tally = newTally();
    fc.assert(
      fc.property(randomPair, nearlyClean, choices, (pair, given, choose) => {
        for (const { definition } of pair) {
          const subject = subjectOfResolved(definition);
          const { make, change } = factsAround(subject.book);
          for (const each of [change(given, choose), change(given, choose), make(choose)]) agree(subject, each, tally);
        }
      }),
      { numRuns: 130 },
    );
    // Of 5,600 answers about 30 are "moved"; there must be some, however the numbers fall.
    for (const answer of ["moved", "not moved"]) expect(shareOf(tally, answer), answer).toBeGreaterThan(0.001);
  });

  const listed = readExpectations();
  // A response or request around a PCCO is no matter of rules; twins in JSON would only be asked twice.
  const wrappers = [
    "data",
    "change_order",
    "prime_change_order",
    "request_data",
    "prime_contract_change_order",
    "prime_contract",
  ];
  const samples = readSampleFiles()
    .filter(({ format }) => format === "yaml")
    .flatMap((file) => samplesOf(file, listed))
    .flatMap(({ document: { value: document }, context = {} }): readonly Facts[] =>
      isObject(document) && !wrappers.some((key) => Object.hasOwn(document, key))
        ? [{ document, context: { ...context }, input: {} }]
        : [],
    );

  test.each([...shipped, ...companies])("of %s and the samples, as they are and changed", (_name, subject) => {
    const tally = newTally();
    const { change } = factsAround(subject.book);
    for (const sample of samples) agree(subject, sample, tally);
    fc.assert(
      fc.property(fc.constantFrom(...samples), choices, (sample, choose) => {
        const changed = change(sample, choose);
        agree(subject, changed, tally);
        agree(subject, change(changed, choose), tally);
      }),
      { numRuns: 25 },
    );
    expect(tally.cases).toBeGreaterThan(100);
  });
});

describe("what they are known to say differently", () => {
  test("is still so: what is mended has to be taken out of the list", () => {
    const mended = knownDisagreements.filter(
      ({ subject, facts, isThis }) => !disagreements(subject, facts).some((each) => isThis(each)),
    );
    expect(mended.map(({ why }) => why)).toEqual([]);
  });
});

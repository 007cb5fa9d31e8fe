import { fromPointer, valueAt } from "../document/pointer.ts";
import type { Range, TextDocument } from "../document/text.ts";
import { EXPECTED } from "../document/words.ts";
import { validateRuleTest } from "../generated/rule-test-validator.js";
import type { RuleTestFile } from "../generated/types.ts";
import type { RuleSet } from "../rule-set.ts";
import { isRuleSetError, Problems, type RuleProblem } from "../rules/rule-file.ts";
import { type Parts, pathIn, schemaProblems } from "../rules/schema-problems.ts";
import { verifyRuleTest } from "./verify-rule-test.ts";

/** A rule test file, read. */
export interface ReadRuleTest {
  /** `undefined` while the file has faults of syntax or shape. */
  readonly content: RuleTestFile | undefined;
  /** The rule set under test; `undefined` when it can't be had. */
  readonly rules: RuleSet | undefined;
  /** Every fault: of syntax, shape and names. */
  readonly problems: readonly RuleProblem[];
}

const parts: Parts = [
  [/^$/, "rule-test#"],
  [/^\/variants\/[^/]+$/, "rule-test#/properties/variants/additionalProperties"],
  [/^\/matrix\/[0-9]+$/, "rule-test#/properties/matrix/items"],
  [/^\/matrix\/[0-9]+\/default$/, "rule-test#/definitions/expectation"],
  [/^\/matrix\/[0-9]+\/except\/[0-9]+$/, "rule-test#/properties/matrix/items/properties/except/items"],
  [/^\/cases\/[0-9]+$/, "rule-test#/properties/cases/items"],
];

const shape = "a rule test file is a group of keys such as `ruleSet`, `documents` and `cases`";

/**
 * Reads a rule test file and checks its shape and every name it mentions: rules, events, states, toggles, and the
 * documents, contexts and actors of its own. Never throws for a broken file.
 * @param document the text as a value with places
 * @param file name of the file, for messages
 * @param rulesFor finds the rule set of a reference, as `id@version`; throws a `RuleSetError` when there is none
 */
export function readRuleTest(
  document: TextDocument,
  file: string,
  rulesFor: (reference: string) => RuleSet,
): ReadRuleTest {
  const problems = new Problems({ file, rangeOf: (pointer) => rangeIn(document, pointer) });
  const content = document.value;
  for (const { message, path, range } of document.problems) {
    const pointer = path.map((step) => `/${step}`).join("");
    problems.found.push({ file, message: message.replace(EXPECTED, shape), path: pointer, range });
  }
  if (content === undefined) return { content: undefined, rules: undefined, problems: problems.found };
  const isWhole = validateRuleTest(content);
  if (!isWhole) {
    for (const { path, message } of schemaProblems(content, validateRuleTest.errors ?? [], parts))
      problems.add(path, message);
  }
  const rules = rulesOf(valueAt(content, ["ruleSet"]), rulesFor, problems);
  if (isWhole && rules !== undefined) verifyRuleTest(content, rules, problems);
  return { content: isWhole ? content : undefined, rules, problems: problems.found };
}

function rulesOf(
  reference: unknown,
  rulesFor: (reference: string) => RuleSet,
  problems: Problems,
): RuleSet | undefined {
  if (typeof reference !== "string") return undefined;
  try {
    return rulesFor(reference);
  } catch (error) {
    if (!isRuleSetError(error)) throw error;
    const faults = error.problems.length === 0 ? "" : ` The rule file has faults: ${error.problems[0]?.message}`;
    problems.add("/ruleSet", faults === "" ? error.message : `${reference} can't be used.${faults}`);
    return undefined;
  }
}

/** The key of an entry, or the value where there is no key, or the nearest thing around it that is there. */
function rangeIn(document: TextDocument, pointer: string): Range | undefined {
  const path = document.value === undefined ? fromPointer(pointer) : pathIn(document.value, pointer);
  for (let length = path.length; length >= 0; length--) {
    const around = path.slice(0, length);
    const range = document.keyRange(around) ?? document.valueRange(around);
    if (range !== undefined) return range;
  }
  return undefined;
}

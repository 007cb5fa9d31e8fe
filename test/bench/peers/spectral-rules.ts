// biome-ignore-all lint/suspicious/noThenProperty: it is a word of rulesets.

import type { RuleDefinition, RulesetDefinition, RulesetFunction } from "@stoplight/spectral-core";
import { enumeration, pattern, truthy } from "@stoplight/spectral-functions";
import { isDateTime, money, repeatedItems, repeatedLines, unknownItems } from "../ten-rules/idiomatic.ts";
import type { Context, Line } from "../ten-rules/pcco.ts";

type LinesFunction = RulesetFunction<Line[], null>;

/** A function of our own that names the lines at fault, as Spectral's guide to custom functions has it. */
function linesAt(field: string, broken: (lines: Line[], document: unknown) => number[]): LinesFunction {
  return (lines, _, { path, document }) =>
    broken(lines, document.data).map((index) => ({
      message: "the line breaks the rule",
      path: [...path, index, field],
    }));
}

// Spectral's function "schema" would say this and the length of a code, but makes a new ajv for each document.
const isExisting: RulesetFunction<string, null> = (text) =>
  isDateTime(text) ? undefined : [{ message: "not a date and time that exist" }];

/**
 * The ten rules as a Spectral ruleset.
 * @param pcco JSONPath of the PCCO in a document
 * @param contextOf the context that a document's PCCO is judged against
 * @param contextRules the rule that looks at nothing but the context
 */
export function spectralRules(
  pcco: string,
  contextOf: (document: unknown) => Context,
  contextRules: Readonly<Record<string, RuleDefinition>> = {},
): RulesetDefinition {
  const lines = `${pcco}.line_items`;
  const across = (then: LinesFunction) => ({ given: lines, then: { function: then } });
  return {
    rules: {
      "date-required": { given: pcco, then: { field: "created_at", function: truthy } },
      "date-valid": {
        given: `${pcco}.created_at`,
        then: { function: isExisting },
      },
      "status-approved": {
        given: pcco,
        then: [
          { field: "status", function: truthy },
          { field: "status", function: enumeration, functionOptions: { values: ["approved"] } },
        ],
      },
      "billing-item-code-length": {
        given: `${lines}[*].billing_item_code`,
        then: { function: pattern, functionOptions: { match: "/^.{0,10}$/u" } },
      },
      "amount-format": {
        given: `${lines}[*].amount`,
        then: { function: pattern, functionOptions: { match: money.source } },
      },
      "associated-line-item-set": { given: `${lines}[*]`, then: { field: "prime_line_item_id", function: truthy } },
      "associated-line-item-known": across(
        linesAt("prime_line_item_id", (items, document) => unknownItems(items, contextOf(document))),
      ),
      "associated-line-item-pattern": across(linesAt("prime_line_item_id", repeatedItems)),
      "line-ids-unique": across(linesAt("id", repeatedLines)),
      ...contextRules,
    },
  };
}

import { Engine, type RuleProperties, type RuleResult } from "json-rules-engine";
import { isDateTime, isShortCode, money, repeatedItems, repeatedLines, unknownItems } from "../ten-rules/idiomatic.ts";
import type { Context, Fault, Line, Pcco } from "../ten-rules/pcco.ts";
import { tenRules } from "../ten-rules/task.ts";

const linesAt = (lines: readonly Line[], isBroken: (line: Line) => boolean): number[] =>
  lines.flatMap((line, index) => (isBroken(line) ? [index] : []));

/** The lines at fault of a rule that lines break, and the field it looks at. */
const ofLines: Readonly<Record<string, readonly [field: string, (pcco: Pcco, context: Context) => number[]]>> = {
  "billing-item-code-length": [
    "billing_item_code",
    ({ line_items }) => linesAt(line_items, ({ billing_item_code: code }) => code !== undefined && !isShortCode(code)),
  ],
  "amount-format": ["amount", ({ line_items }) => linesAt(line_items, ({ amount }) => !money.test(amount))],
  "associated-line-item-set": [
    "prime_line_item_id",
    ({ line_items }) => linesAt(line_items, ({ prime_line_item_id: id }) => id === undefined),
  ],
  "associated-line-item-known": ["prime_line_item_id", ({ line_items }, context) => unknownItems(line_items, context)],
  "associated-line-item-pattern": ["prime_line_item_id", ({ line_items }) => repeatedItems(line_items)],
  "line-ids-unique": ["id", ({ line_items }) => repeatedLines(line_items)],
};

const pccoRule = (rule: string, path: string, fact: string, operator: string, value: unknown): RuleProperties => ({
  name: rule,
  conditions: { all: [{ fact, operator, value }] },
  event: { type: rule, params: { path } },
});

// Run with facts that are plain values and with one rule for all lines: facts with paths, and a run for each line, take
// many times longer.
const engine = new Engine(
  [
    pccoRule("date-required", "/created_at", "date", "equal", undefined),
    pccoRule("date-valid", "/created_at", "date", "isNoDateTime", true),
    pccoRule("status-approved", "/status", "status", "notEqual", "approved"),
    pccoRule("contract-synced", "", "contractErpId", "equal", null),
    ...Object.entries(ofLines).map(([rule, [field]]) => pccoRule(rule, field, rule, "isNotEmpty", true)),
  ],
  { allowUndefinedFacts: true },
);
engine.addOperator("isNoDateTime", (text: unknown) => typeof text === "string" && !isDateTime(text));
engine.addOperator("isNotEmpty", (list: readonly unknown[]) => list.length > 0);
for (const [rule, [, broken]] of Object.entries(ofLines)) {
  engine.addFact(rule, async (_, almanac) => {
    const [pcco, context] = await Promise.all([almanac.factValue<Pcco>("pcco"), almanac.factValue<Context>("context")]);
    return broken(pcco, context);
  });
}

async function checkLater(pcco: Pcco, context: Context): Promise<readonly Fault[]> {
  const { results } = await engine.run({
    pcco,
    context,
    date: pcco.created_at,
    status: pcco.status,
    contractErpId: context.prime_contract.origin_id,
  });
  return results.flatMap(faultsOf);
}

function faultsOf({ name: rule, event, conditions }: RuleResult): Fault[] {
  const path = String(event?.params?.["path"]);
  const [condition] = "all" in conditions ? conditions.all : [];
  const lines: unknown = condition !== undefined && "factResult" in condition ? condition.factResult : undefined;
  if (!Array.isArray(lines)) return [{ rule, path, message: `${rule} is broken` }];
  return lines.map((index) => ({ rule, path: `/line_items/${index}/${path}`, message: `Line ${index + 1}: ${rule}` }));
}

/** json-rules-engine, its rules made once. */
export const contender = tenRules({ checkLater, told: ({ rule, path }) => `${rule} ${path}` });

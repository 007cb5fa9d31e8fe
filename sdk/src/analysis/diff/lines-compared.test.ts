import fc from "fast-check";
import { expect, test } from "vitest";
import { setOf } from "../../ahead/testing.ts";
import { createRuleSet, type RuleSet } from "../../rule-set.ts";
import { diffRuleSets } from "./rule-set-diff.ts";
import { diffOf, eventOf, line, told } from "./testing.ts";

// A warning that is broken leaves nothing open, so that lines which break it can hide others that would leave it open: a
// PCCO with fewer lines does not always show what one with more shows.

function warning(id: string, asks: string): string {
  return line(id, asks).replace("error", "warning");
}

test("lines that break a warning hide a line that would leave it open", async () => {
  const repeated = warning("repeated", "field: code, distinct: true");
  const diff = await diffOf(repeated + warning("alike", "field: code, same: true"), repeated);
  expect(told(diff)).toEqual(["unknown → exportable: alike"]);
  const [difference] = eventOf(diff, "send").differences;
  expect(difference?.witness.document).toMatchObject({ line_items: [{}, {}, {}] });
});

const fields = {
  code: { label: "Code", path: "line_items[].code", type: "text" },
  kind: { label: "Kind", path: "line_items[].kind", type: "text" },
};

/** What stands in a field of a line: nothing, one of two words, or something of a wrong type. */
const values = [undefined, "A", "B", true];
const lines = values.flatMap((code) => values.map((kind) => ({ code, kind })));

/** So many of these lines, in any mix; their order makes no difference. */
function* mixes<Line>(of: readonly Line[], count: number): Generator<readonly Line[]> {
  if (count === 0) yield [];
  else
    for (const [at, first] of of.entries()) for (const rest of mixes(of.slice(at), count - 1)) yield [first, ...rest];
}

const alone = lines.filter(({ kind }) => kind === undefined);
const fewer = lines.filter(({ code, kind }) => code !== "B" && kind !== "B");
const mixed = [
  ...[1, 2, 3].flatMap((count) => [...mixes(lines, count)]),
  ...mixes(fewer, 4),
  ...[4, 5, 6].flatMap((count) => [...mixes(alone, count)]),
];

const comparing = fc
  .record({
    field: fc.constantFrom("code", "code", "kind"),
    keyword: fc.constantFrom("distinct", "same", "distinctOrSame", "required"),
    severity: fc.constantFrom("error", "warning", "warning"),
  })
  .map(({ field, keyword, severity }) => ({ field, [keyword]: true, severity, stage: "send", source: "page" }));

function ruleSetOf(rules: readonly object[]): RuleSet {
  return createRuleSet(setOf({ fields, rules: Object.fromEntries(rules.map((rule, at) => [`r${at}`, rule])) }));
}

test("no mix of lines shows a difference that is not told", () => {
  const tally = { pairs: 0, notDecided: 0, differences: 0 };
  fc.assert(
    fc.property(
      fc.array(comparing, { maxLength: 2 }),
      fc.array(comparing, { minLength: 1, maxLength: 2 }),
      fc.array(comparing, { maxLength: 1 }),
      (both, first, second) => {
        const [before, after] = [ruleSetOf([...both, ...first]), ruleSetOf([...both, ...second])];
        const [event] = diffRuleSets(before, after).events;
        const told = [...(event?.differences ?? []), ...(event?.notDecided ?? [])];
        tally.pairs++;
        tally.notDecided += Number(event?.relation === "not decided");
        const shown = new Set<string>();
        for (const line_items of mixed) {
          const [older, newer] = [before, after].map((rules) => rules.check({ line_items }, {}).outcome);
          if (older === newer || shown.has(`${older} → ${newer}`)) continue;
          shown.add(`${older} → ${newer}`);
          tally.differences++;
          if (told.every((each) => each.before !== older || each.after !== newer))
            expect([both, first, second, older, newer, line_items]).toBe("told");
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(tally.notDecided).toBeLessThan(tally.pairs / 4);
  expect(tally.differences).toBeGreaterThan(tally.pairs / 2);
});

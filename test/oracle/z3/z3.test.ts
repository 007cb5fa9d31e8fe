import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { init, Z3_error_code, Z3_lbool } from "z3-solver";
import { readShipped } from "../naive/book.ts";
import { change } from "./changes.ts";
import { type Ask, type Comparison, compare, isContradiction } from "./compare.ts";
import { features, fields } from "./dictionary.ts";
import { type AnyRule, randomRule } from "./random-rule.ts";
import { type Surroundings, type Version, versionOf } from "./version.ts";

// The semantic diff proves that two versions of a rule set say the same of all PCCOs, or shows one of which they do not. A
// solver that knows nothing of it is asked the same, in terms that were written apart from the engine.

const { Z3, em } = await init();
afterAll(() => em.PThread.terminateAllThreads());

/** Most steps for one question: unlike time they are the same on every machine. */
const mostSteps = 20_000_000;

/**
 * Asks the solver, by its C functions: what its classes hold is let go of whenever Node likes, also in the middle of
 * another question, which it does not survive.
 */
const ask: Ask = async (text) => {
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const solver = Z3.mk_solver(context);
  Z3.solver_inc_ref(context, solver);
  const params = Z3.mk_params(context);
  Z3.params_inc_ref(context, params);
  Z3.params_set_uint(context, params, Z3.mk_string_symbol(context, "rlimit"), mostSteps);
  Z3.solver_set_params(context, solver, params);
  Z3.solver_from_string(context, solver, text);
  const fault = Z3.get_error_code(context);
  if (fault !== Z3_error_code.Z3_OK) throw new Error(`${Z3.get_error_msg(context, fault)}\n${text}`);
  const answer = await Z3.solver_check(context, solver);
  Z3.params_dec_ref(context, params);
  Z3.solver_dec_ref(context, solver);
  Z3.del_context(context);
  return answer === Z3_lbool.Z3_L_TRUE ? "sat" : answer === Z3_lbool.Z3_L_FALSE ? "unsat" : "unknown";
};

/** What came of many comparisons. */
const tally = { pairs: 0, shown: 0, proved: 0, "not decided": 0, unknown: 0 };

async function agree(before: Version, after: Version): Promise<void> {
  tally.pairs++;
  const compared = await compare(before, after, ask);
  for (const { diff, z3 } of compared) {
    tally[diff]++;
    tally.unknown += Number(z3 === "unknown");
  }
  const wrong: readonly Comparison[] = compared.filter(isContradiction);
  expect(wrong, JSON.stringify([before.book.rules, after.book.rules])).toEqual([]);
}

const surroundings: Surroundings = { fields, features };

describe("the semantic diff and Z3 say the same", () => {
  test("of random rules that are changed a little", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomRule, { minLength: 1, maxLength: 4 }),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        fc.option(randomRule),
        async (rules, changes, added) => {
          const changed = changes.reduce<readonly AnyRule[]>((all, each) => each(all), rules);
          await agree(
            versionOf(surroundings, rules),
            versionOf(surroundings, added === null ? changed : [...changed, added]),
          );
        },
      ),
      { numRuns: 120 },
    );
  });

  test.each(["spectrum/pcco@1.1.0", "procore/pcco@1.0.0", "vista/pcco@1.0.0", "acumatica/pcco@1.0.0"])(
    "of %s when it is changed a little, as far as its rules can be put into terms",
    async (name) => {
      const book = readShipped(name);
      const rules = Object.values(book.rules).map(({ message: _, ...rule }) => ({ ...rule, source: "page" }));
      const around = { fields: book.fields, features: withoutSources(book.features) };
      const before = versionOf(around, rules);
      expect(Object.keys(before.book.rules).length).toBeGreaterThan(5);
      await fc.assert(
        fc.asyncProperty(change, async (each) => agree(before, versionOf(around, each(rules)))),
        { numRuns: 5 },
      );
    },
  );
});

function withoutSources(features: Readonly<Record<string, { readonly source?: string }>>): object {
  return Object.fromEntries(Object.entries(features).map(([name, { source: _, ...each }]) => [name, each]));
}

test("most is decided by both", () => {
  const asked = tally.shown + tally.proved + tally["not decided"];
  const share = (count: number): string => `${((100 * count) / asked).toFixed(1)} %`;
  process.stdout.write(
    `${tally.pairs} pairs, ${asked} kinds of differences: ${share(tally.shown)} shown, ${share(tally.proved)} proved not to be, ` +
      `${share(tally["not decided"])} not decided by the diff, ${share(tally.unknown)} not by Z3\n`,
  );
  expect(tally["not decided"]).toBeLessThan(asked / 5);
  expect(tally.unknown).toBeLessThan(asked / 20);
  expect(tally.shown).toBeGreaterThan(asked / 20);
});

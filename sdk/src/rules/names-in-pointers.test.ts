import { describe, expect, test } from "vitest";
import { lintRules } from "../analysis/lint/lint.ts";
import { mutantsOf } from "../analysis/mutation/mutants.ts";
import { toPointer, valueAt } from "../document/pointer.ts";
import { libraryWith, ruleSetOf } from "../load-text.ts";
import { readRuleFile } from "./read-rule-file.ts";
import { pathIn } from "./schema-problems.ts";
import { dictionary, faults, head, withEvent } from "./testing.ts";

// Names of rules, fields, roles, states and events are letters, digits and hyphens; those of toggles are the ERP tool's own.
const names = ["night/work", "~night", "a~1b", "2026"];

describe("faults are told where they stand, whatever the name", () => {
  const overlay = `${head}extends: spectrum/pcco@1.1.0\n`;
  faults([
    ...names.flatMap((name): (readonly [string, string])[] => [
      [
        dictionary.replace(
          "features:",
          `features:\n  "${name}": { title: T, default: off, where: { »field: nothing, required: true } }`,
        ),
        'unknown field "nothing". Known are title, date, amount, code, contract and state.',
      ],
      [
        dictionary.replace("features:", `features:\n  "${name}": { title: T, default: off, »source: nothing }`),
        'unknown source "nothing". Known is page.',
      ],
    ]),
    [
      `${overlay}overrides:\n  title-length: { severity: off, because: B }\n  »title-length/x: { severity: off, because: B }\n`,
      'unknown rule "title-length/x". Did you mean "title-length"?',
    ],
    [
      `${overlay}features:\n  »export_prime_contract_change_orders/x: on\n`,
      'unknown feature "export_prime_contract_change_orders/x". Did you mean "export_prime_contract_change_orders"?',
    ],
    [
      withEvent("from: [open], role: anyone, set: { title: { value: T }, »title/x: { value: T } }"),
      'unknown field "title/x". Did you mean "title"?',
    ],
  ]);
});

test.each(names)("what is said of the toggle %j leads to it", async (name) => {
  const text = dictionary.replace("  export:", `  "${name}":`);
  const source = await readRuleFile(text, "rules.yaml");
  const rules = ruleSetOf(source, libraryWith([source]));
  const line = text.split("\n").findIndex((each) => each.includes(`"${name}"`));
  const toThere = { path: toPointer(["features", name]), range: { start: { line, character: 2 } } };
  const idle = lintRules(rules, source).filter(({ id }) => id === "lint/idle-toggle");
  expect(idle).toMatchObject([{ place: toThere }]);
  const flipped = mutantsOf(source.content, rules.definition).filter(({ kind }) => kind === "toggle");
  expect(flipped.map(({ path }) => valueAt(source.content, pathIn(source.content, path)))).toEqual(["off"]);
});

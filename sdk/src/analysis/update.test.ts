import { expect, test } from "vitest";
import { editText } from "../document/edit-text.ts";
import { parseText } from "../document/parse.ts";
import { loadBundled } from "../load.ts";
import { readRuleTest } from "./read-rule-test.ts";
import { runTests } from "./run-tests.ts";
import { updatesFor } from "./update.ts";

const rules = loadBundled("spectrum/pcco@1.0.0");

const text = `ruleSet: spectrum/pcco@1.0.0
at: 2026-11-05T09:00:00Z
documents:
  canopy: { status: approved, created_at: 2025-03-04, line_items: [] } # the base
  draft: { status: draft, created_at: 2025-03-04, line_items: [] }
contexts:
  spectrum: { erp: { system: spectrum, features: { export_prime_contract_change_orders: true } } }
actors:
  admin: { prime_contracts: admin }
  nobody: { prime_contracts: none }
matrix:
  - name: who sends what
    documents: [canopy, draft]
    context: spectrum
    actors: [admin, nobody]
    default: { moves: refused } # mostly
    except:
      # the first
      - { documents: [draft], moves: refused, reasons: [role] }
cases:
  - name: a draft # with a comment
    document: draft
    context: spectrum
    broken: [date-required, export-switched-on]
    outcome: exportable
  - { name: "a move that was refused", document: canopy, context: spectrum, actor: admin, moves: refused, reasons: [role] }
  - { name: "all is well", document: canopy, context: spectrum, broken: [] }
`;

function read(yaml: string) {
  const [document] = parseText(yaml, { format: "yaml" }).documents;
  const { content, problems } = document === undefined ? {} : readRuleTest(document, "t.test.yaml", () => rules);
  expect(problems).toEqual([]);
  if (content === undefined) throw new Error("the file is whole");
  return content;
}

test("cases expect what comes of them afterwards, and all but what they expect stays as it is", () => {
  const file = read(text);
  const { updates, edits } = updatesFor(file, runTests(rules, file));
  expect(updates).toEqual([
    { name: "who sends what: canopy, admin, send", before: { moves: "refused" }, after: { moves: "ready_to_export" } },
    { name: "who sends what: draft, admin, send", before: { reasons: ["role"] }, after: { reasons: ["rule"] } },
    {
      name: "who sends what: draft, nobody, send",
      before: { reasons: ["role"] },
      after: { reasons: ["role", "rule"] },
    },
    {
      name: "a draft",
      before: { outcome: "exportable", broken: ["date-required", "export-switched-on"] },
      after: { outcome: "blocked", broken: ["status-approved"] },
    },
    {
      name: "a move that was refused",
      before: { moves: "refused", reasons: ["role"] },
      after: { moves: "ready_to_export" },
    },
  ]);
  const updated = editText(text, { format: "yaml", index: 0 }, edits);
  const again = read(updated);
  expect(runTests(rules, again).filter(({ result }) => !result.passed)).toEqual([]);
  expect(updatesFor(again, runTests(rules, again))).toEqual({ updates: [], edits: [] });
  expect(updated).toContain("# the base");
  expect(updated).toContain("default: { moves: refused } # mostly");
  expect(updated).toContain("- name: a draft # with a comment");
  expect(again.matrix?.[0]?.except).toEqual([
    { documents: ["draft"], actors: ["admin"], events: ["send"], moves: "refused", reasons: ["rule"] },
    { documents: ["draft"], actors: ["nobody"], events: ["send"], moves: "refused", reasons: ["role", "rule"] },
    { documents: ["canopy"], actors: ["admin"], events: ["send"], moves: "ready_to_export" },
  ]);
});

test("a case that can't be run stays as it is", () => {
  const file = read(text.replace("document: draft\n", "document: draft\n    change: { /line_items/7/amount: null }\n"));
  const { updates } = updatesFor(file, runTests(rules, file));
  expect(updates.map(({ name }) => name)).not.toContain("a draft");
});

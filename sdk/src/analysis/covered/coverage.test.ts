import { describe, expect, test } from "vitest";
import { basics, type Made, tested, withRule, written } from "../testing.ts";
import { type Coverage, coverageOf } from "./coverage.ts";

/** What tests see of a rule set. */
function seenBy(made: Made, text: string): Coverage {
  const { file, runs } = tested(made, text);
  return coverageOf(made.rules, made.source, runs, file.at);
}

/** Everything that can be seen of the rule, without tests. */
async function itemsOf(rule: string): Promise<readonly string[]> {
  const made = await written(withRule(rule));
  const { entries } = seenBy(made, "ruleSet: acme/pcco@1.0.0\ncases: []\n");
  expect(entries.map(({ name }) => name)).toEqual(["a-rule"]);
  return entries[0]?.items.map(({ name }) => name) ?? [];
}

describe("what can be seen of a rule", () => {
  test.each([
    ["field: title, required: true", ["holds", "broken"]],
    ["field: title, absent: true", ["holds", "broken"]],
    [
      "field: title, maxLength: 10",
      ["holds", "broken", "does not apply", "length 9", "length 10", "length 11", "no value"],
    ],
    ["field: title, maxLength: 1", ["holds", "broken", "does not apply", "length 1", "length 2", "no value"]],
    [
      "field: title, minLength: 3",
      ["holds", "broken", "does not apply", "length 2", "length 3", "length 4", "no value"],
    ],
    ["field: lines, minItems: 1", ["holds", "broken", "0 lines", "1 line", "2 lines", "no value"]],
    ["field: count, maximum: 5", ["holds", "broken", "does not apply", "below 5", "5", "above 5", "no value"]],
    [
      "field: day, notBefore: 2024-03-01",
      ["holds", "broken", "does not apply", "below 2024-03-01", "2024-03-01", "above 2024-03-01", "no value"],
    ],
    [
      "field: total, maxDecimals: 2",
      ["holds", "broken", "does not apply", "1 decimal", "2 decimals", "3 decimals", "no number", "no value"],
    ],
    ["field: state, oneOf: [open, shut]", ["holds", "broken", '"open"', '"shut"', "another value", "no value"]],
    ["field: flag, equals: true", ["holds", "broken", "true", "another value", "no value"]],
    // A context that says nothing leaves it open; one that says null has a shape that is refused.
    ["field: system, equals: acme", ["holds", "broken", "unknown", '"acme"', "another value"]],
    ["field: system, required: true", ["holds", "broken", "unknown"]],
    ["feature: export, is: on", ["holds", "broken", "unknown"]],
    [
      "field: title, required: true, when: { feature: export, is: on }",
      ["holds", "broken", "does not apply", "unknown", "Export on", "Export off"],
    ],
    [
      "field: title, required: true, when: { field: count, minimum: 5 }",
      ["holds", "broken", "does not apply", "Count: below 5", "Count: 5", "Count: above 5", "Count: no value"],
    ],
    [
      "fields: [title, name], maxLength: 1",
      [
        "holds",
        "broken",
        "does not apply",
        "Title: length 1",
        "Title: length 2",
        "Title: no value",
        "Name: length 1",
        "Name: length 2",
        "Name: no value",
      ],
    ],
  ])("%s", async (rule, items) => {
    expect(await itemsOf(rule)).toEqual(items);
  });

  test.each([
    ["always broken where it applies", "field: title, absent: true, when: { field: title, required: true }", "holds"],
    ["never broken", "field: title, required: true, when: { field: title, required: true }", "broken"],
    // What a context says of a permission is one of a few words, and never nothing.
    [
      "never broken, since contexts have a shape",
      "field: permission, required: true, when: { field: title, required: true }",
      "broken",
    ],
  ])("a rule that is %s", async (_what, rule, state) => {
    const items = await itemsOf(rule);
    expect(items).not.toContain(state);
    expect(items).toContain("does not apply");
  });
});

test("what can be seen stands at the key that asks for it, what a rule says as a whole at none", async () => {
  const rule = "field: title, maxLength: 1, when: { field: name, maxLength: 3 }";
  const { entries } = seenBy(await written(withRule(rule)), "ruleSet: acme/pcco@1.0.0\ncases: []\n");
  const keys = new Map(entries[0]?.items.map(({ name, key }) => [name, key]));
  expect(keys.get("broken")).toBeUndefined();
  expect(keys.get("length 2")).toBe("maxLength");
  expect([...keys].filter(([, key]) => key === "when").map(([name]) => name)).toContainEqual(
    expect.stringMatching(/^Name: /),
  );
});

describe("what is seen", () => {
  const text = withRule("field: title, maxLength: 3, when: { field: system, equals: acme }");
  const file = (cases: string): string => `ruleSet: acme/pcco@1.0.0
documents: { short: { title: "12" }, long: { title: "1234" } }
contexts: { acme: { erp: { system: acme } }, other: { erp: { system: other } } }
cases:
${cases}`;
  const seen = async (cases: string): Promise<readonly string[]> => {
    const coverage = seenBy(await written(text), file(cases));
    const items = coverage.entries.flatMap((entry) => entry.items);
    expect(coverage).toMatchObject({ total: items.length, seen: items.filter((item) => item.seen).length });
    return items.filter((item) => item.seen).map(({ name }) => name);
  };

  test("is what cases meet that pass", async () => {
    expect(await seen("  - { name: a, document: short, context: acme, broken: [] }\n")).toEqual([
      "holds",
      "length 2",
      'System: "acme"',
    ]);
    expect(await seen("  - { name: a, document: short, context: acme, broken: [a-rule] }\n")).toEqual([]);
  });

  test("broken and unknown only where a case expects it", async () => {
    expect(await seen("  - { name: a, document: long, context: acme, outcome: blocked }\n")).not.toContain("broken");
    expect(await seen("  - { name: a, document: long, context: acme, broken: [a-rule] }\n")).toContain("broken");
    expect(await seen("  - { name: a, document: long, outcome: unknown }\n")).not.toContain("unknown");
    expect(await seen("  - { name: a, document: long, unknown: [a-rule] }\n")).toContain("unknown");
    expect(await seen("  - { name: a, document: long, context: other, broken: [] }\n")).toContain("does not apply");
  });
});

describe("events", () => {
  const text = `${basics}rules:
  a-rule: { severity: error, stage: send, source: page, field: title, required: true }
states:
  open: { label: Open, icon: none, locked: false, initial: true }
  sent: { label: Sent, icon: none, locked: true }
roles:
  admin: { label: admin, where: { field: permission, equals: admin } }
lifecycle:
  go:
    label: Go
    from: [open, { state: sent, after: go }]
    to: sent
    role: admin
    checks: [send]
    input: { day: { label: Day, type: date } }
  stay: { label: Stay, from: [open, sent], role: admin }
`;
  const file = (cases: string): string => `ruleSet: acme/pcco@1.0.0
at: 2026-11-05T09:00:00Z
documents: { dock: { title: Dock }, gone: { title: Dock, erp: { status: sent, last_event: go } }, bare: {} }
actors: { admin: { prime_contracts: admin }, nobody: { prime_contracts: none } }
cases:
${cases}`;

  test("are taken from each ERP status, and refused for each kind of reason there can be", async () => {
    const made = await written(text);
    const { entries } = seenBy(made, file("  []\n"));
    expect(entries.slice(1).map(({ name, items }) => [name, items.map((item) => item.name)])).toEqual([
      [
        "go",
        [
          "taken from open",
          "taken from sent after go",
          "refused for state",
          "refused for role",
          "refused for rule",
          "refused for input",
        ],
      ],
      ["stay", ["taken from open", "taken from sent", "refused for role"]],
    ]);
    expect(entries[1]?.items.map(({ key }) => key)).toEqual(["from", "from", "from", "role", "checks", "input"]);
    expect(entries[1]?.place).toMatchObject({
      file: "rules.yaml",
      path: "/lifecycle/go",
      range: { start: { line: 30 } },
    });
  });

  test("a reason is seen only where a case names it", async () => {
    const made = await written(text);
    const seen = (cases: string): readonly string[] =>
      seenBy(made, file(cases)).entries.flatMap(({ kind, items }) =>
        kind === "rule" ? [] : items.filter((item) => item.seen).map(({ name }) => name),
      );
    expect(seen("  - { name: a, document: dock, actor: admin, event: go, moves: sent }\n")).toEqual([
      "taken from open",
    ]);
    expect(seen("  - { name: a, document: gone, actor: admin, event: go, moves: sent }\n")).toEqual([
      "taken from sent after go",
    ]);
    expect(seen("  - { name: a, document: bare, actor: nobody, event: go, moves: refused }\n")).toEqual([]);
    expect(
      seen("  - { name: a, document: bare, actor: nobody, event: go, moves: refused, reasons: [role, rule] }\n"),
    ).toEqual(["refused for role", "refused for rule"]);
  });
});

test("of a rule file that extends another one only what it says itself is asked for", async () => {
  const made = await written(`format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
overrides:
  number-length: { maxLength: 12, because: Ours are longer. }
  title-length: { severity: off, because: Nobody minds. }
rules:
  our-number: { field: number, required: true, severity: warning, stage: save, source: rest }
`);
  const { entries } = seenBy(made, "ruleSet: acme/pcco@1.0.0\ncases: []\n");
  expect(entries.map(({ name, place: { path } }) => [name, path])).toEqual([
    ["number-length", "/overrides/number-length"],
    ["our-number", "/rules/our-number"],
  ]);
});

import { describe, expect, test } from "vitest";
import { validateRuleFile } from "../../generated/rule-file-validator.js";
import { basics, shipped, withRule, written } from "../testing.ts";
import { changedContent } from "./mutant.ts";
import { mutantsOf } from "./mutants.ts";

/** The changes to an entry, as phrases. */
async function changesOf(text: string, entry: string): Promise<readonly string[]> {
  const { source, rules } = await written(text);
  return mutantsOf(source.content, rules.definition)
    .filter((mutant) => mutant.entry === entry)
    .map(({ change }) => change);
}

/** The changes to a rule but that it is dropped, and that its severity is another. */
async function ofRule(rule: string): Promise<readonly string[]> {
  const [dropped, severity, ...others] = await changesOf(withRule(rule), "a-rule");
  expect([dropped, severity]).toEqual(["the rule is dropped", "severity is warning instead of error"]);
  return others;
}

describe("limits are off by one", () => {
  test.each([
    ["maxLength: 10", "field: title", ["maxLength is 9 instead of 10", "maxLength is 11 instead of 10"]],
    ["maxLength: 1", "field: title", ["maxLength is 2 instead of 1"]],
    ["minLength: 3", "field: title", ["minLength is 2 instead of 3", "minLength is 4 instead of 3"]],
    ["minItems: 1", "field: lines", ["minItems is 2 instead of 1"]],
    ["maxDecimals: 0", "field: total", ["maxDecimals is 1 instead of 0"]],
    ["maxDecimals: 10", "field: total", ["maxDecimals is 9 instead of 10"]],
    ["minimum: 5", "field: count", ["minimum is 4 instead of 5", "minimum is 6 instead of 5"]],
    ["minimum: 0", "field: total", ["minimum is -0.01 instead of 0", "minimum is 0.01 instead of 0"]],
    ['maximum: "99.5"', "field: total", ["maximum is 99.49 instead of 99.5", "maximum is 99.51 instead of 99.5"]],
    ['maximum: "0.125"', "field: total", ["maximum is 0.124 instead of 0.125", "maximum is 0.126 instead of 0.125"]],
    ["maxLength: 9007199254740991", "field: title", ["maxLength is 9007199254740990 instead of 9007199254740991"]],
    ["notBefore: 9999-12-31", "field: day", ["notBefore is 9999-12-30 instead of 9999-12-31"]],
    ['pattern: "a{500}"', "field: title", ["pattern is a{499} instead of a{500}"]],
    [
      "notBefore: 2024-03-01",
      "field: day",
      ["notBefore is 2024-02-29 instead of 2024-03-01", "notBefore is 2024-03-02 instead of 2024-03-01"],
    ],
    [
      'pattern: "[A-Z]{2,3}-[{2}]\\\\{{1}"',
      "field: title",
      [
        "pattern is [A-Z]{1,3}-[{2}]\\{{1} instead of [A-Z]{2,3}-[{2}]\\{{1}",
        "pattern is [A-Z]{3,3}-[{2}]\\{{1} instead of [A-Z]{2,3}-[{2}]\\{{1}",
        "pattern is [A-Z]{2,2}-[{2}]\\{{1} instead of [A-Z]{2,3}-[{2}]\\{{1}",
        "pattern is [A-Z]{2,4}-[{2}]\\{{1} instead of [A-Z]{2,3}-[{2}]\\{{1}",
        "pattern is [A-Z]{2,3}-[{2}]\\{{2} instead of [A-Z]{2,3}-[{2}]\\{{1}",
      ],
    ],
    [
      'pattern: "[0-9]{3,}"',
      "field: title",
      ["pattern is [0-9]{2,} instead of [0-9]{3,}", "pattern is [0-9]{4,} instead of [0-9]{3,}"],
    ],
  ])("%s", async (keyword, field, changes) => {
    expect(await ofRule(`${field}, ${keyword}`)).toEqual(changes);
  });
});

describe("words, keywords, fields and conditions of a rule are others, dropped or negated", () => {
  test.each([
    ["field: state, equals: open", ["shut is allowed, too", "lost is allowed, too"]],
    ["field: state, oneOf: [open, shut]", ["open is not allowed", "shut is not allowed", "lost is allowed, too"]],
    ["field: state, oneOf: [open]", ["shut is allowed, too", "lost is allowed, too"]],
    ["field: flag, equals: true", ["equals is false instead of true"]],
    ["field: title, required: true", ["it asks for absent instead of required"]],
    ["field: title, absent: true", ["it asks for required instead of absent"]],
    ["feature: export, is: on", ["the toggle is asked to be off instead of on"]],
    ["field: total, sumEquals: [tax, net]", ["the sum is that of net alone", "the sum is that of tax alone"]],
    [
      "fields: [title, name], maxLength: 1",
      ["maxLength is 2 instead of 1", "the field title is dropped", "the field name is dropped"],
    ],
    [
      "field: flag, required: true, when: { field: title, maxLength: 1 }",
      [
        "it asks for absent instead of required",
        "the condition (Title maxLength: 1) is dropped",
        "the condition (Title maxLength: 1) is negated",
        "maxLength is 2 instead of 1",
      ],
    ],
    [
      "field: flag, required: true, when: { feature: export, is: off }",
      [
        "it asks for absent instead of required",
        'the condition ("Export" is off) is dropped',
        "the toggle export is asked to be on instead of off",
      ],
    ],
    [
      "field: title, format: date, when: { all: [{ field: flag, equals: true }, { not: { field: name, absent: true } }] }",
      [
        "the condition (Flag equals: true and it is not so that Name absent: true) is dropped",
        "the condition (Flag equals: true) is dropped",
        "the condition (Flag equals: true) is negated",
        "the condition (it is not so that Name absent: true) is dropped",
        "the condition is (Name absent: true)",
      ],
    ],
  ])("%s", async (rule, changes) => {
    expect(await ofRule(rule)).toEqual(changes);
  });

  test.each([
    ["warning", ["the rule is dropped", "severity is error instead of warning"]],
    ["info", ["the rule is dropped", "severity is error instead of info"]],
    ["off", ["severity is error instead of off"]],
  ])("severity %s", async (severity, changes) => {
    const text = withRule("field: title, format: date").replace("severity: error", `severity: ${severity}`);
    expect(await changesOf(text, "a-rule")).toEqual(changes);
  });
});

const lifecycle = `${basics}states:
  open: { label: Open, icon: none, locked: false, initial: true }
  sent: { label: Sent, icon: none, locked: true }
  done: { label: Done, icon: none, locked: true }
roles:
  admin: { label: admin, where: { field: permission, oneOf: [admin, standard] } }
  pusher: { label: pusher, where: { field: pushes, equals: true } }
lifecycle:
  go:
    label: Go
    from: [open, { state: sent, after: go }]
    to: sent
    role: admin
    guards: [{ when: { field: title, required: true }, message: Name it. }]
    checks: [save, send]
    input:
      day: { label: Day, type: date, required: true, default: today }
      sure: { label: Sure, type: boolean, mustBe: true }
  end: { label: End, from: [sent], to: done, role: [admin, pusher] }
`;

describe("the life cycle", () => {
  test("from-states, roles, guards, stages and what is entered", async () => {
    expect(await changesOf(lifecycle, "go")).toEqual([
      "it can't happen from open",
      "it can't happen from sent after go",
      "it can happen from sent after any event",
      "it can happen from done, too",
      "pusher may do it, too",
      "the guard (Title required: true) is dropped",
      "the condition (Title required: true) is negated",
      "rules of the stage save are not asked",
      "rules of the stage send are not asked",
      "day need not be given",
      "day has no default",
      "sure can be false, too",
      "sure must be false",
    ]);
    expect(await changesOf(lifecycle, "end")).toEqual([
      "it can happen from open, too",
      "it can happen from done, too",
      "admin may not do it",
      "pusher may not do it",
    ]);
  });

  test("who has a role, where a toggle exists, and where a field is looked up besides", async () => {
    expect(await changesOf(lifecycle, "admin")).toEqual([
      'the condition (Permission oneOf: ["admin","standard"]) is negated',
      "admin is not allowed",
      "standard is not allowed",
    ]);
    expect(await changesOf(lifecycle, "export")).toEqual([
      "it is on instead of off where the context leaves it open",
      'the condition (System equals: "acme") is dropped',
      'the condition (System equals: "acme") is negated',
    ]);
    expect(await changesOf(lifecycle, "title")).toEqual(["its other source is dropped"]);
  });
});

test("of a rule file that extends another one, only what it says itself is changed", async () => {
  const text = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
features: { export_prime_contract_change_orders: on }
overrides:
  number-length: { maxLength: 12, severity: error, because: Ours are longer. }
  title-length: { severity: off, because: Nobody minds. }
rules:
  our-number: { field: number, required: true, severity: warning, stage: save, source: rest }
`;
  const { source, rules } = await written(text);
  expect(mutantsOf(source.content, rules.definition).map(({ entry, change }) => `${entry}: ${change}`)).toEqual([
    "our-number: the rule is dropped",
    "our-number: severity is error instead of warning",
    "our-number: it asks for absent instead of required",
    "number-length: the override is dropped",
    "number-length: severity is warning instead of error",
    "number-length: maxLength is 11 instead of 12",
    "number-length: maxLength is 13 instead of 12",
    "title-length: the override is dropped",
    "export_prime_contract_change_orders: it is off instead of on where the context leaves it open",
  ]);
});

test.each(shipped("spectrum/pcco").library.files.map(({ content }) => `${content.ruleSet}@${content.version}`))(
  "every mutant of %s is a rule file, and another one than before",
  (reference) => {
    const { source, rules, make } = shipped(reference);
    const mutants = mutantsOf(source.content, rules.definition);
    expect(mutants.length).toBeGreaterThan(5);
    const seen = new Set([JSON.stringify(source.content)]);
    for (const mutant of mutants) {
      const content = changedContent(source.content, mutant);
      expect(validateRuleFile(content), `${mutant.entry}: ${mutant.change}`).toBe(true);
      expect(seen.has(JSON.stringify(content)), `${mutant.entry}: ${mutant.change}`).toBe(false);
      seen.add(JSON.stringify(content));
      expect(make(content).reference).toEqual(rules.reference);
    }
  },
);

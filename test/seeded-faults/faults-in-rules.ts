import type { Fault } from "./fault.ts";

const file = "spectrum/pcco/1.1.0.yaml";

function fault(name: string, by: string, ...edits: Fault["edits"]): Fault {
  return { name, file, edits, by };
}

/** A rule of one's own, put before the first one. */
function added(lines: string): readonly [string, string] {
  return ["rules:\n  export-switched-on:", `rules:\n${lines}  export-switched-on:`];
}

const rest = "severity: error\n    stage: save\n    source: thingsToKnow\n";

/** Faults in rules, their messages, toggles and fields. */
export const faultsInRules: readonly Fault[] = [
  fault("a limit of 0", "rules/shape", ["maxLength: 255", "maxLength: 0"]),
  fault("a limit one too small", "tests", [
    "field: billingItemCode\n    maxLength: 10",
    "field: billingItemCode\n    maxLength: 9",
  ]),
  fault("a limit one too large", "tests", [
    "field: billingItemCode\n    maxLength: 10",
    "field: billingItemCode\n    maxLength: 11",
  ]),
  fault("a digit of a limit is lost", "tests", ["maxLength: 255", "maxLength: 25"]),
  fault("a message names a value it does not have", "rules/names", [
    "{label} has {length} characters; Spectrum takes",
    "{label} has {lenght} characters; Spectrum takes",
  ]),
  fault("a rule names a page that is not there", "rules/names", [
    'stage: save\n    message: "{label} has {length} characters; Spectrum takes {maxLength} or fewer."\n    source: thingsToKnow',
    'stage: save\n    message: "{label} has {length} characters; Spectrum takes {maxLength} or fewer."\n    source: thingToKnow',
  ]),
  fault("a rule names no page", "rules/shape", [
    '{maxLength} or fewer."\n    source: thingsToKnow\n',
    '{maxLength} or fewer."\n',
  ]),
  fault("that it is Approved is only a warning", "lint/avoided-gate", [
    "equals: approved\n    severity: error",
    "equals: approved\n    severity: warning",
  ]),
  fault("that it is Approved is off", "lint/avoided-gate", [
    "equals: approved\n    severity: error",
    "equals: approved\n    severity: off",
  ]),
  fault("another status is asked for", "lint/avoided-gate", [
    "field: status\n    equals: approved\n",
    "field: status\n    equals: pending\n",
  ]),
  fault("a rule is asked only for the export", "tests", [
    "equals: approved\n    severity: error\n    stage: send",
    "equals: approved\n    severity: error\n    stage: export",
  ]),
  fault("a condition contradicts itself", "lint/never-fires", [
    "when: { feature: export_prime_contract_change_orders, is: on }\n    field: associatedLineItem\n    refersTo",
    "when:\n      all:\n        - { feature: export_prime_contract_change_orders, is: on }\n        - { feature: export_prime_contract_change_orders, is: off }\n    field: associatedLineItem\n    refersTo",
  ]),
  fault("a condition leaves out what the check is for", "lint/never-fires", [
    "field: number\n    maxLength: 10",
    "when: { field: number, maxLength: 10 }\n    field: number\n    maxLength: 10",
  ]),
  fault("a value is looked up among itself", "lint/never-fires", [
    "refersTo: contractLines",
    "refersTo: associatedLineItem",
  ]),
  fault("a toggle is asked to be on instead of off", "lint/contradictory", [
    "is: off }\n    field: associatedLineItem\n    absent",
    "is: on }\n    field: associatedLineItem\n    absent",
  ]),
  fault("a toggle is asked to be off instead of on", "lint/shadowed", [
    "is: on }\n    field: associatedLineItem\n    refersTo",
    "is: off }\n    field: associatedLineItem\n    refersTo",
  ]),
  fault(
    "a rule is there twice",
    "lint/shadowed",
    added(`  title-short:\n    field: title\n    maxLength: 255\n    ${rest}`),
  ),
  fault(
    "a rule asks less than another one",
    "lint/shadowed",
    added(`  title-long:\n    field: title\n    maxLength: 300\n    ${rest}`),
  ),
  fault(
    "a rule asks for what another one refuses",
    "lint/contradictory",
    added(`  title-long:\n    field: title\n    minLength: 256\n    ${rest}`),
  ),
  fault(
    "a rule refuses what its condition asks for",
    "lint/always-fires",
    added(`  no-title:\n    when: { field: title, required: true }\n    field: title\n    absent: true\n    ${rest}`),
  ),
  fault(
    "a rule without a test",
    "lint/missing-test",
    added(`  description-length:\n    field: title\n    pattern: "[^#]*"\n    ${rest}`),
  ),
  fault("a missing Date is asked for", "tests", ["field: date\n    required: true", "field: date\n    absent: true"]),
  fault("all lines must have the same instead of each its own", "tests", ["distinctOrSame: true", "same: true"]),
  fault("markups are not added up", "tests", ["sumEquals: [lineAmount, markupAmount]", "sumEquals: [lineAmount]"]),
  fault("a word of a list is lost", "tests", ["oneOf: [Approved, Complete]", "oneOf: [Approved]"]),
  fault("a field is looked for under another name", "rules/names", ["path: number, type", "path: nubmer, type"]),
  fault("a length is asked of an amount", "rules/names", ["path: title, type: text", "path: title, type: money"]),
  fault("the contract line's code is not looked up", "tests", [
    "    otherwise: { from: prime_contract.line_items, matching: { id: associatedLineItem }, take: origin_code }\n",
    "",
  ]),
  fault("a key is there twice", "rules/syntax", [
    "field: title\n    maxLength: 255",
    "field: title\n    field: number\n    maxLength: 255",
  ]),
  fault("two check keywords", "rules/names", ["maxLength: 255", "maxLength: 255\n    minLength: 3"]),
  fault("a toggle that nobody asks for", "lint/idle-toggle", [
    "features:\n",
    "features:\n  night_work: { title: Night work, default: off, source: send }\n",
  ]),
  fault(
    "a toggle that makes no difference",
    "lint/idle-toggle",
    ["features:\n", "features:\n  night_work: { title: Night work, default: off, source: send }\n"],
    [
      "field: title\n    maxLength: 255",
      "when: { any: [{ feature: night_work, is: on }, { feature: night_work, is: off }] }\n    field: title\n    maxLength: 255",
    ],
  ),
];

import { describe, expect, test } from "vitest";
import type { JsonObject } from "../document/value.ts";
import {
  context,
  contract,
  current,
  extending,
  frozen,
  ids,
  only,
  pcco,
  ruleSet,
  seed,
  withFields,
  withLine,
} from "./testing.ts";

describe("what a finding tells", () => {
  test("the rule, the place, what was expected and found, and the page", () => {
    expect(only(seed.check(withFields({ status: "draft" }), context).findings)).toEqual({
      ruleId: "status-approved",
      severity: "error",
      state: "broken",
      stage: "send",
      message: "Status is Draft; it must be Approved.",
      path: "/status",
      rulePath: "/rules/status-approved",
      expected: "approved",
      received: "draft",
      rule: {
        file: "spectrum/pcco/1.0.0.yaml",
        path: "/rules/status-approved",
        range: seed.definition.rules.find(({ id }) => id === "status-approved")?.place.range,
      },
      fixes: [
        {
          title: "Set Status to Approved",
          kind: "status",
          edits: [{ op: "replace", path: "/status", value: "approved" }],
        },
      ],
      source: {
        title: expect.stringContaining("Send a PCCO"),
        url: expect.stringMatching(/^https:/),
        basis: "documented",
      },
    });
  });

  test("which line, unless the message does", async () => {
    const long = withLine({ billing_item_code: "12345678901" });
    expect(only(seed.check(long, context).findings)).toMatchObject({
      path: "/line_items/0/billing_item_code",
      message: 'Line 1: Billing Item Code "12345678901" has 11 characters; Spectrum has room for 10.',
    });
    const rules = await extending(
      "overrides:\n  billing-item-code-length: { message: 'On line {line}, {value} is too long', because: x }\n",
    );
    expect(only(rules.check(long, context).findings).message).toBe('On line 1, "12345678901" is too long');
  });

  test("a rule with words of its own speaks with them", () => {
    const said = (fields: JsonObject) =>
      current.check(withFields(fields), context).findings.map((finding) => [finding.ruleId, finding.message]);
    expect(said({ contract_id: 902 })).toEqual([
      ["contract-match", "The PCCO belongs to prime contract 902, but the context describes 901."],
    ]);
    expect(said({ number: "12345678901" })).toEqual([
      [
        "number-length",
        'Number (#) "12345678901" has 11 characters. No limit is published; neighbouring records in Spectrum take 10 to 12, so 10 or fewer are safe.',
      ],
    ]);
    const undated = current.check(withFields({ reviewed_at: null }), context).findings;
    expect(only(undated)).toMatchObject({
      ruleId: "approved-date-required",
      message: "Approved Date is missing (reviewed_at, or approved_on); it becomes the Approval Date in Spectrum.",
      source: { basis: "inferred" },
    });
  });

  test("a rule of several fields tells each that is wrong", () => {
    expect(
      current
        .check(withLine({ cost_code: null, line_item_type: { origin_id: " " } }), context)
        .findings.map(({ path, message }) => [path, message]),
    ).toEqual([
      [
        "/line_items/0/cost_code/origin_id",
        "Line 1: Cost Code is missing or not synced; Spectrum needs it for the Phase and Cost Type.",
      ],
      [
        "/line_items/0/line_item_type/origin_id",
        "Line 1: Cost Type is missing or not synced; Spectrum needs it for the Phase and Cost Type.",
      ],
    ]);
  });

  test("fields of different places under one rule", () => {
    const document = withFields({
      grand_total: "1.005",
      markups: [{ amount: "0.001" }],
      line_items: [{ ...pcco.line_items[0], amount: "1,5" }],
    });
    expect(
      current
        .check(document, context)
        .findings.filter(({ ruleId }) => ruleId === "amount-format")
        .map(({ path }) => path),
    ).toEqual(["/grand_total", "/line_items/0/amount", "/markups/0/amount"]);
  });

  test("an override's own place, and that of a rule of your own", async () => {
    const rules = await extending("overrides:\n  date-required: { severity: warning, because: x }\n");
    expect(only(rules.check(withFields({ created_at: "" }), context).findings)).toMatchObject({
      rulePath: "/overrides/date-required",
      rule: { file: "acme.yaml", range: { start: { line: 6, character: 2 } } },
    });
  });

  test("a fact about the surroundings is shown where the rule file says", () => {
    const unsynced = frozen({ ...context, prime_contract: { ...contract, origin_id: null } });
    expect(only(current.check(pcco, unsynced).findings)).toMatchObject({
      ruleId: "contract-synced",
      path: "/contract_id",
      fixes: [],
    });
    const off = frozen({ ...context, erp: { system: "spectrum", features: {} } });
    expect(current.check(withFields({ line_items: [] }), off).findings[0]).toMatchObject({
      ruleId: "export-switched-on",
      path: "",
      received: "off",
    });
  });
});

describe("many lines", () => {
  test("of which the same fact is missing are told once, of the list", () => {
    const { line_items: _lines, ...rest } = contract;
    const verdict = seed.check(pcco, frozen({ ...context, prime_contract: rest }));
    expect(verdict.findings.map(({ ruleId, path, message }) => [ruleId, path, message])).toEqual([
      [
        "billing-item-code-length",
        "/line_items",
        "Can't tell whether this holds: A Billing Item Code has at most 10 characters. The context does not give prime_contract.line_items.",
      ],
      [
        "associated-line-item-known",
        "/line_items",
        "Can't tell whether this holds: The Associated Line Item is a line of this prime contract. The context does not give prime_contract.line_items.",
      ],
    ]);
  });

  test("one alone is told at its line, beside those that are broken", () => {
    const [first, second] = pcco.line_items;
    const document = withFields({ line_items: [{ ...first, billing_item_code: "12345678901" }, second] });
    const { line_items: _lines, ...rest } = contract;
    const found = seed
      .check(document, frozen({ ...context, prime_contract: rest }))
      .findings.filter(({ ruleId }) => ruleId === "billing-item-code-length");
    expect(found.map(({ state, path }) => [state, path])).toEqual([
      ["broken", "/line_items/0/billing_item_code"],
      ["unknown", "/line_items/1/prime_line_item_id"],
    ]);
  });
});

describe("conditions", () => {
  const rules = (when: string) =>
    ruleSet(`fields:
  kind: { label: Kind, path: kind, type: text }
  note: { label: Note, path: note, type: text }
  limit: { label: Limit, in: context, path: limit, type: id }
  other: { label: Other, in: context, path: other, type: id }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  note-required: { title: A note, field: note, required: true, when: ${when}, severity: error, stage: send, source: page }
states: { open: { label: Open, icon: none, locked: false, initial: true } }
roles: { anyone: { label: x, where: { field: kind, required: true } } }
lifecycle: { send: { label: Send, from: [open], role: anyone, checks: [send] } }
`);
  test.each([
    ["{ field: kind, equals: a }", { kind: "a" }, {}, "blocked"],
    ["{ field: kind, equals: a }", { kind: "b" }, {}, "exportable"],
    ["{ field: kind, equals: a }", {}, {}, "exportable"],
    ["{ not: { field: kind, equals: a } }", {}, {}, "blocked"],
    ["{ field: limit, required: true }", {}, { limit: 5 }, "blocked"],
    ["{ field: limit, required: true }", {}, { limit: null }, "exportable"],
    ["{ field: limit, required: true }", {}, {}, "unknown"],
    ["{ not: { field: limit, required: true } }", {}, {}, "unknown"],
    ["{ all: [{ field: limit, required: true }, { field: kind, equals: a }] }", { kind: "b" }, {}, "exportable"],
    ["{ all: [{ field: limit, required: true }, { field: kind, equals: a }] }", { kind: "a" }, {}, "unknown"],
    ["{ any: [{ field: limit, required: true }, { field: kind, equals: a }] }", { kind: "a" }, {}, "blocked"],
    ["{ any: [{ field: limit, required: true }, { field: kind, equals: a }] }", { kind: "b" }, {}, "unknown"],
    ["{ field: limit, equals: { field: other } }", {}, { limit: 5 }, "unknown"],
    ["{ field: limit, equals: { field: other } }", {}, { limit: 5, other: 6 }, "exportable"],
    ["{ field: kind, maxLength: 1 }", { kind: 5 }, {}, "unknown"],
  ])("%s of %j and %j: %s", async (when, document, surroundings, outcome) => {
    expect((await rules(when)).check(document, surroundings).outcome).toBe(outcome);
  });

  test("hold for rules about a toggle and about all lines, too", async () => {
    const asked = "title: x, severity: error, stage: send, source: send";
    const rules = await extending(`overrides:
  export-switched-on: { severity: off, because: x }
  associated-line-item-known: { severity: off, because: x }
  billing-item-code-length: { severity: off, because: x }
rules:
  toggle: { feature: export_prime_contract_change_orders, is: on, when: { field: contractStatus, equals: Complete }, ${asked} }
  lines: { field: associatedLineItem, same: true, when: { field: contractStatus, equals: Complete }, ${asked} }
`);
    const outcome = (status: string | undefined) => {
      const { status: _status, ...rest } = contract;
      const found = rules.check(
        pcco,
        frozen({
          ...context,
          erp: { system: "spectrum", features: {} },
          prime_contract: { ...rest, ...(status === undefined ? {} : { status }) },
        }),
      ).findings;
      return ids(found).filter((id) => /^(toggle|lines)/.test(id));
    };
    expect(outcome("Approved")).toEqual([]);
    expect(outcome("Complete")).toEqual(["toggle", "lines"]);
    expect(outcome(undefined)).toEqual(["toggle (unknown)", "lines (unknown)"]);
  });

  test("tell which part of the context is missing", async () => {
    const missing = async (when: string, surroundings: object) =>
      only((await rules(when)).check({}, { ...surroundings }).findings).missing;
    expect(await missing("{ all: [{ field: limit, required: true }, { field: other, required: true }] }", {})).toEqual([
      "limit",
      "other",
    ]);
    expect(await missing("{ field: limit, equals: { field: other } }", { limit: 5 })).toEqual(["other"]);
    expect(await missing("{ field: limit, required: true }", { limit: {} })).toEqual(["limit"]);
  });
});

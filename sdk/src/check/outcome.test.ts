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

describe("each rule says one of three things, or does not apply", () => {
  const withoutContract = frozen({ erp: context.erp, actor: context.actor });
  test.each([
    ["kept", pcco, context, "exportable", []],
    ["broken", withFields({ status: "draft" }), context, "blocked", ["status-approved"]],
    [
      "unknown",
      pcco,
      withoutContract,
      "unknown",
      ["billing-item-code-length (unknown)", "associated-line-item-known (unknown)"],
    ],
    ["not asked: the toggle is on", withLine({ prime_line_item_id: null }), context, "exportable", []],
    ["not asked: there is no line", withFields({ line_items: [] }), context, "exportable", []],
    ["not asked: the lines are missing", withFields({ line_items: null }), context, "exportable", []],
  ])("%s", (_name, document, surroundings, outcome, findings) => {
    const verdict = seed.check(document, surroundings);
    expect(verdict.outcome).toBe(outcome);
    expect(ids(verdict.findings)).toEqual(findings);
  });

  test("broken outweighs unknown", () => {
    const verdict = seed.check(withFields({ status: "draft" }), withoutContract);
    expect(verdict.outcome).toBe("blocked");
    expect(ids(verdict.findings)).toEqual([
      "status-approved",
      "billing-item-code-length (unknown)",
      "associated-line-item-known (unknown)",
    ]);
  });

  test("an unknown rule is told as such, with what is missing", () => {
    const [finding] = seed.check(pcco, withoutContract).findings;
    expect(finding).toMatchObject({
      severity: "info",
      state: "unknown",
      path: "/line_items",
      missing: ["prime_contract"],
      message:
        "Can't tell whether this holds: A Billing Item Code has at most 10 characters. The context does not give prime_contract.",
      fixes: [],
    });
  });

  test("without any context, nothing that needs one is passed", () => {
    expect(ids(seed.check(pcco).findings)).toEqual([
      "export-switched-on (unknown)",
      "billing-item-code-length (unknown)",
      "associated-line-item-hidden (unknown)",
      "associated-line-item-known (unknown)",
      "associated-line-item-pattern (unknown)",
    ]);
  });

  test("a fact of the wrong type is unknown too, and the finding says so", () => {
    const surroundings = frozen({
      ...context,
      prime_contract: {
        ...contract,
        line_items: contract.line_items.map((line) => ({ ...line, origin_code: Number(line.origin_code) })),
      },
    });
    const verdict = Reflect.apply(seed.check, seed, [pcco, surroundings]);
    expect(verdict).toMatchObject({ outcome: "unknown" });
    expect(verdict).toHaveProperty(
      "findings.0.message",
      "Line 1: can't tell whether this holds: A Billing Item Code has at most 10 characters. Billing Item Code must be a text in quotes; the context gives the number 520.",
    );
    expect(verdict).toHaveProperty("findings.1.message", expect.stringContaining("Line 2: "));
    expect(verdict).toHaveProperty("findings.0.fixes", []);
  });
});

describe("severity", () => {
  const rule = (severity: string) =>
    extending(`overrides:\n  date-required: { severity: ${severity}, because: x }\n`, "spectrum/pcco@1.0.0");
  const undated = withFields({ created_at: null });

  test.each([
    ["error", "blocked", ["date-required"]],
    ["warning", "exportable", ["date-required"]],
    ["info", "exportable", ["date-required"]],
    ["off", "exportable", []],
  ])("%s", async (severity, outcome, findings) => {
    const verdict = (await rule(severity)).check(undated, context);
    expect([verdict.outcome, ids(verdict.findings)]).toEqual([outcome, findings]);
    for (const finding of verdict.findings) expect(finding.severity).toBe(severity);
  });

  test.each([
    ["error", "unknown", ["contract-synced (unknown)"]],
    ["warning", "unknown", ["contract-synced (unknown)"]],
    ["info", "unknown", ["contract-synced (unknown)"]],
    ["off", "exportable", []],
  ])("%s, of a rule that can't be judged", async (severity, outcome, findings) => {
    const rules = await extending(`overrides:\n  contract-synced: { severity: ${severity}, because: x }\n`);
    const { origin_id: _unsynced, ...rest } = contract;
    const unjudged = frozen({ ...context, prime_contract: rest });
    const verdict = rules.check(pcco, unjudged);
    expect([verdict.outcome, ids(verdict.findings)]).toEqual([outcome, findings]);
    // An error that is broken weighs more, wherever it stands; a warning that is broken weighs less.
    const blocked = rules.check(undated, unjudged);
    expect([blocked.outcome, ids(blocked.findings)]).toEqual(["blocked", ["date-required", ...findings]]);
    const warned = rules.check(withFields({ grand_total: "1.00" }), unjudged);
    expect([warned.outcome, ids(warned.findings)]).toEqual([outcome, [...findings, "total-matches"]]);
  });
});

describe("a warning that is broken in one place does not hide that it is unknown in another", () => {
  const { line_items: _lines, ...rest } = contract;
  const unjudged = frozen({ ...context, prime_contract: rest });
  const tooLong = withLine({ billing_item_code: "12345678901" });

  test.each([
    ["error", "blocked"],
    ["warning", "unknown"],
    ["info", "unknown"],
  ])("on another line: %s", async (severity, outcome) => {
    const rules = await extending(
      `overrides:
  billing-item-code-length: { severity: ${severity}, because: x }
  associated-line-item-known: { severity: off, because: x }
`,
      "spectrum/pcco@1.0.0",
    );
    const verdict = rules.check(tooLong, unjudged);
    expect([verdict.outcome, ids(verdict.findings)]).toEqual([
      outcome,
      ["billing-item-code-length", "billing-item-code-length (unknown)"],
    ]);
    expect(rules.check(tooLong, context).outcome).toBe(severity === "error" ? "blocked" : "exportable");
  });

  test("in another field, of the same place or elsewhere", async () => {
    const rules = await ruleSet(`fields:
  title: { label: Title, path: title, type: text }
  note: { label: Note, path: note, type: text }
  system: { label: System, in: context, path: erp.system, type: text }
  code: { label: Code, path: "line_items[].code", type: text }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  short: { fields: [title, note, system, code], maxLength: 3, severity: warning, stage: send, source: page }
`);
    for (const document of [{ title: "long" }, { line_items: [{ code: "long" }] }]) {
      expect(rules.check(document, { erp: {} })).toMatchObject({ outcome: "unknown" });
      expect(rules.check(document, { erp: { system: "abc" } })).toMatchObject({ outcome: "exportable" });
      expect(rules.check(document, { erp: { system: "long" } })).toMatchObject({ outcome: "exportable" });
    }
  });
});

describe("the rules asked are those of the event's stages", () => {
  test("sending asks save and send, accepting asks export too", () => {
    expect(current.check(pcco, context).outcome).toBe("exportable");
    expect(ids(current.check(pcco, context, { event: "accept" }).findings)).toEqual(["transaction-date (unknown)"]);
    expect(current.check(pcco, context, { event: "accept", at: "2025-03-12T08:00:00Z" }).outcome).toBe("exportable");
    expect(current.check(pcco, context, { event: "accept", input: { transaction_date: "2025-03-12" } }).outcome).toBe(
      "exportable",
    );
  });

  test("an event without rules has nothing against any PCCO", () => {
    expect(current.check({}, {}, { event: "retrieve" })).toEqual({ outcome: "exportable", findings: [] });
  });

  test("an unknown event is a mistake of the program", () => {
    expect(() => Reflect.apply(current.check, current, [pcco, context, { event: "sned" }])).toThrow(
      new RangeError(
        'There is no event "sned". Did you mean "send"? Known are approve, send, retrieve, accept, reject, resend, export-succeeded, export-failed, retry-export, unlink, reset.',
      ),
    );
  });
});

describe("a clean PCCO gets the very same verdict each time", () => {
  test("whatever it came in", () => {
    const verdict = seed.check(pcco, context);
    expect(current.check(pcco, context)).toBe(verdict);
    expect(seed.check({ data: pcco }, context)).toBe(verdict);
    expect(Object.isFrozen(verdict) && Object.isFrozen(verdict.findings)).toBe(true);
  });
});

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

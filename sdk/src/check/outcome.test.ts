import { describe, expect, test } from "vitest";
import {
  context,
  contract,
  current,
  extending,
  frozen,
  ids,
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

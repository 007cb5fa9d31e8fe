import { describe, expect, test } from "vitest";
import { readExpect } from "./analysis/read-expect.ts";
import { documentOf } from "./analysis/samples/sample.ts";
import { samplesFor } from "./analysis/samples/samples.ts";
import { shipped } from "./analysis/testing.ts";
import { parseText } from "./document/parse.ts";
import type { TextDocument } from "./document/text.ts";
import { writeSamples } from "./report/samples.ts";
import type { RuleSet } from "./rule-set.ts";
import { type ExpectResult, runExpect } from "./run-expect.ts";

const { rules } = shipped("spectrum/pcco@1.1.0");

function run(document: TextDocument, by: RuleSet = rules): ExpectResult | string {
  const value = Object(document.value);
  const read = readExpect(value["$expect"]);
  return typeof read === "string" ? read : runExpect(by, document, value["$context"] ?? {}, read);
}

function runText(text: string): ExpectResult | string {
  const [document] = parseText(text, { format: "yaml" }).documents;
  if (document === undefined) throw new Error("a text is always read as one document or more");
  return run(document);
}

function differences(text: string): readonly string[] {
  const result = runText(text);
  return typeof result === "string" ? [result] : result.differences.map(({ kind, message }) => `${kind}: ${message}`);
}

describe.each(["spectrum/pcco@1.0.0", "spectrum/pcco@1.1.0", "vista/pcco@1.0.0"])(
  "samples made for %s",
  (reference) => {
    const made = shipped(reference);
    const documents = samplesFor(made).samples.map(({ sample, kills }) => ({
      document: documentOf(made.rules, sample, reference),
      kills,
    }));

    test.each(["yaml", "ndjson"] as const)("come true, written as %s", (format) => {
      const read = parseText(writeSamples(documents, format), { format }).documents;
      expect(read.length).toBeGreaterThan(3);
      expect(
        read.map((each) => run(each, made.rules)).filter((each) => typeof each === "string" || !each.passed),
      ).toEqual([]);
    });
  },
);

const sent = `$context:
  erp: { system: spectrum, features: { export_prime_contract_change_orders: true } }
  actor: { prime_contracts: admin, erp_integrations: standard, can_push_to_accounting: true }
status: approved
created_at: 2025-03-04T15:10:00Z
erp: { status: ready_to_export }
`;

describe("what comes of events", () => {
  test("is compared, in words", () => {
    const text = `${sent}$expect: { broken: [line-items-required], unknown: [], events: { retrieve: synced, reject: [state], send: [role] } }\n`;
    expect(differences(text).filter((each) => !/ unknown/.test(each))).toEqual(
      expect.arrayContaining([
        "missing: retrieve leads to not_in_erp, not to synced.",
        "missing: reject leads to rejected, but should be refused.",
        expect.stringMatching(/^noisy: send is refused for rule and state, not for role: /),
      ]),
    );
  });

  test("with what is entered for those that take it", () => {
    const by = (input: string): ExpectResult | string =>
      runText(`${sent}$expect: { event: accept, input: ${input}, events: { accept: [], reject: rejected } }\n`);
    expect(by("{ transaction_date: 2026-11-31 }")).toMatchObject({ actual: { events: { accept: ["input", "rule"] } } });
    expect(by("{ transaction_date: 2026-11-30 }")).toMatchObject({ actual: { events: { accept: ["rule"] } } });
    expect(by("{ comment: 7 }")).toMatchObject({ actual: { events: { reject: ["input"] } } });
  });

  test("has nothing to say of a text that holds no PCCO", () => {
    expect(differences("- $expect: 1\n")).toEqual([expect.stringMatching(/^\$expect must be/)]);
  });
});

test("without events no time is given, so that what waits for one is unknown", () => {
  const unknownBy = (more: string): unknown => {
    const result = runText(`${sent}$expect: { event: accept${more} }\n`);
    return typeof result === "string" ? result : result.actual.unknown?.includes("transaction-date");
  };
  expect(unknownBy("")).toBe(true);
  expect(unknownBy(", events: { accept: [rule] }")).toBe(false);
  expect(unknownBy(", asOf: 2026-11-05")).toBe(false);
});

test.each([
  ["7", "$expect must be a list of rules, or a group of keys such as outcome, broken and unknown."],
  ["{ brokn: [] }", '$expect has no "brokn"; it has outcome, event, asOf, input, broken, unknown and events.'],
  ["{ broken: title-length }", '"broken" and "unknown" of $expect are lists of rules.'],
  ["{ outcome: fine }", '"outcome" of $expect is exportable, blocked, unknown or unreadable; found "fine".'],
  ["{ event: 3 }", '"event" of $expect is the name of an event; found 3.'],
  ["{ asOf: yesterday }", '"asOf" of $expect is a day such as 2026-11-05; found "yesterday".'],
  ["{ input: [1] }", '"input" of $expect is a group of values by name; found a list of 1.'],
  ["{ events: [send] }", expect.stringMatching(/^"events" of \$expect says of each event/)],
  ["{ events: { send: [whim] } }", expect.stringMatching(/^"events" of \$expect says of each event/)],
  ["{ event: sned }", 'missing: $expect names the event "sned", which the rules don\'t have. Did you mean "send"?'],
  ["{ events: { sned: [] } }", expect.stringContaining('$expect names the event "sned"')],
  ["{ input: { coment: x } }", 'missing: $expect enters "coment", which no event takes. Did you mean "comment"?'],
])("$expect: %s can't be tried", (written, message) => {
  expect(differences(`${sent}$expect: ${written}\n`)).toEqual([message]);
});

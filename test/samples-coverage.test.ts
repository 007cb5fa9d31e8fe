import { describe, expect, test } from "vitest";
import { compileNames } from "../sdk/src/check/names.ts";
import { type CompiledRule, compileRule } from "../sdk/src/check/rule.ts";
import type { Facts } from "../sdk/src/context/facts.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, UNKNOWN } from "../sdk/src/context/judgement.ts";
import { isObject, type JsonObject } from "../sdk/src/document/value.ts";
import { loadBundled } from "../sdk/src/load.ts";
import { libraryWith } from "../sdk/src/load-text.ts";
import { viewOf } from "../sdk/src/procore/view.ts";
import type { RuleSet } from "../sdk/src/rule-set.ts";
import { files, sampleOf, samples } from "./support/all-samples.ts";
import { checkSample, type Sample } from "./support/samples.ts";

describe("coverage", () => {
  const words = new Map<number, string>([
    [BROKEN, "broken"],
    [HOLDS, "holds"],
    [DOES_NOT_APPLY, "does not apply"],
    [UNKNOWN, "unknown"],
  ]);
  const [b, h, n, u] = ["broken", "holds", "does not apply", "unknown"] as const;

  // Everything that each rule can say of a text without faults. A rule that asks for a value always applies; one that
  // needs no context, and nothing that is entered, always knows.
  const first: Readonly<Record<string, readonly string[]>> = {
    "export-switched-on": [b, h, u],
    "status-approved": [b, h],
    "date-required": [b, h],
    "billing-item-code-length": [b, n, h, u],
    "associated-line-item-hidden": [b, n, h, u],
    "associated-line-item-known": [b, n, h, u],
    "associated-line-item-pattern": [b, n, h, u],
  };
  const second: typeof first = {
    ...first,
    "status-known": [b, h],
    "amount-format": [b, n, h],
    "title-length": [b, n, h],
    "number-length": [b, n, h],
    "contract-approved": [b, h, u],
    "contract-match": [b, n, h, u],
    "contract-synced": [b, h, u],
    "amount-based-contract": [b, h, u],
    "approved-date-required": [b, n, h],
    "line-items-required": [b, h],
    "cost-code-and-type": [b, n, h],
    "unique-phase-cost-type": [b, n, h],
    "billing-item-present": [b, n, h, u],
    "associated-line-item-set": [b, n, h, u],
    "total-matches": [b, n, h],
    // A file can't hold what is entered for an event; that an empty entry breaks the rule is shown further down.
    "transaction-date": [h, u],
  };

  test.each([
    ["1.0.0", first],
    ["1.1.0", second],
  ])("every rule of %s is seen saying everything it can say", (version, possible) => {
    const seen = new Map<string, Set<string>>();
    for (const sample of checkedWith(version).filter(isWithoutFaults)) {
      for (const rule of rulesOf(sample.rules)) {
        const word = words.get(rule.judge(factsOf(sample)));
        if (word !== undefined) seen.set(rule.id, (seen.get(rule.id) ?? new Set()).add(word));
      }
    }
    expect(Object.keys(possible).sort()).toEqual([...loadBundled(`spectrum/pcco@${version}`).ruleIds].sort());
    expect(Object.fromEntries([...seen].map(([id, said]) => [id, [...said].sort()]))).toEqual(possible);
  });

  test.each([
    ["1.0.0", first],
    ["1.1.0", second],
  ])("every rule of %s is expected to be broken, and to be unknown, by some sample", (version, possible) => {
    const expected = (part: "broken" | "unknown") =>
      [...new Set(checkedWith(version).flatMap(({ expectation }) => expectation[part]))]
        .filter((id) => !id.startsWith("document/"))
        .sort();
    const saying = (word: string) =>
      Object.keys(possible)
        .filter((id) => possible[id]?.includes(word))
        .sort();
    expect(expected("broken")).toEqual(saying(b));
    expect(expected("unknown")).toEqual(saying(u));
  });

  test("every fault of a text is expected by some sample", () => {
    const faults = new Set(
      samples.flatMap(({ expectation }) => expectation.broken).filter((id) => id.startsWith("document/")),
    );
    expect([...faults].sort()).toEqual([
      "document/duplicate-key",
      "document/limit",
      "document/syntax",
      "document/type",
      "document/unquoted-code",
    ]);
  });

  test("an empty Transaction Date is broken", () => {
    const sample = sampleOf("spectrum/states/ready-to-export.pcco.yaml");
    const rule = rulesOf(sample.rules).find(({ id }) => id === "transaction-date");
    const facts = factsOf(sample);
    expect(rule?.judge(facts)).toBe(HOLDS);
    expect(rule?.judge({ ...facts, input: { transaction_date: "" } })).toBe(BROKEN);
  });

  test("single-associated-line is off: it says nothing where it would be broken", () => {
    const sample = sampleOf("spectrum/association/single-associated-line-is-off.pcco.yaml");
    const { definition } = sample.rules;
    const rule = definition.rules.find(({ id }) => id === "single-associated-line");
    if (rule === undefined) throw new Error("the rule is gone");
    const names = compileNames(definition);
    const switchedOn = compileRule(
      { ...rule, definition: { ...rule.definition, severity: "error" } },
      definition,
      names,
    );
    expect(switchedOn?.judge(factsOf(sample))).toBe(BROKEN);
    expect(compileRule(rule, definition, names)).toBeUndefined();
    expect(checkSample(sample).findings).toEqual([]);
  });

  test("every rule set has samples that can't be sent, and others that can, unless none can", () => {
    const outcomes = new Map<string, Set<string>>();
    for (const sample of samples.filter(isWithoutFaults)) {
      const { id } = sample.rules.reference;
      outcomes.set(id, (outcomes.get(id) ?? new Set()).add(checkSample(sample).outcome));
    }
    const forErpSystems = libraryWith([])
      .files.filter(({ content }) => content.ruleSet.split("/")[0] !== "procore")
      .map(({ content }) => [content.ruleSet, Object.keys(content.rules ?? {}).includes("export-supported")] as const);
    for (const [id, refusesAll] of [...forErpSystems, ["company/pcco", false] as const]) {
      const seen = [...(outcomes.get(id) ?? [])].filter((outcome) => outcome !== "unknown").sort();
      expect(seen, id).toEqual(refusesAll ? ["blocked"] : ["blocked", "exportable"]);
    }
  });

  test("all document statuses", () => {
    const { definition } = loadBundled("spectrum/pcco@1.1.0");
    const statuses = Object.keys(definition.fields.status?.choices ?? {});
    expect(statuses).toHaveLength(12);
    for (const version of ["1.0.0", "1.1.0"]) {
      expect(
        checkedWith(version).map((sample) => documentOf(sample).status),
        version,
      ).toEqual(expect.arrayContaining(statuses));
    }
  });

  test("all ERP states, the alias, and none", () => {
    const inStates = samples.filter(({ name }) => name.startsWith("spectrum/states/"));
    const { definition } = loadBundled("spectrum/pcco@1.1.0");
    const states = Object.keys(definition.states);
    expect(states).toHaveLength(8);
    const found = inStates.map(({ rules, document }) =>
      isObject(document.value) ? rules.statusOf(document.value) : "",
    );
    expect([...new Set(found)].sort()).toEqual(states.sort());
    const written = inStates.map(({ document }) => {
      const erp = isObject(document.value) ? document.value.erp : undefined;
      return isObject(erp) ? erp.status : undefined;
    });
    expect(written).toContain("exportging");
    expect(written).toContain(undefined);
    expect(sampleOf("spectrum/states/exportging.pcco.yaml").rules.statusOf({ erp: { status: "exportging" } })).toBe(
      "exporting",
    );
  });

  test("all events that check a PCCO, and some of the others", () => {
    const { definition } = loadBundled("spectrum/pcco@1.1.0");
    const checking = Object.entries(definition.lifecycle)
      .filter(([, { checks }]) => checks !== undefined)
      .map(([name]) => name);
    const asked = new Set(samples.map(({ expectation }) => expectation.event ?? "send"));
    expect([...asked]).toEqual(expect.arrayContaining([...checking, "unlink", "reset"]));
  });

  test("all payloads that are recognised", () => {
    const holds =
      (...keys: string[]) =>
      ({ document: { value } }: Sample): boolean =>
        isObject(value) && keys.every((key) => value[key] !== undefined);
    const shapes = [
      holds("id", "line_items"),
      holds("id", "line_items", "prime_contract"),
      holds("prime_change_order", "line_items", "prime_contract"),
      holds("data"),
      holds("change_order"),
      holds("request_name", "request_data"),
      holds("prime_contract_change_order", "prime_contract_change_order_items"),
    ];
    for (const shape of shapes) expect(samples.some(shape), shape.toString()).toBe(true);
  });

  test("several PCCOs in one file: NDJSON, a YAML stream, lists in JSON and YAML", () => {
    const several = files.filter(({ documents }) => documents.length > 1);
    const isList = ({ text }: { readonly text: string }): boolean => /^(#.*\n)*(\[|- )/.test(text);
    const kinds = several.map(
      (file) => `${file.format}${file.format === "ndjson" ? "" : isList(file) ? " list" : " stream"}`,
    );
    expect([...new Set(kinds)].sort()).toEqual(["json list", "ndjson", "yaml list", "yaml stream"]);
  });

  test("at least 44 files", () => {
    expect(files.length).toBeGreaterThanOrEqual(44);
  });

  function isWithoutFaults({ expectation }: Sample): boolean {
    return !expectation.broken.some((id) => id.startsWith("document/"));
  }

  function checkedWith(version: string): readonly Sample[] {
    return samples.filter(
      ({ rules: { reference } }) => reference.id === "spectrum/pcco" && reference.version === version,
    );
  }

  function rulesOf({ definition }: RuleSet): readonly CompiledRule[] {
    const names = compileNames(definition);
    return definition.rules.map((rule) => compileRule(rule, definition, names)).filter((rule) => rule !== undefined);
  }

  function documentOf(sample: Sample): JsonObject {
    return factsOf(sample).document;
  }

  function factsOf({ document, context, expectation }: Sample): Facts {
    const view = viewOf(document.value, context);
    const input = expectation.asOf === undefined ? {} : { transaction_date: expectation.asOf };
    return { document: view?.document ?? {}, context: view?.context ?? {}, input };
  }
});

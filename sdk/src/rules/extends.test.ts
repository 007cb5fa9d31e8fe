import { describe, expect, test } from "vitest";
import { loadBundled } from "../load.ts";
import { loadShipped } from "../load-shipped.ts";
import { loadFrom, loadRuleText, readRuleFolder } from "../load-text.ts";
import { RuleSetError } from "./rule-file.ts";
import { expectFaults, faults, head } from "./testing.ts";

const child = (text: string, reference = "spectrum/pcco@1.1.0") => `${head}extends: ${reference}\n${text}`;
const ofAcme = (version: string, text: string) => ({
  file: `${version}.yaml`,
  text: `${head.replace("1.0.0", version).replace("2025-01-01", `2025-01-0${version[0]}`)}${text}`,
});

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason: unknown) => reason);
  if (error instanceof RuleSetError) return error.message;
  throw new Error("expected a RuleSetError");
}

describe("what a rule set extends must be there", () => {
  faults([
    [
      child("", "spectrum/pco@1").replace("extends", "»extends"),
      'there is no rule set "spectrum/pco". Did you mean "spectrum/pcco"?',
    ],
    [
      child("", "jonas/pcco@1").replace("extends", "»extends"),
      'there is no rule set "jonas/pcco". Known are spectrum/pcco, acumatica/pcco, cmic/pcco, netsuite/pcco, procore/pcco-life-cycle, procore/pcco, quickbooks-desktop/pcco, quickbooks-online/pcco, sage-100/pcco, sage-300-cre/pcco, sage-intacct/pcco, vista/pcco and xero/pcco.',
    ],
    [
      child("", "spectrum/pcco@3").replace("extends", "»extends"),
      '"spectrum/pcco" has no version "3". It has 1.0.0 (from 2020-04-09), 1.1.0 (from 2026-11-01).',
    ],
    [
      child("", "spectrum/pcco@newest").replace("extends", "»extends"),
      '"newest" is not a version or range; write for example spectrum/pcco@1.1.0, spectrum/pcco@1, spectrum/pcco@~1.0, spectrum/pcco@^1.1 or spectrum/pcco@latest.',
    ],
  ]);
});

describe("no rule set extends itself", () => {
  const itself = "this rule set extends itself: acme/pcco@1.0.0 → acme/pcco@1.0.0";
  faults([
    [child("", "acme/pcco@1.0.0").replace("extends", "»extends"), itself],
    [child("", "acme/pcco").replace("extends", "»extends"), itself],
  ]);

  test("nor by way of others, which is told where the ring closes", async () => {
    const library = await readRuleFolder({
      files: [
        ofAcme("1.0.0", "extends: acme/pcco@3\n"),
        ofAcme("2.0.0", "extends: acme/pcco@1\n"),
        ofAcme("3.0.0", "extends: acme/pcco@2\n"),
      ],
    });
    expect(await messageOf(Promise.resolve().then(() => loadFrom(library, "acme/pcco@1.0.0")))).toBe(
      "1.0.0.yaml can't be used:\n  2.0.0.yaml:5:1 this rule set extends itself: acme/pcco@1.0.0 → acme/pcco@3.0.0 → acme/pcco@2.0.0 → acme/pcco@1.0.0",
    );
  });

  test("an earlier version of its own may be extended", async () => {
    const library = await readRuleFolder({
      files: [ofAcme("1.0.0", "extends: spectrum/pcco@1.0.0\n"), ofAcme("2.0.0", "extends: acme/pcco@1\n")],
    });
    expect(loadFrom(library, "acme/pcco@2").ruleIds).toEqual(loadBundled("spectrum/pcco@1.0.0").ruleIds);
  });
});

describe("an override changes a rule of the rule set that is extended", () => {
  faults([
    [
      child("overrides:\n  »title-lenght: { severity: off, because: x }\n"),
      'unknown rule "title-lenght". Did you mean "title-length"?',
    ],
    [child("overrides:\n  »title-length: { severity: off }\n"), '"title-length" needs "because"'],
    [child('overrides:\n  title-length: { severity: off, »because: "" }\n'), '"because" must not be empty'],
    [
      child("overrides:\n  »title-length: { because: x }\n"),
      '"title-length" changes nothing; write what is to be different beside "because"',
    ],
    [
      child("overrides:\n  title-length: { »minLength: 3, because: x }\n"),
      'rule "title-length" has no "minLength" that could be changed; add a rule of your own instead',
    ],
    [
      child("overrides:\n  title-length: { »message: '{limit}', because: x }\n"),
      "the message mentions {limit}, which is not known here. Known are label, value, length and maxLength.",
    ],
    [
      child("overrides:\n  status-approved: { »equals: aproved, because: x }\n"),
      '"aproved" is no choice of Status. Did you mean "approved"?',
    ],
    [
      `${head}overrides:\n  »title-length: { severity: off, because: x }\n`,
      "only a rule set that extends another can override its rules",
    ],
  ]);

  test("its title, severity, stage, message and limit; what it does not mention stays", async () => {
    const rules = await loadRuleText({
      text: child(
        "overrides:\n  title-length: { title: Titles are short, severity: warning, stage: send, maxLength: 30, message: 'Too long', because: We print it }\n",
      ),
    });
    const changed = rules.definition.rules.find(({ id }) => id === "title-length");
    const original = loadBundled("spectrum/pcco@1.1.0").definition.rules.find(({ id }) => id === "title-length");
    expect(changed?.because).toBe("We print it");
    expect(changed?.place).toMatchObject({
      file: "rules.yaml",
      path: "/overrides/title-length",
      range: { start: { line: 6, character: 2 } },
    });
    expect(changed?.definition).toEqual({
      ...original?.definition,
      title: "Titles are short",
      severity: "warning",
      stage: "send",
      maxLength: 30,
      message: "Too long",
    });
  });

  test("also where the rule had no message of its own", async () => {
    const rules = await loadRuleText({
      text: child("overrides:\n  date-required: { message: '{label}, please', because: x }\n"),
    });
    expect(rules.check({}).findings.find(({ ruleId }) => ruleId === "date-required")?.message).toBe("Date, please");
  });

  test("to off, so that it is not asked, or to on", async () => {
    const rules = await loadRuleText({
      text: child(
        "overrides:\n  title-length: { severity: off, because: x }\n  single-associated-line: { severity: error, because: x }\n",
      ),
    });
    expect(rules.ruleIds).not.toContain("title-length");
    expect(rules.ruleIds).toContain("single-associated-line");
    expect(loadBundled("spectrum/pcco@1.1.0").ruleIds).not.toContain("single-associated-line");
  });
});

describe("what is inherited can't be defined again", () => {
  const again = (name: string) => `"${name}" is defined in the rule set this one extends; give yours another name`;
  faults([
    [child('sources:\n  »send: { title: A, url: "https://a" }\n'), again("send")],
    [child("fields:\n  »date: { label: D, path: d, type: text }\n"), again("date")],
    [child("roles:\n  »integration: { label: x, where: { field: isSystem, equals: true } }\n"), again("integration")],
    [child("states:\n  »synced: { label: S, icon: none, locked: false }\n"), again("synced")],
    [child("lifecycle:\n  »send: { label: x, from: [synced], role: integration }\n"), again("send")],
    [
      child("rules:\n  »date-required: { field: date, required: true, severity: error, stage: send, source: send }\n"),
      'rule "date-required" is defined in the rule set this one extends; change it under "overrides", with a "because"',
    ],
    [
      child("features:\n  »export_prime_contract_change_orders: { title: x, default: on }\n"),
      '"export_prime_contract_change_orders" is defined in the rule set this one extends; write "on" or "off" to set it',
    ],
  ]);
});

describe("a feature of the rule set that is extended is set to on or off", () => {
  faults([
    [
      child("features:\n  »export_prime_contract_changes_orders: on\n"),
      'unknown feature "export_prime_contract_changes_orders". Did you mean "export_prime_contract_change_orders"?',
    ],
    [
      child("features:\n  »export_prime_contract_change_orders: yes\n"),
      '"export_prime_contract_change_orders" is "yes"; it can be on or off. Did you mean "on"?',
    ],
    [
      `${head}features:\n  »export: on\n`,
      '"export" can only be set where a rule set this one extends defines it; to define it here, give it a "title" and a "default"',
    ],
  ]);

  test("which holds where the context does not say otherwise", async () => {
    const rules = await loadRuleText({ text: child("features:\n  export_prime_contract_change_orders: on\n") });
    const broken = (features?: Record<string, boolean>) =>
      rules
        .check({}, { erp: { system: "spectrum", ...(features && { features }) } })
        .findings.filter(({ ruleId }) => ruleId === "export-switched-on");
    expect(broken()).toEqual([]);
    expect(broken({})).toEqual([]);
    expect(broken({ export_prime_contract_change_orders: false })).toHaveLength(1);
  });

  test("a toggle may have any name, also one that every object has", async () => {
    const own = "features:\n  constructor: { title: Export, default: off }\n";
    await expect(loadRuleText({ text: child(own) })).resolves.toBeDefined();
  });
});

test("rules, fields and sources of its own come on top", async () => {
  const own =
    "fields:\n  reference: { label: Reference, path: reference, type: text }\nrules:\n  reference-required: { field: reference, required: true, severity: error, stage: send, source: send }\n";
  const rules = await loadRuleText({ text: child(own) });
  expect(rules.ruleIds).toEqual([...loadBundled("spectrum/pcco@1.1.0").ruleIds, "reference-required"]);
  expect(rules.events).toEqual(loadBundled("spectrum/pcco@1.1.0").events);
  await expectFaults(
    child("rules:\n  a-rule: { field: title, required: true, severity: error, stage: send, »source: sned }\n"),
    ['unknown source "sned". Did you mean "send"?'],
  );
});

test("so do toggles, statuses, roles and events, over as many rule sets as there are", async () => {
  const more = `sources:
  page: { title: Page, url: "https://example.com" }
features:
  export_markup: { title: Export of markup, default: off }
fields:
  reference: { label: Reference, path: reference, type: text }
rules:
  markup-switched-on: { feature: export_markup, is: on, severity: error, stage: send, source: page }
roles:
  controller: { label: being the controller, where: { field: canPushToAccounting, equals: true } }
states:
  on_hold: { label: On hold, icon: none, locked: true }
lifecycle:
  hold: { label: Hold, from: [ready_to_export], to: on_hold, role: controller }
`;
  const rules = await loadRuleText({
    text: child(`${more}overrides:\n  number-length: { maxLength: 4, because: x }\n`, "vista/pcco@1.0.0"),
  });
  const vista = await loadShipped("vista/pcco@1.0.0");
  expect(rules.ruleIds).toEqual([...vista.ruleIds, "markup-switched-on"]);
  expect(rules.events).toEqual([...vista.events, "hold"]);
  expect(Object.keys(rules.definition.states)).toEqual([...Object.keys(vista.definition.states), "on_hold"]);
  const context = {
    erp: { system: "vista", features: { export_prime_contract_change_orders: true, export_markup: false } },
    actor: { can_push_to_accounting: true },
  };
  const pcco = { number: "00004", erp: { status: "ready_to_export" } };
  const { findings } = rules.check(pcco, context);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(["status-approved", "number-length", "markup-switched-on"]),
  );
  const moved = rules.transition(pcco, "hold", { context, at: "2026-11-05T09:00:00Z" });
  expect(moved.ok && moved.document.erp?.status).toBe("on_hold");
});

test("faults of the rule set that is extended are told at their own place", async () => {
  const library = await readRuleFolder({
    files: [
      ofAcme("1.0.0", "overrides:\n  a-rule: { severity: off, because: x }\n"),
      ofAcme("2.0.0", "extends: acme/pcco@1\n"),
    ],
  });
  expect(await messageOf(Promise.resolve().then(() => loadFrom(library, "acme/pcco@2")))).toBe(
    "2.0.0.yaml can't be used:\n  1.0.0.yaml:6:3 only a rule set that extends another can override its rules",
  );
});

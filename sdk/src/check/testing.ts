// What the tests of checks, events and payloads share: a PCCO and surroundings in which everything is right.
import { isObject, type JsonObject } from "../document/value.ts";
import type { Finding, Pcco, PccoContext } from "../generated/types.ts";
import { loadBundled } from "../load.ts";
import { loadRuleText } from "../load-text.ts";
import type { RuleSet } from "../rule-set.ts";

export const seed = loadBundled("spectrum/pcco@1.0.0");
export const current = loadBundled("spectrum/pcco@1.1.0");
export const at = "2025-03-12T08:00:00Z";

/** Freezes a value with everything in it, so that a test fails when something tries to change it. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

export const pcco = frozen({
  id: 3307,
  contract_id: 901,
  number: "004",
  title: "Added loading dock canopy",
  status: "approved",
  created_at: "2025-03-04T15:10:00Z",
  reviewed_at: "2025-03-11T18:22:00Z",
  grand_total: "10500.00",
  line_items: [
    {
      id: 88101,
      amount: "8000.00",
      cost_code: { origin_id: "05120" },
      line_item_type: { origin_id: "S" },
      prime_line_item_id: 7002,
    },
    {
      id: 88102,
      amount: "2500.00",
      cost_code: { origin_id: "03300" },
      line_item_type: { origin_id: "M" },
      prime_line_item_id: 7001,
    },
  ],
} satisfies Pcco);

export const contract = frozen({
  id: 901,
  status: "Approved",
  accounting_method: "amount",
  origin_id: "SP-J24118",
  line_items: [
    { id: 7001, origin_code: "0010" },
    { id: 7002, origin_code: "0520" },
  ],
} satisfies PccoContext["prime_contract"]);

/** Someone who may do everything. */
export const everyone = frozen({
  id: 12,
  prime_contracts: "admin",
  erp_integrations: "standard",
  can_push_to_accounting: true,
  designated_reviewer: true,
  system: true,
} satisfies PccoContext["actor"]);

export const context = frozen({
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
  prime_contract: contract,
  actor: everyone,
} satisfies PccoContext);

/** A value that is a group of fields, as one. */
export function group(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error("expected a group of fields");
  return value;
}

/** The PCCO with other fields. */
export function withFields(fields: JsonObject): JsonObject {
  return frozen({ ...pcco, ...fields });
}

/** The PCCO with other fields on its first line. */
export function withLine(fields: JsonObject): JsonObject {
  const [first, ...others] = pcco.line_items;
  return withFields({ line_items: [{ ...first, ...fields }, ...others] });
}

/** The ids of findings, with how they ended when it is not "broken". */
export function ids(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ ruleId, state }) => (state === "broken" ? ruleId : `${ruleId} (${state})`));
}

/** The only item of a list. */
export function only<T>(items: readonly T[]): T {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`expected one, found ${items.length}`);
  return item;
}

const ruleFileHead = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
`;

/** A rule set that extends the bundled one. Its own part begins on line 6. */
export function extending(text: string, parent = "spectrum/pcco@1.1.0"): Promise<RuleSet> {
  return loadRuleText({ text: `${ruleFileHead}extends: ${parent}\n${text}`, file: "acme.yaml" });
}

/** A rule set of its own. Its part begins on line 5. */
export function ruleSet(text: string): Promise<RuleSet> {
  return loadRuleText({ text: `${ruleFileHead}${text}`, file: "acme.yaml" });
}

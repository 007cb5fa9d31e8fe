/** A context under which a PCCO can be sent. */
export const context = `erp:
  system: spectrum
  features: { export_prime_contract_change_orders: true }
project: { id: 4410, is_erp_integrated: true, origin_id: J24118 }
prime_contract:
  id: 901
  status: Approved
  accounting_method: amount
  origin_id: SP-J24118
  line_items: [{ id: 7001, origin_code: "0010" }, { id: 7002, origin_code: "0520" }]
actor: { id: 12, prime_contracts: admin, erp_integrations: none, can_push_to_accounting: false, designated_reviewer: false, system: false }
`;

/** What is changed in the PCCO that can be sent. */
export interface Changes {
  readonly status?: string;
  readonly code?: string;
  readonly head?: string;
}

/** A PCCO that can be sent, but for what is changed. */
export function pcco({ status = "approved", code = "0520", head = "" }: Changes = {}): string {
  return `${head}id: 3307
contract_id: 901
number: "004"
title: Added loading dock canopy
status: ${status}
created_at: 2025-03-04T15:10:00Z
reviewed_at: 2025-03-11T18:22:00Z
grand_total: "8000.00"
line_items:
  - id: 88101
    description: Canopy steel
    amount: "8000.00"
    cost_code: { full_code: 05-120, origin_id: "05120" }
    line_item_type: { code: S, origin_id: S }
    prime_line_item_id: 7002
    billing_item_code: "${code}"
erp: { status: not_in_erp, origin_id: null }
`;
}

/** A company's rules: those for Spectrum with another limit for codes. */
export function overlay(limit: number): string {
  return `format: 1
ruleSet: company/pcco
version: 1.0.0
title: Our rules
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
overrides:
  billing-item-code-length:
    maxLength: ${limit}
    because: Our codes are longer.
`;
}

/** The range of a piece of a text. */
export function rangeOf(text: string, piece: string) {
  const offset = text.indexOf(piece);
  if (offset < 0) throw new Error(`the text does not have ${piece}`);
  const before = text.slice(0, offset).split("\n");
  const line = before.length - 1;
  const character = before.at(-1)?.length ?? 0;
  return { start: { line, character }, end: { line, character: character + piece.length } };
}

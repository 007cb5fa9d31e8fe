/** The files of a starter folder, by name. */
export const starter: Readonly<Record<string, string>> = {
  "example.pcco.yaml": `# A Prime Contract Change Order, as Procore's REST API returns it. Check it: npx erp-rules check .
id: 1
contract_id: 10
number: "001"
title: Example change order
status: draft # only "approved" can be sent
created_at: 2025-03-04T15:10:00Z
reviewed_at: null
grand_total: "1500.00"
line_items:
  - id: 101
    description: Example line
    amount: "1500.00" # amounts and codes stand in quotes
    cost_code: { full_code: 05-120, origin_id: "05120" }
    line_item_type: { code: S, origin_id: S }
    prime_line_item_id: 1001 # the Associated Line Item
erp: { status: not_in_erp, origin_id: null }
`,
  "pcco.context.yaml": `# What the PCCOs of this folder are judged against.
erp:
  system: spectrum
  features: { export_prime_contract_change_orders: true }
project: { id: 1, is_erp_integrated: true, origin_id: J00001 }
prime_contract:
  id: 10
  status: Approved
  accounting_method: amount
  origin_id: SP-J00001
  line_items:
    - { id: 1001, description: General conditions, origin_code: "0010" }
actor: { id: 1, prime_contracts: admin, erp_integrations: none, can_push_to_accounting: false, designated_reviewer: false, system: false }
`,
  "rules/company.yaml": `# Your company's rules: those for Spectrum, with changes. Use them: npx erp-rules check . --rules rules/company.yaml
format: 1
ruleSet: company/pcco
version: 1.0.0
title: Our rules for sending a PCCO to Spectrum
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
overrides:
  associated-line-item-set:
    severity: error
    because: Our accounting team wants every line associated before it looks at a PCCO.
`,
  "rules/company.test.yaml": `# Tests of your company's rules. Run them: npx erp-rules test .
ruleSet: company/pcco@1.0.0
at: 2026-11-05T09:00:00Z

documents:
  example:
    id: 1
    contract_id: 10
    number: "001"
    title: Example change order
    status: approved
    created_at: 2025-03-04T15:10:00Z
    reviewed_at: 2025-03-11T18:22:00Z
    grand_total: "1500.00"
    line_items:
      - id: 101
        description: Example line
        amount: "1500.00"
        cost_code: { full_code: 05-120, origin_id: "05120" }
        line_item_type: { code: S, origin_id: S }
        prime_line_item_id: 1001
        billing_item_code: "0010"
    erp: { status: not_in_erp, origin_id: null }

contexts:
  spectrum:
    erp: { system: spectrum, features: { export_prime_contract_change_orders: true } }
    project: { id: 1, is_erp_integrated: true, origin_id: J00001 }
    prime_contract:
      id: 10
      status: Approved
      accounting_method: amount
      origin_id: SP-J00001
      line_items:
        - { id: 1001, description: General conditions, origin_code: "0010" }

cases:
  - name: an approved PCCO whose lines are all associated can be sent
    document: example
    context: spectrum
    outcome: exportable
    broken: []
    unknown: []
  - name: a line that is not associated blocks
    document: example
    context: spectrum
    change: { /line_items/0/prime_line_item_id: null }
    outcome: blocked
    broken: [associated-line-item-set]
  - name: while the export is switched off nobody asks for it
    document: example
    context: spectrum
    change: { /line_items/0/prime_line_item_id: null }
    changeContext: { /erp/features/export_prime_contract_change_orders: false }
    outcome: blocked
    broken: [export-switched-on]
  - name: whether the export is switched on has to be known
    document: example
    context: spectrum
    change: { /line_items/0/prime_line_item_id: null }
    changeContext: { /erp/features: null }
    outcome: unknown
    broken: []
    unknown:
      - export-switched-on
      - associated-line-item-hidden
      - associated-line-item-known
      - associated-line-item-pattern
      - associated-line-item-set
`,
};

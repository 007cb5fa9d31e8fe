import type { Fault } from "./fault.ts";

/** Faults in the rule files of other ERP systems, and in how versions follow each other. */
export const faultsElsewhere: readonly Fault[] = [
  {
    name: "a rule set that is not there is extended",
    file: "vista/pcco/1.0.0.yaml",
    edits: [["extends: procore/pcco@1.0.0", "extends: procore/pcco@1.3.0"]],
    by: "rules/names",
  },
  {
    name: "a limit with a digit too many",
    file: "vista/pcco/1.0.0.yaml",
    edits: [["maxLength: 30", "maxLength: 300"]],
    by: "tests",
  },
  {
    name: "the wrong ERP system",
    file: "vista/pcco/1.0.0.yaml",
    edits: [["equals: vista", "equals: spectrum"]],
    by: "tests",
  },
  {
    name: "what is synced must be missing",
    file: "procore/pcco/1.0.0.yaml",
    edits: [["field: contractErpId\n    required: true", "field: contractErpId\n    absent: true"]],
    by: "tests",
  },
  {
    name: "that it is Approved is not asked of any ERP system",
    file: "procore/pcco/1.0.0.yaml",
    edits: [["equals: approved\n    severity: error", "equals: approved\n    severity: info"]],
    by: "lint/avoided-gate",
  },
  {
    name: "the condition of a refusal names another ERP system",
    file: "netsuite/pcco/1.0.0.yaml",
    edits: [["when: { field: erpSystem, equals: netsuite }", "when: { field: erpSystem, equals: xero }"]],
    by: "lint/avoided-gate",
  },
  {
    name: "a retry asks no rules, and the PCCO is not locked meanwhile",
    file: "procore/pcco-life-cycle/1.0.0.yaml",
    edits: [
      [
        "failed_to_export: { label: Failed to Export, icon: blue, locked: true }",
        "failed_to_export: { label: Failed to Export, icon: blue, locked: false }",
      ],
      [
        "role: accountingApprover\n    checks: [save, send, export]\n    icon: blue\n    source: failed",
        "role: accountingApprover\n    icon: blue\n    source: failed",
      ],
    ],
    by: "lint/avoided-gate",
  },
  {
    name: "a patch that refuses more",
    file: "spectrum/pcco/1.1.0.yaml",
    edits: [
      ["version: 1.1.0\n", "version: 1.1.1\n"],
      ["effective: { from: 2026-11-01 }", "effective: { from: 2027-01-01 }"],
      ["maxLength: 255", "maxLength: 200"],
    ],
    by: "lint/version-step",
  },
  {
    name: "a minor step that lets through what was refused",
    file: "spectrum/pcco/1.1.0.yaml",
    edits: [
      ["version: 1.1.0\n", "version: 1.2.0\n"],
      ["effective: { from: 2026-11-01 }", "effective: { from: 2027-01-01 }"],
      ["maxLength: 255", "maxLength: 300"],
    ],
    by: "lint/version-step",
  },
  {
    name: "a published version is changed",
    file: "spectrum/pcco/1.0.0.yaml",
    edits: [["maxLength: 10", "maxLength: 12"]],
    by: "rules/published",
  },
];

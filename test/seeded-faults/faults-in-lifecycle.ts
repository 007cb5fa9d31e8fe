import type { Fault } from "./fault.ts";

const file = "spectrum/pcco/1.1.0.yaml";

function fault(name: string, by: string, ...edits: Fault["edits"]): Fault {
  return { name, file, edits, by };
}

/** Faults in roles, ERP statuses and events. */
export const faultsInLifecycle: readonly Fault[] = [
  fault("nobody can be what a role asks for", "lint/nobody-may", [
    "where: { field: isSystem, equals: true }",
    "where: { all: [{ field: isSystem, equals: true }, { field: isSystem, equals: false }] }",
  ]),
  fault("a part of a role can't be met", "lint/impossible-role", [
    "- { field: isDesignatedReviewer, equals: true }",
    "- { field: isDesignatedReviewer, equals: true }\n        - { field: status, equals: approved }",
  ]),
  fault("a role asks for the opposite", "tests", [
    "where: { field: isSystem, equals: true }",
    "where: { field: isSystem, equals: false }",
  ]),
  fault("an event without a role", "rules/shape", ["role: [primeContractsAdmin, designatedReviewer]", "role: []"]),
  fault("the wrong people may accept", "tests", [
    "to: exporting\n    role: accountingApprover\n    checks: [save, send, export]\n    input",
    "to: exporting\n    role: primeContractsAdmin\n    checks: [save, send, export]\n    input",
  ]),
  fault("only who reviews may send", "lint/impossible-event", [
    "to: ready_to_export\n    role: primeContractsAdmin\n    checks: [save, send]\n    icon: blue\n    source: send",
    "to: ready_to_export\n    role: designatedReviewer\n    checks: [save, send]\n    icon: blue\n    source: send",
  ]),
  fault("a guard asks for the opposite", "tests", [
    "when: { not: { field: status, equals: approved } }",
    "when: { field: status, equals: approved }",
  ]),
  fault("a guard contradicts a rule", "lint/impossible-event", [
    "from: [not_in_erp, invalid]\n    guards:\n",
    "from: [not_in_erp, invalid]\n    guards:\n      - when: { field: status, equals: draft }\n        message: Only drafts.\n",
  ]),
  fault("a guard of send is lost", "tests", [
    "from: [not_in_erp, invalid]\n    guards:\n      - when: { field: erpOriginId, absent: true }\n        message: The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice.\n",
    "from: [not_in_erp, invalid]\n",
  ]),
  fault("send asks no rules", "tests", [
    "checks: [save, send]\n    icon: blue\n    source: send",
    "icon: blue\n    source: send",
  ]),
  fault(
    "neither send nor accept asks the rules of sending",
    "lint/avoided-gate",
    ["checks: [save, send]\n    icon: blue\n    source: send", "checks: [save]\n    icon: blue\n    source: send"],
    [
      "role: accountingApprover\n    checks: [save, send, export]\n    input",
      "role: accountingApprover\n    checks: [save, export]\n    input",
    ],
  ),
  fault("a way past the gate", "lint/avoided-gate", [
    "  export-succeeded:\n    label: Export succeeded\n    from: [exporting]",
    "  export-succeeded:\n    label: Export succeeded\n    from: [exporting, not_in_erp]",
  ]),
  fault("a PCCO can be edited while it is exported", "lint/avoided-gate", [
    "exporting: { label: Exporting, icon: blue, locked: true",
    "exporting: { label: Exporting, icon: blue, locked: false",
  ]),
  fault("an invalid PCCO can't be sent again", "tests", ["from: [not_in_erp, invalid]", "from: [not_in_erp]"]),
  fault("a failed export can't be rejected", "tests", [
    "from: [ready_to_export, failed_to_export]",
    "from: [ready_to_export]",
  ]),
  fault("an event waits for one that leads elsewhere", "lint/unreachable-event", [
    "{ state: not_in_erp, after: retrieve }",
    "{ state: not_in_erp, after: accept }",
  ]),
  fault("retrieving leads elsewhere", "lint/unreachable-event", [
    "from: [ready_to_export]\n    to: not_in_erp",
    "from: [ready_to_export]\n    to: rejected",
  ]),
  fault("a failed export leads nowhere", "lint/unreachable-state", ["    to: failed_to_export\n", ""]),
  fault(
    "sending leaves out a status",
    "lint/unreachable-state",
    [
      "to: ready_to_export\n    role: primeContractsAdmin\n    checks: [save, send]\n    icon: blue\n    source: send",
      "to: exporting\n    role: primeContractsAdmin\n    checks: [save, send]\n    icon: blue\n    source: send",
    ],
    [
      "to: ready_to_export\n    role: primeContractsAdmin\n    checks: [save, send]\n    icon: blue\n    source: resend",
      "to: exporting\n    role: primeContractsAdmin\n    checks: [save, send]\n    icon: blue\n    source: resend",
    ],
  ),
  fault(
    "a synced PCCO stays so for ever",
    "lint/dead-end",
    ["label: Unlink\n    from: [synced]\n    to: not_in_erp", "label: Unlink\n    from: [synced]"],
    ["label: Reset\n    from: [synced]\n    to: not_in_erp", "label: Reset\n    from: [synced]"],
  ),
  fault("unlinking leads back to where it was", "tests", [
    "label: Unlink\n    from: [synced]\n    to: not_in_erp",
    "label: Unlink\n    from: [synced]\n    to: synced",
  ]),
  fault("an ERP status that is not there", "rules/names", ["from: [failed_to_export]", "from: [failed_to_exprot]"]),
  fault("two initial ERP statuses", "rules/names", [
    "rejected: { label: Rejected by accounting, icon: yellow, locked: false }",
    "rejected: { label: Rejected by accounting, icon: yellow, locked: false, initial: true }",
  ]),
  fault("a spelling of a status is not read", "tests", [", aliases: [exportging]", ""]),
  fault("an event writes what is not entered", "rules/names", [
    "{ input: transaction_date }",
    "{ input: transaction_dat }",
  ]),
  fault("an ERP id need not be entered", "tests", [
    "origin_id: { label: ERP id, type: text, required: true }",
    "origin_id: { label: ERP id, type: text }",
  ]),
  fault("unlinking wants the opposite confirmed", "tests", ["mustBe: true", "mustBe: false"]),
  fault("the ERP id stays after a reset", "lint/dead-end", [
    "role: unsyncer\n    set: { erpOriginId: { clear: true } }\n    icon: none\n    source: unlink\n",
    "role: unsyncer\n    icon: none\n    source: unlink\n",
  ]),
  fault("an event that names no page", "lint/missing-source", [
    "set: { erpOriginId: { input: origin_id }, exportMessages: { clear: true } }\n    icon: green\n    source: guide\n",
    "set: { erpOriginId: { input: origin_id }, exportMessages: { clear: true } }\n    icon: green\n",
  ]),
  fault("an event without a test", "lint/missing-test", [
    "lifecycle:\n",
    "lifecycle:\n  hold:\n    label: Hold\n    from: [rejected]\n    to: invalid\n    role: primeContractsAdmin\n    source: send\n",
  ]),
];

// Generated from the rule files by `npm run generate`; do not edit.

/** The names in each bundled rule set, over all its versions. */
export interface BundledRuleSets {
  readonly "spectrum/pcco": { readonly ruleId: "export-switched-on" | "status-approved" | "date-required" | "billing-item-code-length" | "associated-line-item-hidden" | "associated-line-item-known" | "associated-line-item-pattern" | "status-known" | "amount-format" | "title-length" | "number-length" | "contract-approved" | "contract-match" | "contract-synced" | "amount-based-contract" | "approved-date-required" | "line-items-required" | "cost-code-and-type" | "unique-phase-cost-type" | "billing-item-present" | "associated-line-item-set" | "single-associated-line" | "total-matches" | "transaction-date"; readonly event: "approve" | "send" | "retrieve" | "accept" | "reject" | "resend" | "export-succeeded" | "export-failed" | "retry-export" | "unlink" | "reset" };
}

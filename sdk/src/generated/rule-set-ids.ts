// Generated from the rule files by `npm run generate`; do not edit.

/** The ids of the rule sets that ship. */
export const bundledIds: readonly string[] = ["acumatica/pcco","cmic/pcco","netsuite/pcco","procore/pcco-life-cycle","procore/pcco","quickbooks-desktop/pcco","quickbooks-online/pcco","sage-100/pcco","sage-300-cre/pcco","sage-intacct/pcco","spectrum/pcco","vista/pcco","xero/pcco"];

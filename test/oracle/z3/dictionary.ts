/** Fields of every type and place that can be put into terms. */
export const fields = {
  title: { label: "Title", path: "title", type: "text", otherwise: { field: "subject" } },
  subject: { label: "Subject", path: "subject", type: "text" },
  number: { label: "Number", path: "number", type: "text" },
  contractId: { label: "Contract", path: "contract_id", type: "id" },
  status: { label: "Status", path: "status", type: "choice", choices: { approved: "Approved", draft: "Draft" } },
  isPrivate: { label: "Private", path: "private", type: "boolean" },
  revision: { label: "Revision", path: "revision", type: "integer" },
  total: { label: "Total", path: "grand_total", type: "money" },
  lines: { label: "Lines", path: "line_items", type: "list" },
  code: { label: "Code", path: "line_items[].code", type: "text", otherwise: { field: "wbs" } },
  wbs: { label: "WBS", path: "line_items[].wbs", type: "text" },
  kind: { label: "Kind", path: "line_items[].kind", type: "choice", choices: { lump: "Lump", A1: "A1" } },
  amount: { label: "Amount", path: "line_items[].amount", type: "money" },
  markup: { label: "Markup", path: "markups[].code", type: "id" },
  contract: { label: "Contract", in: "context", path: "prime_contract.id", type: "id" },
  contractStatus: { label: "Contract status", in: "context", path: "prime_contract.status", type: "text" },
  system: { label: "ERP system", in: "context", path: "erp.system", type: "text" },
} as const;

/** Toggles: one that exists for one ERP system only, and one that always does. */
export const features = {
  export: { title: "Export", default: "off", where: { field: "system", equals: "spectrum" } },
  plain: { title: "Plain", default: "on" },
} as const;

import type { Below, Draft } from "./documents.ts";

type Break = (draft: Draft, below: Below) => void;

/** Writes a value on a line that is picked. */
function onLine(key: string, ...values: readonly unknown[]): Break {
  return ({ pcco }, below) => {
    const lines = pcco.line_items ?? [];
    const line = lines[below(lines.length)];
    if (line !== undefined) Object.assign(line, { [key]: values[below(values.length)] });
  };
}

function onPcco(key: string, ...values: readonly unknown[]): Break {
  return ({ pcco }, below) => void Object.assign(pcco, { [key]: values[below(values.length)] });
}

function onContract(key: string, ...values: readonly unknown[]): Break {
  return ({ context }, below) =>
    void Object.assign(context.prime_contract ?? {}, { [key]: values[below(values.length)] });
}

/** What goes wrong with PCCOs, by name. `undefined` takes a value away. */
export const breaks: Readonly<Record<string, Break>> = {
  "not approved": onPcco("status", "draft", "pending", "proceeding", "no_charge"),
  "unknown status": onPcco("status", "Approved", "aproved", "", null, 7),
  "no date": onPcco("created_at", undefined, null, " "),
  "a date that is none": onPcco("created_at", "yesterday", "2025-02-30T10:00:00Z", 20250304),
  "no approved date": onPcco("reviewed_at", undefined, null),
  "an approved date that is none": onPcco("reviewed_at", "soon", "2025-13-01T10:00:00Z"),
  "a long title": onPcco("title", "x".repeat(256), "🏗".repeat(256)),
  "a long number": onPcco("number", "12345678901"),
  "a number without quotes": onPcco("number", 4),
  "another contract": onPcco("contract_id", 902),
  "another total": onPcco("grand_total", "0.01", "1.005", "12,500.50", 12500.5),
  "no lines": onPcco("line_items", [], undefined),
  "an unknown ERP status": onPcco("erp", { status: "sent" }, { status: 4 }),
  "an unknown line of the contract": onLine("prime_line_item_id", 99, 100),
  "a line of the contract that another has": onLine("prime_line_item_id", 7001, 7002),
  "no line of the contract": onLine("prime_line_item_id", undefined, null),
  "a long code": onLine("billing_item_code", "12345678901", "0123456789-0"),
  "a code without quotes": onLine("billing_item_code", 520),
  "no cost code": onLine("cost_code", undefined, null, {}, { origin_id: "" }),
  "no cost type": onLine("line_item_type", undefined, { origin_id: null }),
  "a cost code that another line has": ({ pcco }, below) => {
    const lines = pcco.line_items ?? [];
    const { cost_code, line_item_type } = lines[below(lines.length)] ?? {};
    const line = lines[below(lines.length)];
    if (line !== undefined) Object.assign(line, { cost_code, line_item_type });
  },
  "an amount that is none": onLine("amount", "1,250.00", "free", "1250.001", 1250),
  "another amount": onLine("amount", "0.00", "1.00"),
  "a contract that is not approved": onContract("status", "Draft", "Out For Bid"),
  "a contract that is not synced": onContract("origin_id", "", null),
  "a contract by unit price": onContract("accounting_method", "unit"),
  "a contract of which too little is given": onContract("accounting_method", undefined),
  "the export switched off": ({ context }) =>
    void Object.assign(context.erp.features ?? {}, { export_prime_contract_change_orders: false }),
  "the export not given": ({ context }) => void Object.assign(context.erp, { features: undefined }),
};

// A small dictionary with fields of every type and place, and written tests of rules about them.
import type { JsonObject } from "../../document/value.ts";
import { ruleOf, setOf, type Workshop } from "../testing.ts";

const takes = { from: "prime_contract.line_items", take: "origin_code" };
export const fields = {
  status: { label: "Status", path: "status", type: "text" },
  total: { label: "Total", path: "grand_total", type: "money" },
  ownId: { label: "Id", path: "id", type: "id" },
  day: { label: "Day", path: "day", type: "date" },
  time: { label: "Time", path: "time", type: "dateTime" },
  isOn: { label: "On", path: "on", type: "boolean" },
  count: { label: "Count", path: "count", type: "integer" },
  lines: { label: "Lines", path: "line_items", type: "list" },
  deep: { label: "Deep", path: "outer.inner.deepest", type: "text" },
  other: { label: "Other", path: "x", type: "text", otherwise: { field: "status" } },
  length: { label: "Length", path: "line_items.length", type: "integer" },
  amount: { label: "Amount", path: "line_items[].amount", type: "money" },
  markup: { label: "Markup", path: "markups[].amount", type: "money" },
  item: { label: "Item", path: "line_items[].item", type: "id" },
  code: { label: "Code", path: "line_items[].code", type: "text", otherwise: { ...takes, matching: { id: "item" } } },
  codeOfOwn: {
    label: "Code",
    path: "line_items[].x",
    type: "text",
    otherwise: { ...takes, matching: { id: "ownId" } },
  },
  wbs: { label: "WBS", path: "line_items[].outer.inner", type: "text", otherwise: { field: "flat" } },
  flat: { label: "Flat", path: "line_items[].plain", type: "text" },
  lone: { label: "Lone", path: "lone", type: "text", otherwise: { ...takes, matching: { id: "ownId" } } },
  contract: { label: "Contract", in: "context", path: "prime_contract.id", type: "id" },
  erpId: { label: "ERP id", in: "context", path: "prime_contract.outer", type: "text", otherwise: { field: "erpId2" } },
  erpId2: { label: "ERP id", in: "context", path: "prime_contract.inner", type: "text" },
  known: { label: "Lines", in: "context", path: "prime_contract.line_items[].id", type: "id" },
  entered: { label: "Entered", in: "input", path: "day", type: "date" },
};
const features = {
  export: { title: "Export", default: "off", where: { field: "status", equals: "s" } },
  always: { title: "Always", default: "on" },
};

export interface Given {
  readonly document?: JsonObject;
  readonly context?: JsonObject;
}

/** What the written tests of some rules say of facts. */
export async function written(workshop: Workshop, ...rules: readonly object[]) {
  const named = Object.fromEntries(rules.map((rule, index) => [`r${index + 1}`, ruleOf(rule)]));
  const { holds, ...rest } = await workshop.read(setOf({ fields, features, rules: named }));
  return {
    ...rest,
    holds: ({ document = {}, context = {} }: Given): boolean => holds({ document, context, input: {} }),
  };
}

export const contract = (...lines: readonly unknown[]): JsonObject => ({ prime_contract: { line_items: lines } });
export const lines = (...items: readonly unknown[]): JsonObject => ({ line_items: items });

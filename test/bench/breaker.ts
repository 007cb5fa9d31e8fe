import { editValue } from "../../sdk/src/document/edit-value.ts";
import type { Edit } from "../../sdk/src/document/text.ts";
import { cleanPcco, context } from "./documents.ts";

/** A number from 0 up to, but not, 1. */
type Random = () => number;

/** Numbers that are the same each time for the same seed (mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values to put at a path of `{ pcco, context }`; `#` stands for any line. `gone` takes it away. */
const gone = Symbol("gone");
const faults: Readonly<Record<string, readonly unknown[]>> = {
  "/pcco/status": ["draft", "pending", "rejected", "no_charge", "Approved", "aproved", "", null, gone, 7],
  "/pcco/contract_id": [902, gone],
  "/pcco/title": ["x".repeat(255), "x".repeat(256), "é".repeat(255), "🏗".repeat(256), gone, 7],
  "/pcco/number": ["1234567890", "12345678901", gone],
  "/pcco/created_at": [gone, null, "yesterday", "2025-02-30T10:00:00Z", "2025-03-04T15:10:00+05:30", 20250304],
  "/pcco/reviewed_at": [gone, null, "soon", "2025-13-01T10:00:00Z", "2025-03-11T18:22:00.123Z"],
  "/pcco/grand_total": ["0.00", "1.005", "12,500.50", "abc", gone, null],
  "/pcco/line_items": [[], gone, null],
  "/pcco/markups": [[], [{ amount: "10.00" }], [{ amount: "0.00" }], [{ amount: "10.00" }, { amount: "-10.00" }]],
  "/pcco/line_items/#/amount": ["0.00", "1249.99", "1250.001", "-1250.00", "free"],
  "/pcco/line_items/#/prime_line_item_id": [7001, 7005, 9999, gone],
  "/pcco/line_items/#/billing_item_code": ["0520", "1234567890", "12345678901"],
  "/pcco/line_items/#/cost_code": [gone, null, {}, { origin_id: "" }, { origin_id: "05100" }, { origin_id: "05101" }],
  "/pcco/line_items/#/line_item_type": [gone, {}, { origin_id: "" }, { origin_id: "M" }],
  "/pcco/line_items/#/description": ["anything", gone],
  "/context/erp/system": ["sage_300", gone],
  "/context/erp/features": [{}, { export_prime_contract_change_orders: false }, gone],
  "/context/prime_contract": [gone],
  "/context/prime_contract/status": ["Draft", "Complete", "Approved", gone],
  "/context/prime_contract/accounting_method": ["unit", "amount", gone],
  "/context/prime_contract/origin_id": ["", "SP-1", null, gone],
  "/context/prime_contract/line_items/#/origin_code": ["0100", "1234567890", "12345678901", gone],
};

/** A PCCO and its context, with what was done to them. */
export interface Broken {
  readonly judged: { readonly pcco: unknown; readonly context: unknown };
  readonly edits: readonly Edit[];
}

/** PCCOs of one to twelve lines with up to three faults each, the same for the same seed. */
export function brokenDocuments(count: number, seed: number): readonly Broken[] {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, () => {
    const lines = 1 + below(12);
    const edits: Edit[] = [];
    let judged: unknown = { pcco: cleanPcco(lines), context };
    for (let left = 1 + below(3); left > 0; left--) {
      const [place, values] = pick(Object.entries(faults), below);
      const value = pick(values, below);
      const path = place.replace("#", String(below(lines)));
      const edit: Edit = value === gone ? { op: "remove", path } : { op: "add", path, value };
      const edited = tryEdit(judged, edit);
      if (edited === undefined) continue;
      judged = edited;
      edits.push(edit);
    }
    if (!isJudged(judged)) throw new Error("the breaker broke too much");
    return { judged, edits };
  });
}

function pick<Item>(items: readonly Item[], below: (limit: number) => number): Item {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error("there is nothing to pick from");
  return item;
}

/** `undefined` when an edit before it took its place away. */
function tryEdit(value: unknown, edit: Edit): unknown {
  try {
    return editValue(value, [edit]);
  } catch {
    return undefined;
  }
}

function isJudged(value: unknown): value is Broken["judged"] {
  return typeof value === "object" && value !== null && "pcco" in value && "context" in value;
}

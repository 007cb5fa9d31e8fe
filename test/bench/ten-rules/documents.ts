import { drawing } from "../keystrokes/texts.ts";
import type { Task } from "../race/contender.ts";
import type { Judged } from "../race/judging.ts";
import type { Context, Line, Pcco } from "./pcco.ts";

type Asked = Judged<Pcco, Context>;

/**
 * PCCOs of so many lines, the same for the same seed; three of ten have one to four faults, if there are to be broken ones.
 * Half of them give each line its own Associated Line Item, half all the same one; the contract has a line for each.
 */
export function documents({ lines, count, seed, broken }: Task): readonly Asked[] {
  const draw = drawing(seed);
  const below = (limit: number): number => Math.floor(draw() * limit);
  return Array.from({ length: count }, (_, index) => {
    const judged = { pcco: cleanPcco(lines, index), context: contextOf(Math.max(lines, 12)) };
    if (broken && (index % 10) % 3 === 2) {
      for (let left = 1 + below(4); left > 0; left--) {
        const fault = faults[below(faults.length)];
        const line = judged.pcco.line_items[below(lines)];
        if (fault !== undefined && line !== undefined) fault(judged, line, below(4));
      }
    }
    // As they come from JSON: no two share an object or a text.
    return JSON.parse(JSON.stringify(judged));
  });
}

/** Whether the PCCO at an index is one of the three of ten that have faults. */
export function hasFaults(index: number): boolean {
  return (index % 10) % 3 === 2;
}

/** What all PCCOs of a text are judged against. */
export function contextOf(lines: number): Context {
  const line_items = Array.from({ length: lines }, (_, index) => ({
    id: 7001 + index,
    origin_code: `0${100 + index}`,
  }));
  return { prime_contract: { origin_id: "SP-J24118", line_items } };
}

function cleanPcco(lines: number, index: number): Pcco {
  const pcco = {
    id: 3307 + index,
    contract_id: 901,
    number: String(index).padStart(3, "0"),
    title: "Added loading dock canopy",
    status: "approved",
    created_at: "2025-03-04T15:10:00Z",
    reviewed_at: "2025-03-11T18:22:00Z",
    grand_total: `${lines * 1250}.00`,
    line_items: Array.from({ length: lines }, (_, at) => ({
      id: 88101 + at,
      description: `Line ${at + 1}`,
      amount: "1250.00",
      ...(at % 3 === 0 ? { billing_item_code: codes[(at + index) % codes.length] ?? "0520" } : {}),
      cost_code: { full_code: `05-${100 + at}`, origin_id: `05${100 + at}` },
      line_item_type: { code: "S", origin_id: "S" },
      prime_line_item_id: index % 2 === 0 ? 7001 + at : 7001 + (index % 12),
    })),
    erp: { status: "not_in_erp", origin_id: null },
  };
  return pcco;
}

const codes = ["0520", "1234567890", "é".repeat(10), "🏗".repeat(10), "05-120"];

const faults: readonly ((judged: { pcco: Pcco; context: Context }, line: Line, drawn: number) => void)[] = [
  ({ pcco }) => delete pcco.created_at,
  ({ pcco }, _, drawn) => {
    pcco.created_at =
      ["yesterday", "2025-02-30T10:00:00Z", "2025-13-01T10:00:00Z", "2025-03-04T25:10:00Z"][drawn] ?? "";
  },
  ({ pcco }, _, drawn) => {
    pcco.status = ["draft", "pending", "Approved", "no_charge"][drawn] ?? "void";
  },
  ({ pcco }) => delete pcco.status,
  ({ context }) => {
    context.prime_contract = { ...context.prime_contract, origin_id: null };
  },
  (_, line, drawn) => {
    line.billing_item_code = ["12345678901", "🏗".repeat(11), "é".repeat(11), "0972-EAST-1100"][drawn] ?? "";
  },
  (_, line, drawn) => {
    line.amount = ["1250.001", "free", "1,250.00", "12.5.0"][drawn] ?? "";
  },
  (_, line) => delete line.prime_line_item_id,
  (_, line, drawn) => {
    line.prime_line_item_id = 99_990 + drawn;
  },
  ({ pcco }, line) => {
    const first = pcco.line_items[0]?.prime_line_item_id;
    if (first !== undefined) line.prime_line_item_id = first;
  },
  ({ pcco }, line) => {
    line.id = pcco.line_items[0]?.id ?? line.id;
  },
];

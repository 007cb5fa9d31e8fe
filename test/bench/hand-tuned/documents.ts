import { breaks } from "./breaks.ts";
import type { Keyed } from "./values.ts";

/** What a check is asked: a PCCO and its context, as they come from `JSON.parse`. */
export interface Asked {
  readonly pcco: Keyed;
  readonly context: Keyed;
  /** What was broken, by name; nothing for a clean one. */
  readonly broken: readonly string[];
}

/** A whole number from 0 up to, but not, a limit. */
export type Below = (limit: number) => number;

/** A PCCO and its context while they are put together. */
export type Draft = ReturnType<typeof cleanDraft>;

/**
 * PCCOs as a service gets them: 7 of 10 clean, the others with one to four breaks, the same for the same seed. Each is
 * parsed from its own text, so that none shares a value with another.
 * @param lines how many lines each has
 */
export function documents(lines: number, count: number, seed: number): readonly Asked[] {
  const below = seeded(seed);
  return Array.from({ length: count }, (_, id) => {
    const draft = cleanDraft(lines, id, below);
    const broken: string[] = [];
    if (below(10) >= 7) {
      const names = Object.keys(breaks);
      for (let left = 1 + below(4); left > 0; left--) {
        const name = names[below(names.length)] ?? "";
        breaks[name]?.(draft, below);
        broken.push(name);
      }
    }
    const { pcco, context }: { pcco: Keyed; context: Keyed } = JSON.parse(JSON.stringify(draft));
    return { pcco, context, broken };
  });
}

/** Numbers that are the same each time for the same seed (mulberry32). */
function seeded(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const costTypes = ["L", "M", "S", "E", "O"];

/** A PCCO without a fault: all lines on one contract line, or each on its own, in the contract's order or in none. */
function cleanDraft(lines: number, id: number, below: Below) {
  const known = Math.max(12, lines);
  const order = Array.from({ length: known }, (_, index) => index);
  const kind = below(4);
  if (kind === 3) for (let at = known - 1; at > 0; at--) swap(order, at, below(at + 1));
  const shared = below(known);
  const amounts = Array.from({ length: lines }, () => below(5_000_000) - 500_000);
  const markup = below(5) === 0 ? below(100_000) : undefined;
  const total = amounts.reduce((sum, amount) => sum + amount, markup ?? 0);
  return {
    pcco: {
      id: 3307 + id,
      contract_id: 901,
      number: String(id + 1).padStart(3, "0"),
      title: "Added loading dock canopy",
      status: "approved",
      created_at: "2025-03-04T15:10:00Z",
      reviewed_at: "2025-03-11T18:22:00Z",
      grand_total: written(total),
      line_items: amounts.map((amount, index) => ({
        id: 88101 + index,
        description: `Line ${index + 1}`,
        amount: written(amount),
        cost_code: {
          full_code: `05-${100 + Math.floor(index / 5)}`,
          origin_id: `05${100 + Math.floor(index / 5)}`,
        },
        line_item_type: { code: costTypes[index % 5], origin_id: costTypes[index % 5] },
        prime_line_item_id: 7001 + (kind < 2 ? shared : (order[index] ?? 0)),
        ...(below(8) === 0 ? { billing_item_code: "0520" } : {}),
      })),
      ...(markup === undefined ? {} : { markups: [{ amount: written(markup) }] }),
      erp: { status: "not_in_erp", origin_id: null },
    },
    context: {
      erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
      project: { id: 4410, is_erp_integrated: true, origin_id: "J24118" },
      prime_contract: {
        id: 901,
        status: "Approved",
        accounting_method: "amount",
        origin_id: "SP-J24118",
        line_items: Array.from({ length: known }, (_, index) => ({
          id: 7001 + index,
          origin_code: `0${100 + index * 10}`,
        })),
      },
      actor: { id: 12, prime_contracts: "admin" },
    },
  };
}

function swap(list: number[], one: number, other: number): void {
  const [first = 0, second = 0] = [list[one], list[other]];
  list[one] = second;
  list[other] = first;
}

function written(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

import type { PccoContext } from "@erp-export-rules/sdk";
import { valueAt } from "@erp-export-rules/sdk/text";

/** A Schedule of Values line of the prime contract. */
export interface ContractLine {
  /** Its position in the contract, from 0. */
  readonly index: number;
  readonly id: string | number;
  readonly description: string | undefined;
  /** Its Billing Item Code. */
  readonly code: string | undefined;
}

/**
 * The prime contract's lines that have an id; `undefined` when they are not given.
 * @param payload the PCCO as it was given: a response may bring its contract along
 */
export function contractLines(context: PccoContext, payload: unknown): readonly ContractLine[] | undefined {
  const own = context.prime_contract === undefined ? valueAt(payload, ["prime_contract", "line_items"]) : undefined;
  const lines: unknown = own ?? context.prime_contract?.line_items;
  if (!Array.isArray(lines)) return undefined;
  return lines.flatMap((line: unknown, index) => {
    const id = valueAt(line, ["id"]);
    if (typeof id !== "string" && typeof id !== "number") return [];
    return [{ index, id, description: textAt(line, "description"), code: textAt(line, "origin_code") }];
  });
}

/** The line with an id, whether it is written as a number or as text. */
export function lineOf(lines: readonly ContractLine[], id: unknown): ContractLine | undefined {
  if (typeof id !== "string" && typeof id !== "number") return undefined;
  return lines.find((line) => line.id === id || String(line.id) === String(id));
}

function textAt(line: unknown, key: string): string | undefined {
  const value = valueAt(line, [key]);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

// Aliases, not interfaces: contenders take them as any JSON.

/** What the ten rules look at of a PCCO. */
export type Pcco = {
  created_at?: string;
  status?: string;
  line_items: Line[];
};

/** What they look at of a line. */
export type Line = {
  id: number;
  amount: string;
  billing_item_code?: string;
  prime_line_item_id?: number;
};

/** What they look at of the surroundings. */
export type Context = {
  prime_contract: {
    origin_id: string | null;
    line_items: { id: number }[];
  };
};

/** What every contender says of a rule that is broken: which, and where, as a JSON Pointer into the PCCO. */
export interface Fault {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

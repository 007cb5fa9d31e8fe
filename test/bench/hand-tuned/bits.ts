/** A place where a rule does not hold, or can't be told. */
export interface Found {
  readonly ruleId: string;
  /** JSON Pointer into the PCCO. */
  readonly path: string;
  readonly state: "broken" | "unknown";
}

/** One bit for each rule, in the order of the rule file. */
export const SWITCHED_ON = 1 << 0;
export const STATUS_APPROVED = 1 << 1;
export const DATE = 1 << 2;
export const CODE_LENGTH = 1 << 3;
export const HIDDEN = 1 << 4;
export const KNOWN = 1 << 5;
export const PATTERN = 1 << 6;
export const STATUS_KNOWN = 1 << 7;
export const AMOUNT = 1 << 8;
export const TITLE = 1 << 9;
export const NUMBER = 1 << 10;
export const CONTRACT_APPROVED = 1 << 11;
export const CONTRACT_MATCH = 1 << 12;
export const CONTRACT_SYNCED = 1 << 13;
export const AMOUNT_BASED = 1 << 14;
export const APPROVED_DATE = 1 << 15;
export const LINES = 1 << 16;
export const COST = 1 << 17;
export const UNIQUE = 1 << 18;
export const CODE_PRESENT = 1 << 19;
export const ITEM_SET = 1 << 20;
export const TOTAL = 1 << 21;
export const ERP_STATUS = 1 << 22;

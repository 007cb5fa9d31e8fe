import {
  AMOUNT,
  AMOUNT_BASED,
  APPROVED_DATE,
  CODE_LENGTH,
  CODE_PRESENT,
  CONTRACT_APPROVED,
  CONTRACT_MATCH,
  CONTRACT_SYNCED,
  COST,
  DATE,
  ERP_STATUS,
  type Found,
  HIDDEN,
  ITEM_SET,
  KNOWN,
  LINES,
  NUMBER,
  PATTERN,
  STATUS_APPROVED,
  STATUS_KNOWN,
  SWITCHED_ON,
  TITLE,
  TOTAL,
  UNIQUE,
} from "./bits.ts";
import { broken } from "./broken.ts";
import { areDistinctIds, areDistinctPairs, keepId, keepPair } from "./distinct.ts";
import { placeOf, startPlaces } from "./places.ts";
import { centsOf, isBlank, isDateTime, isKeyed, type Keyed } from "./values.ts";

// spectrum/pcco@1.1.0 for `send`, tuned by hand: one pass that notes which rules may not hold, and for those a second look.

const TOGGLED = SWITCHED_ON | HIDDEN | KNOWN | PATTERN | ITEM_SET;
const EACH_LINE = CODE_LENGTH | HIDDEN | KNOWN | PATTERN | AMOUNT | COST | UNIQUE | CODE_PRESENT | ITEM_SET | TOTAL;
const most = Number.MAX_SAFE_INTEGER;
const none: readonly Found[] = [];
const noLines: readonly unknown[] = [];

/**
 * Judges a PCCO for `send`: every finding's rule and place, in the order of the rule file.
 * @param pcco a PCCO itself, in no wrapper
 */
export function judge(pcco: Keyed, context: Keyed): readonly Found[] {
  const doubts = doubtful(pcco, context);
  return doubts === 0 ? none : broken(pcco, context, doubts);
}

/** What the findings say together. Few rules are warnings. */
export function outcomeOf(found: readonly Found[]): "exportable" | "blocked" | "unknown" {
  let outcome: "exportable" | "unknown" = "exportable";
  for (const { ruleId, state } of found) {
    if (state === "unknown") outcome = "unknown";
    else if (!warnings.has(ruleId)) return "blocked";
  }
  return outcome;
}

const warnings = new Set([
  "associated-line-item-pattern",
  "number-length",
  "unique-phase-cost-type",
  "billing-item-present",
  "associated-line-item-set",
  "total-matches",
]);

function isDay(value: unknown): boolean {
  return typeof value === "string" && isDateTime(value);
}

function isShort(value: unknown, limit: number): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.length <= limit);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && !isBlank(value);
}

/** The rules that may not hold. */
function doubtful(pcco: Keyed, context: Keyed): number {
  let doubts = 0;
  const system = context["erp"];
  if (!isKeyed(system) || system["system"] !== "spectrum") doubts |= TOGGLED;
  else {
    const features = system["features"];
    if (!isKeyed(features) || features["export_prime_contract_change_orders"] !== true) doubts |= TOGGLED;
  }
  if (pcco["status"] !== "approved") doubts |= STATUS_APPROVED | STATUS_KNOWN | APPROVED_DATE;
  else if (!isDay(pcco["reviewed_at"]) && !(isAbsentHere(pcco["reviewed_at"]) && isDay(pcco["approved_on"])))
    doubts |= APPROVED_DATE;
  if (!isDay(pcco["created_at"])) doubts |= DATE;
  if (!isShort(pcco["title"], 255)) doubts |= TITLE;
  if (!isShort(pcco["number"], 10)) doubts |= NUMBER;
  const erp = pcco["erp"];
  if (erp !== undefined && !(isKeyed(erp) && erp["status"] === "not_in_erp")) doubts |= ERP_STATUS;
  const contract = context["prime_contract"];
  if (!isKeyed(contract)) {
    doubts |= CONTRACT_APPROVED | CONTRACT_MATCH | CONTRACT_SYNCED | AMOUNT_BASED;
    return doubts | doubtfulLines(pcco, noLines);
  }
  const { status } = contract;
  if (status !== "Approved" && status !== "Complete") doubts |= CONTRACT_APPROVED;
  const id = pcco["contract_id"];
  if (id !== contract["id"] || !(typeof id === "number" ? Number.isSafeInteger(id) : isText(id)))
    doubts |= CONTRACT_MATCH;
  if (!isText(contract["origin_id"])) doubts |= CONTRACT_SYNCED;
  if (contract["accounting_method"] !== "amount") doubts |= AMOUNT_BASED;
  const known: unknown = contract["line_items"];
  return doubts | doubtfulLines(pcco, Array.isArray(known) ? known : noLines);
}

function isAbsentHere(value: unknown): boolean {
  return value === undefined || value === null;
}

function doubtfulLines(pcco: Keyed, known: readonly unknown[]): number {
  const given: unknown = pcco["line_items"];
  const lines: readonly unknown[] = Array.isArray(given) ? given : noLines;
  const { length } = lines;
  let doubts = length === 0 ? LINES | TOTAL : 0;
  if (lines !== given && given !== undefined && given !== null) doubts |= EACH_LINE;
  let sum = 0;
  let lastId: unknown;
  let code: unknown;
  let place = -1;
  let isAscending = true;
  let isSame = true;
  startPlaces();
  for (let index = 0; index < length; index++) {
    const line: unknown = lines[index];
    if (!isKeyed(line)) {
      doubts |= EACH_LINE;
      continue;
    }
    const amount = line["amount"];
    if (typeof amount === "string") {
      const cents = centsOf(amount);
      sum += cents;
      if (!(sum <= most && sum >= -most)) doubts |= AMOUNT | TOTAL;
    } else if (amount !== undefined && amount !== null) doubts |= AMOUNT | TOTAL;

    const id = line["prime_line_item_id"];
    if (id !== lastId || index === 0) {
      if (typeof id === "number" && Number.isSafeInteger(id)) {
        place = placeOf(known, id);
        if (index > 0) isSame = false;
        if (typeof lastId === "number" ? id < lastId : index > 0) isAscending = false;
        lastId = id;
        const at = place < 0 ? undefined : known[place];
        if (!isKeyed(at)) doubts |= KNOWN | CODE_LENGTH | CODE_PRESENT;
        else code = at["origin_code"];
      } else {
        doubts |= CODE_LENGTH | HIDDEN | KNOWN | PATTERN | CODE_PRESENT | ITEM_SET;
      }
    } else isAscending = false;
    keepId(index, id);

    const own = line["billing_item_code"];
    const billed = own === undefined || own === null ? code : own;
    if (typeof billed !== "string" || billed.length > 10 || isBlank(billed)) doubts |= CODE_LENGTH | CODE_PRESENT;

    const costCode = line["cost_code"];
    const costType = line["line_item_type"];
    const cost = isKeyed(costCode) ? costCode["origin_id"] : undefined;
    const type = isKeyed(costType) ? costType["origin_id"] : undefined;
    if (!isText(cost) || !isText(type)) {
      doubts |= COST | UNIQUE;
    } else if (!keepPair(index, cost, type)) doubts |= UNIQUE;
  }
  if (!isSame && !isAscending && !areDistinctIds(length)) doubts |= PATTERN;
  if (!areDistinctPairs(length)) doubts |= UNIQUE;

  const markups: unknown = pcco["markups"];
  if (Array.isArray(markups)) {
    for (const markup of markups) {
      const amount: unknown = isKeyed(markup) ? markup["amount"] : false;
      if (typeof amount === "string") sum += centsOf(amount);
      else if (amount !== undefined && amount !== null) doubts |= AMOUNT | TOTAL;
      if (!(sum <= most && sum >= -most)) doubts |= AMOUNT | TOTAL;
    }
  } else if (markups !== undefined && markups !== null) doubts |= AMOUNT | TOTAL;
  const total = pcco["grand_total"];
  if (typeof total === "string") {
    const cents = centsOf(total);
    if (cents !== sum) doubts |= TOTAL;
    if (Number.isNaN(cents)) doubts |= AMOUNT;
  } else if (total !== undefined && total !== null) doubts |= AMOUNT | TOTAL;
  return doubts;
}

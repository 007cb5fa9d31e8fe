import * as bit from "./bits.ts";
import { brokenLines } from "./broken-lines.ts";
import { type Notes, note, noteType, noteUnknown } from "./notes.ts";
import { decimalsOf, isAbsent, isDateTime, isKeyed, isLonger, type Keyed } from "./values.ts";

// The second look: for each rule that may not hold, where it does not. Written out rule by rule.

const statuses = new Set([
  "draft",
  "pending",
  "revised",
  "pricing",
  "not_pricing",
  "proceeding",
  "not_proceeding",
  "pending_billable",
  "approved",
  "no_charge",
  "rejected",
  "void",
]);
const erpStatuses = new Set([
  "not_integrated",
  "not_in_erp",
  "ready_to_export",
  "exporting",
  "exportging",
  "failed_to_export",
  "rejected",
  "invalid",
  "synced",
]);

export function broken(pcco: Keyed, context: Keyed, doubts: number): readonly bit.Found[] {
  const contract = context["prime_contract"];
  const notes: Notes = {
    pcco,
    contract: isKeyed(contract) ? contract : undefined,
    toggle: toggleOf(context),
    found: [],
    mistyped: new Set(),
  };
  for (let left = doubts; left !== 0; left &= left - 1) look(notes, left & -left);
  return notes.found;
}

function look(notes: Notes, rule: number): void {
  switch (rule) {
    case bit.SWITCHED_ON:
      if (notes.toggle === undefined) noteUnknown(notes, "export-switched-on", "");
      else if (!notes.toggle) note(notes, "export-switched-on", "");
      break;
    case bit.STATUS_APPROVED:
      lookAtStatus(notes, "status-approved", (status) => status === "approved");
      break;
    case bit.STATUS_KNOWN:
      lookAtStatus(notes, "status-known", (status) => statuses.has(status));
      break;
    case bit.DATE:
      lookAtDate(notes, "date-required", "created_at");
      break;
    case bit.APPROVED_DATE:
      if (notes.pcco["status"] === "approved")
        lookAtDate(
          notes,
          "approved-date-required",
          isAbsent(notes.pcco["reviewed_at"]) && !isAbsent(notes.pcco["approved_on"]) ? "approved_on" : "reviewed_at",
        );
      break;
    case bit.TITLE:
      lookAtLength(notes, "title-length", "title", 255);
      break;
    case bit.NUMBER:
      lookAtLength(notes, "number-length", "number", 10);
      break;
    case bit.AMOUNT:
      lookAtAmounts(notes);
      break;
    case bit.CONTRACT_APPROVED:
      lookAtContract(notes, "contract-approved", "status", (is) => is === "Approved" || is === "Complete");
      break;
    case bit.CONTRACT_SYNCED:
      lookAtContract(notes, "contract-synced", "origin_id", (is) => !isAbsent(is));
      break;
    case bit.AMOUNT_BASED:
      lookAtContract(notes, "amount-based-contract", "accounting_method", (is) => is === "amount");
      break;
    case bit.CONTRACT_MATCH:
      lookAtMatch(notes);
      break;
    case bit.LINES:
      lookAtCount(notes);
      break;
    case bit.ERP_STATUS:
      lookAtErpStatus(notes);
      break;
    default:
      brokenLines(notes, rule);
      break;
  }
}

function toggleOf(context: Keyed): boolean | undefined {
  const erp = context["erp"];
  const system = isKeyed(erp) ? erp["system"] : undefined;
  if (typeof system === "string" && system !== "spectrum") return false;
  const features = isKeyed(erp) ? erp["features"] : undefined;
  if (!isKeyed(features)) return undefined;
  const given = features["export_prime_contract_change_orders"];
  if (given === undefined) return false;
  if (typeof given !== "boolean" || (!isAbsent(system) && typeof system !== "string")) return undefined;
  return system === undefined && given ? undefined : given;
}

function lookAtStatus(notes: Notes, ruleId: string, fits: (status: string) => boolean): void {
  const { status } = notes.pcco;
  if (isAbsent(status)) note(notes, ruleId, "/status");
  else if (typeof status !== "string") noteType(notes, "/status");
  else if (!fits(status)) note(notes, ruleId, "/status");
}

function lookAtDate(notes: Notes, ruleId: string, key: string): void {
  const value = notes.pcco[key];
  if (isAbsent(value)) note(notes, ruleId, `/${key}`);
  else if (typeof value !== "string" || !isDateTime(value)) noteType(notes, `/${key}`);
}

function lookAtLength(notes: Notes, ruleId: string, key: string, limit: number): void {
  const value = notes.pcco[key];
  if (isAbsent(value)) return;
  if (typeof value !== "string") noteType(notes, `/${key}`);
  else if (isLonger(value, limit)) note(notes, ruleId, `/${key}`);
}

function lookAtContract(notes: Notes, ruleId: string, key: string, fits: (value: unknown) => boolean): void {
  const value = notes.contract?.[key];
  if (value === undefined || !(value === null || typeof value === "string")) noteUnknown(notes, ruleId, "/contract_id");
  else if (!fits(value)) note(notes, ruleId, "/contract_id");
}

function lookAtMatch(notes: Notes): void {
  const id = notes.pcco["contract_id"];
  const wanted = notes.contract?.["id"];
  if (isAbsent(id)) return;
  if (typeof id !== "string" && !Number.isSafeInteger(id)) noteType(notes, "/contract_id");
  else if (wanted === undefined) noteUnknown(notes, "contract-match", "/contract_id");
  else if (!isAbsent(wanted) && String(id) !== String(wanted)) note(notes, "contract-match", "/contract_id");
}

function lookAtCount(notes: Notes): void {
  const lines: unknown = notes.pcco["line_items"];
  if (isAbsent(lines) || (Array.isArray(lines) && lines.length === 0))
    note(notes, "line-items-required", "/line_items");
  else if (!Array.isArray(lines)) noteType(notes, "/line_items");
}

function lookAtErpStatus(notes: Notes): void {
  const { erp } = notes.pcco;
  const status = isKeyed(erp) ? erp["status"] : undefined;
  if (!isAbsent(erp) && !isKeyed(erp)) noteType(notes, "/erp");
  else if (!isAbsent(status) && !(typeof status === "string" && erpStatuses.has(status)))
    noteType(notes, "/erp/status");
}

function lookAtAmounts(notes: Notes): void {
  lookAtAmount(notes, notes.pcco["grand_total"], "/grand_total");
  for (const list of ["line_items", "markups"]) {
    const items: unknown = notes.pcco[list];
    if (items === undefined || items === null) continue;
    if (!Array.isArray(items)) {
      noteType(notes, `/${list}`);
      continue;
    }
    for (const [index, item] of items.entries()) {
      if (isKeyed(item)) lookAtAmount(notes, item["amount"], `/${list}/${index}/amount`);
      else noteType(notes, `/${list}/${index}`);
    }
  }
}

function lookAtAmount(notes: Notes, value: unknown, path: string): void {
  if (isAbsent(value)) return;
  const decimals = typeof value === "string" ? decimalsOf(value) : 0;
  if (typeof value !== "string") noteType(notes, path);
  else if (decimals < 0 || decimals > 2) note(notes, "amount-format", path);
}

import { type Group, isGroup, isNone } from "./values.ts";

/** A PCCO as rules see it: one that has an id in the ERP system and no ERP status is synced. */
export function seenByRules(document: Group): Group {
  const { erp = {}, origin_id: outer } = document;
  if (!isGroup(erp) || !isNone(erp["status"])) return document;
  const origin = isNone(erp["origin_id"]) ? outer : erp["origin_id"];
  return isNone(origin) ? document : { ...document, erp: { ...erp, status: "synced", origin_id: origin } };
}

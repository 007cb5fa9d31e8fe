import { isList, isObject, type JsonObject } from "../document/value.ts";

/** What the files of this product hold. */
export type KindOfFile = "PCCO" | "context" | "rule file" | "rule test file";

/** What else there is to do with a file that was taken for another kind. */
const uses: Readonly<Record<KindOfFile, string>> = {
  PCCO: "`erp-rules check FILE` checks it",
  context: "PCCOs are judged against it with `--context FILE`",
  "rule file": "`erp-rules lint FILE` checks it, and PCCOs are checked by it with `--rules FILE`",
  "rule test file": "`erp-rules test FILE` runs it",
};

/** Some of these every PCCO has, or what is around it. */
const ofPccos = [
  "status",
  "number",
  "line_items",
  "grand_total",
  "contract_id",
  "data",
  "change_order",
  "prime_change_order",
  "prime_contract_change_order",
  "request_data",
];

/** What a value certainly is, by the keys at its top; `undefined` when it can't be told. */
export function kindOf(value: unknown): KindOfFile | undefined {
  if (!isObject(value)) return undefined;
  if (ofPccos.some((key) => value[key] !== undefined))
    return value["status"] === undefined || isContext(value) ? undefined : "PCCO";
  if (typeof value["ruleSet"] === "string") {
    if (value["format"] !== undefined) return "rule file";
    return isList(value["cases"]) || isList(value["matrix"]) ? "rule test file" : undefined;
  }
  // No context has a title or an id of its own, but a PCCO that is half written may.
  const isNamed = value["title"] !== undefined || value["id"] !== undefined;
  return isContext(value) && !isNamed ? "context" : undefined;
}

function isContext({ erp, prime_contract: contract, actor }: JsonObject): boolean {
  const namesSystem = isObject(erp) && (erp["system"] !== undefined || isObject(erp["features"]));
  return namesSystem || isObject(contract) || isObject(actor);
}

/** Says of a file that is certainly of another kind what it is, and what to do with it. */
export function mistaken(value: unknown, wanted: KindOfFile): string | undefined {
  const kind = kindOf(value);
  return kind === undefined || kind === wanted ? undefined : `is a ${kind}, not a ${wanted}: ${uses[kind]}`;
}

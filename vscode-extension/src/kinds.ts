import type { TextFormat } from "@erp-export-rules/sdk/text";

/** What a file is to the server. */
export type FileKind = "pcco" | "rules" | "tests" | "context";

/** Globs of the files that are found by their names, from a workspace folder; rule files have a setting of their own. */
export const namedPatterns = {
  pcco: "**/*.pcco.{json,yaml,yml,ndjson,jsonl}",
  tests: "**/*.test.{yaml,yml}",
  context: "**/*context.{yaml,yml,json}",
  lock: "**/lock.yaml",
} as const;

const pccoName = /\.pcco\.(json|ya?ml|ndjson|jsonl)$/i;
const testName = /\.test\.ya?ml$/i;
const rulesName = /\.rules\.ya?ml$/i;
const contextName = /(^|[./])context\.(ya?ml|json)$/i;
const yamlName = /\.ya?ml$/i;

/**
 * What a file is, by its name, its language and its text; `undefined` for a file that is none of our business.
 * @param languageId the editor's name for its language; empty for a file that is not open
 */
export function kindOf(uri: string, languageId: string, text: string): FileKind | undefined {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  if (pccoName.test(name)) return "pcco";
  if (testName.test(name)) return isRuleTest(text) ? "tests" : undefined;
  if (contextName.test(name)) return "context";
  if (languageId === "erp-rules" || (languageId === "yaml" && rulesName.test(name) && isBegun(text))) return "rules";
  if ((languageId === "yaml" || yamlName.test(name)) && isRuleFile(text)) return "rules";
  if (uri.startsWith("untitled:") && /^(json|jsonc|jsonl|yaml)$/.test(languageId) && isPcco(text)) return "pcco";
  return undefined;
}

/** Whether a YAML text means to be a rule file. */
export function isRuleFile(text: string): boolean {
  return /^["']?format["']?\s*:/m.test(text) && /^["']?ruleSet["']?\s*:/m.test(text);
}

/**
 * Whether a text begins as a rule file, or has no more than one half-typed key so far: other tools have files named
 * `.rules.yaml`, too.
 */
function isBegun(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n?|\n/);
  const [first = "", second] = lines.filter((line) => !/^\s*(#|$)/.test(line));
  return /^["']?(format|ruleSet)["']?\s*:/.test(first) || (second === undefined && /^["']?\w*["']?\s*$/.test(first));
}

function isRuleTest(text: string): boolean {
  return /^["']?ruleSet["']?\s*:/m.test(text) && /^["']?(cases|matrix|documents)["']?\s*:/m.test(text);
}

/** Whether the text of an unsaved document means to be a PCCO: it has fields that little else has. */
function isPcco(text: string): boolean {
  const start = text.slice(0, 20_000);
  return ["\\$rules", "line_items", "contract_id", "grand_total"].some((key) =>
    new RegExp(`(^|[\\s{,"'])${key}["']?\\s*:`).test(start),
  );
}

/** How the PCCOs of a file are written down. */
export function formatOf(uri: string, languageId: string): TextFormat {
  const name = uri.toLowerCase();
  if (name.endsWith(".json")) return "json";
  if (name.endsWith(".ndjson") || name.endsWith(".jsonl") || languageId === "jsonl") return "ndjson";
  return languageId === "json" || languageId === "jsonc" ? "json" : "yaml";
}

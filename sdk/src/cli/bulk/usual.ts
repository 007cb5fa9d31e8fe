import { parseLine } from "../../document/ndjson.ts";
import type { JsonObject } from "../../document/value.ts";
import type { DocumentReport } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { hasEvent, prepare, reportOn, type Setting, statusAgainst } from "../inspect.ts";

/** How the PCCOs of a file are judged that name neither a rule set nor a context of their own. */
export interface Usual {
  readonly rules: RuleSet;
  /** The report on a PCCO of which nothing is to be said; `undefined` for any other. */
  cleanReport(value: JsonObject): CleanReport | undefined;
}

/** A report without findings; many PCCOs share it. */
export interface CleanReport {
  /** Its `index` is that of no PCCO. */
  readonly report: DocumentReport;
  /** It as JSON, before and after the `index`. */
  readonly json: readonly [string, string];
}

/**
 * How the PCCOs of a file are usually judged; `undefined` when none can be.
 * @param file the NDJSON file, or `-`
 */
export async function usualOf(
  file: string,
  setting: Setting,
  { event, at }: { readonly event: string; readonly at: string },
): Promise<Usual | undefined> {
  const text = "{}";
  const document = parseLine(text, 0, 0);
  const input = { file, document, text, start: { line: 0, character: 0 }, format: "ndjson", bytes: undefined } as const;
  const prepared = await prepare(input, setting);
  if ("finding" in prepared || !hasEvent(prepared.rules, event)) return undefined;
  const { rules, context } = prepared;
  const options = { event, at };
  const reports = new Map<string | undefined, CleanReport>();
  return {
    rules,
    cleanReport(value) {
      if (value["$rules"] !== undefined || value["$context"] !== undefined) return undefined;
      const verdict = rules.check(value, context, options);
      if (verdict.outcome !== "exportable" || verdict.findings.length > 0) return undefined;
      const status = statusAgainst(rules, value, event);
      const known = reports.get(status);
      if (known !== undefined) return known;
      const report = reportOn({ file, index: 0, event, value }, { rules, preset: setting.choice.preset }, verdict);
      const clean = { report, json: aroundIndex(report) };
      reports.set(status, clean);
      return clean;
    },
  };
}

function aroundIndex(report: DocumentReport): readonly [string, string] {
  const json = JSON.stringify(report);
  // Quotes inside a text have a backslash in front, so that this can only be the key.
  const at = json.indexOf('"index":0') + '"index":'.length;
  return [json.slice(0, at), json.slice(at + 1)];
}

import { verdictOn } from "../../check-document.ts";
import { parseLine } from "../../document/ndjson.ts";
import type { Path } from "../../document/pointer.ts";
import type { JsonObject } from "../../document/value.ts";
import type { DocumentReport } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { InputDocument } from "../input.ts";
import { hasEvent, prepare, reportOn, type Setting, statusAgainst } from "../inspect.ts";
import { type PartOfWork, quickInputOf } from "./inputs-of.ts";

/** How the PCCOs of a file are judged that name neither a rule set nor a context of their own. */
export interface Usual {
  readonly rules: RuleSet;
  /**
   * The report on a PCCO; `undefined` when it names a rule set or a context of its own.
   * @param value what `readQuickly` has read from its text
   */
  report(part: PartOfWork, value: JsonObject): CleanReport | OwnReport | undefined;
}

/** A report without findings; many PCCOs share it. */
export interface CleanReport {
  /** Its `index` is that of no PCCO. */
  readonly report: DocumentReport;
  /** It as JSON, before and after the `index`. */
  readonly json: readonly [string, string];
}

/** A report with findings. */
export interface OwnReport {
  readonly report: DocumentReport;
  readonly input: InputDocument;
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
  if ("finding" in prepared || prepared.hint !== undefined || !hasEvent(prepared.rules, event)) return undefined;
  const { rules, context } = prepared;
  const { preset } = setting.choice;
  const reports = new Map<string | undefined, CleanReport>();
  return {
    rules,
    report(part, value) {
      if (value["$rules"] !== undefined || value["$context"] !== undefined) return undefined;
      let input: InputDocument | undefined;
      const read = (): InputDocument => {
        input ??= quickInputOf(file, part, value);
        return input;
      };
      const sourceOf = (path: Path): string | undefined => read().document.sourceOf(path);
      const verdict = rules.check(value, context, { event, at, sourceOf });
      if (verdict.outcome !== "exportable" || verdict.findings.length > 0) {
        const told = verdictOn(read().document, verdict);
        return { report: reportOn({ file, index: part.index, event, value }, { rules, preset }, told), input: read() };
      }
      const status = statusAgainst(rules, value, event);
      const known = reports.get(status);
      if (known !== undefined) return known;
      const report = reportOn({ file, index: 0, event, value }, { rules, preset }, verdict);
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

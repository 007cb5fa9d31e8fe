import type { RulePlace } from "../generated/types.ts";
import type { LintedFinding, LintReport } from "./lint-report.ts";
import { physicalLocation } from "./sarif.ts";
import { fileUri } from "./uri.ts";
import { idInWords } from "./words.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0, for code scanning. */
export function sarifLint({ files, kinds }: LintReport): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ id }) => id)))];
  const rules = ids.map((id) => ({ id, shortDescription: { text: kinds[id] ?? idInWords(id) } }));
  const results = files.flatMap(({ findings }) => {
    const seen = new Map<string, number>();
    return findings.map((finding) => {
      // A finding keeps its fingerprint when lines move; several alike are counted.
      const alike = `${finding.id}:${finding.place.path}`;
      const before = seen.get(alike) ?? 0;
      seen.set(alike, before + 1);
      return result(finding, ids.indexOf(finding.id), before === 0 ? alike : `${alike}:${before}`);
    });
  });
  const run = {
    tool: { driver: { name: "ERP Export Rules", rules } },
    columnKind: "utf16CodeUnits",
    artifacts: files.map(({ file }) => ({ location: { uri: fileUri(file) }, roles: ["analysisTarget"] })),
    results,
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(
  { id, severity, message, place, related, witness }: LintedFinding,
  ruleIndex: number,
  fingerprint: string,
) {
  return {
    ruleId: id,
    ruleIndex,
    kind: id === "lint/not-decided" ? "open" : "fail",
    level: id === "lint/not-decided" ? "none" : levels[severity],
    message: { text: message },
    locations: [location(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, index) => ({
            id: index + 1,
            message: { text: each.message },
            ...location(each.place),
          })),
        }),
    partialFingerprints: { "ruleAndPath/v1": fingerprint },
    ...(witness === undefined ? {} : { properties: { witness } }),
  };
}

function location({ file, path, range }: RulePlace) {
  return {
    physicalLocation: physicalLocation({ uri: fileUri(file) }, range),
    ...(path === "" ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

import type { DocumentReport, Finding, ReportRange } from "../generated/types.ts";
import { createJsonList } from "./json-list.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { fileUri } from "./uri.ts";
import { documentName, idInWords } from "./words.ts";

type Json = { readonly [key: string]: unknown };
type Level = "error" | "warning" | "note";

const levels: Readonly<Record<Finding["severity"], Level>> = { error: "error", warning: "warning", info: "note" };

/**
 * SARIF 2.1.0, for code scanning. Results are printed as they come; the rules and files they name follow them.
 * What can't be judged is of kind `open` and, as SARIF asks for that kind, of level `none`.
 */
export function createSarifReporter({ ruleTitle }: ReporterOptions): Reporter {
  const opening = `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "utf16CodeUnits",
      "results": `;
  const results = createJsonList(opening, 6);
  const files = createIndex();
  const rules = createIndex();
  const descriptors: Json[] = [];
  const ruleIndex = (finding: Finding): number => {
    const index = rules.of(finding.ruleId);
    descriptors[index] ??= descriptor(finding, ruleTitle?.(finding.ruleId) ?? idInWords(finding.ruleId));
    return index;
  };
  return {
    document({ report }) {
      const file = { uri: fileUri(report.file), index: files.of(fileUri(report.file)) };
      const seen = new Map<string, number>();
      return report.findings
        .map((finding) => {
          // A finding keeps its fingerprint when lines move; several alike in one PCCO are counted.
          const alike = `${finding.ruleId}:${report.index}:${finding.path}`;
          const before = seen.get(alike) ?? 0;
          seen.set(alike, before + 1);
          const fingerprint = before === 0 ? alike : `${alike}:${before}`;
          return results.add(result(report, finding, { file, ruleIndex: ruleIndex(finding), fingerprint }));
        })
        .join("");
    },
    end({ ruleSet }) {
      const rest = {
        artifacts: files.names().map((uri) => ({ location: { uri }, roles: ["analysisTarget"] })),
        tool: { driver: { name: "ERP Export Rules", rules: descriptors } },
        properties: { ruleSet },
      };
      const text = JSON.stringify(rest, null, 2).slice(1, -2).replaceAll("\n", "\n    ");
      return [`${results.close()},${text}\n    }\n  ]\n}\n`];
    },
  };
}

interface ArtifactLocation {
  readonly uri: string;
  readonly index?: number;
}

interface ResultParts {
  readonly file: ArtifactLocation;
  readonly ruleIndex: number;
  readonly fingerprint: string;
}

function result(report: DocumentReport, finding: Finding, { file, ruleIndex, fingerprint }: ResultParts): Json {
  const { ruleId, message, path, state, severity, rule } = finding;
  return {
    ruleId,
    ruleIndex,
    kind: state === "unknown" ? "open" : "fail",
    level: state === "unknown" ? "none" : levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: physicalLocation(file, finding.range),
        ...(path === "" ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    ...(rule === undefined
      ? {}
      : {
          relatedLocations: [
            {
              id: 1,
              message: { text: `Rule ${ruleId}` },
              physicalLocation: physicalLocation({ uri: fileUri(rule.file) }, rule.range),
              logicalLocations: [{ fullyQualifiedName: rule.path }],
            },
          ],
        }),
    partialFingerprints: { "ruleAndPath/v1": fingerprint },
    properties: { pcco: documentName(report), event: report.event, outcome: report.outcome },
  };
}

/** A file, and the part of it that is meant. */
export function physicalLocation(artifactLocation: ArtifactLocation, range: ReportRange | undefined): Json {
  if (range === undefined) return { artifactLocation };
  const { start, end } = range;
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { artifactLocation, region };
}

function descriptor({ ruleId, source }: Finding, title: string): Json {
  const text = { text: title };
  if (source === undefined) return { id: ruleId, shortDescription: text, fullDescription: text, help: text };
  return {
    id: ruleId,
    shortDescription: text,
    fullDescription: text,
    helpUri: source.url,
    help: { text: `${title}. See ${source.title}: ${source.url}` },
    ...(source.basis === undefined ? {} : { properties: { basis: source.basis } }),
  };
}

/** Numbers names in the order they are first asked for. */
function createIndex(): { of(name: string): number; names(): readonly string[] } {
  const known = new Map<string, number>();
  return {
    of(name) {
      const index = known.get(name) ?? known.size;
      known.set(name, index);
      return index;
    },
    names: () => [...known.keys()],
  };
}

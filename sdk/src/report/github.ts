import type { DocumentReport, Finding } from "../generated/types.ts";
import type { Reporter } from "./reporter.ts";
import { visible } from "./screen.ts";
import { createEventMemory, documentName, fixWords, severityWord, summarySentence } from "./words.ts";

const commands = { error: "error", warning: "warning", info: "notice", unknown: "notice" } as const;

/** Workflow commands, which GitHub shows beside the lines of a pull request; the last line is plain text for the log. */
export function createGithubReporter(): Reporter {
  const events = createEventMemory();
  return {
    document({ report }) {
      events.add(report.event);
      return report.findings.map((finding) => `${annotation(report, finding)}\n`).join("");
    },
    end: (run) => [`${summarySentence(run, events.event())}\n`],
  };
}

function annotation(report: DocumentReport, finding: Finding): string {
  const fixes = finding.fixes.map((fix) => `Fix: ${fixWords(fix)}`);
  const source = finding.source === undefined ? [] : [`See: ${finding.source.url}`];
  const message = [finding.message, ...fixes, ...source].join("\n");
  return workflowCommand(severityWord(finding), { ...place(report, finding), title: title(report, finding) }, message);
}

/** One workflow command. */
export function workflowCommand(
  word: keyof typeof commands,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  // A log obeys what steers a terminal.
  const shown = message.replaceAll(/[^\t\r\n]+/g, visible);
  return `::${commands[word]} ${written.join(",")}::${escapeData(shown)}`;
}

/** Standard input is no file that GitHub could show. Columns are only for ranges of one line: GitHub drops others. */
export function place(
  { file }: Pick<DocumentReport, "file">,
  { range }: Pick<Finding, "range">,
): Readonly<Record<string, string | number>> {
  if (file === "-") return {};
  const path = { file: file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "") };
  if (range === undefined) return path;
  const { start, end } = range;
  const line = start.line + 1;
  if (start.line === end.line) {
    return { ...path, line, col: start.character + 1, endLine: line, endColumn: end.character + 1 };
  }
  // The end is exclusive: one at the start of a line leaves that line out.
  return { ...path, line, endLine: end.character === 0 ? end.line : end.line + 1 };
}

function title(report: DocumentReport, { ruleId }: Finding): string {
  if (report.file === "-") return `${documentName(report)}: ${ruleId}`;
  return report.index === 0 ? ruleId : `#${report.index + 1}: ${ruleId}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

import type { DocumentReport, Finding, Summary } from "../generated/types.ts";
import { escapeText, table } from "./markdown-text.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { unknownSentences } from "./unknown.ts";
import {
  bySeverity,
  createEventMemory,
  documentName,
  fixWords,
  type OutcomeWords,
  outcomeOf,
  outcomeWords,
  severityWord,
  sourceTitle,
  summarySentence,
  whereIs,
} from "./words.ts";

/** Markdown to paste into a ticket: the counts, then a table for each PCCO with something to do. These are held back for the counts. */
export function createMarkdownReporter({ hold }: Pick<ReporterOptions, "hold">): Reporter {
  const events = createEventMemory();
  const sections = hold();
  return {
    document({ report }) {
      events.add(report.event);
      if (needsWork(report)) sections.add(section(report));
      return "";
    },
    end(run) {
      const event = events.event();
      const heading = `## ERP export check\n\n${escapeText(summarySentence(run, event))}\n\n`;
      return [heading + summaryTable(run.summary, outcomeWords(event)), sections];
    },
  };
}

function needsWork({ outcome, findings }: DocumentReport): boolean {
  return outcome !== "exportable" || findings.some(({ state }) => state === "broken");
}

function summaryTable(summary: Summary, { can, cannot }: OutcomeWords): string {
  const rows: readonly (readonly [string, number])[] = [
    ["PCCOs", summary.documents],
    [can, summary.exportable],
    [cannot, summary.blocked],
    ["unknown", summary.unknown],
    ["can't be read", summary.unreadable],
    ["errors", summary.errors],
    ["warnings", summary.warnings],
  ];
  const names = rows.map(([name]) => escapeText(name.charAt(0).toUpperCase() + name.slice(1)));
  return table(names, [rows.map(([, number]) => String(number))], "---:");
}

function section(report: DocumentReport): string {
  const rules = report.ruleSet === undefined ? "" : ` (rules: ${report.ruleSet.id} ${report.ruleSet.version})`;
  const heading = `\n### ${escapeText(`${documentName(report)}: ${outcomeOf(report)}${rules}`)}\n\n`;
  const broken = bySeverity(report.findings.filter(({ state }) => state === "broken"));
  const unknown = unknownSentences(report.findings).map((sentence) => ["unknown", "", escapeText(sentence), "", ""]);
  const rows = [...broken.map(row), ...unknown];
  return heading + table(["Severity", "Where", "What", "Fix", "Source"], rows, "---");
}

function row(finding: Finding): readonly string[] {
  return [
    severityWord(finding),
    escapeText(whereIs(finding)),
    `${escapeText(finding.message)} (${escapeText(finding.ruleId)})`,
    finding.fixes.map((fix) => escapeText(fixWords(fix))).join("<br>or: "),
    link(finding),
  ];
}

function link({ source }: Finding): string {
  if (source === undefined) return "";
  const title = escapeText(sourceTitle(source));
  if (!/^https?:/.test(source.url)) return `${title}: ${escapeText(source.url)}`;
  return `[${title}](${source.url.replaceAll(/[\s()<>|\\`]/g, (character) => `%${hex(character)}`)})`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

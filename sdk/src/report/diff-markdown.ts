import type { DiffReport } from "./diff-report.ts";
import {
  changeLines,
  differenceMessage,
  differenceTitle,
  type EventGroup,
  groupEvents,
  groupTitle,
  howToSee,
  openSentence,
  stepSentences,
  titleOf,
  witnessText,
} from "./diff-words.ts";
import { escapeText } from "./markdown-text.ts";

/**
 * Markdown to paste into a ticket or a pull request.
 * @param showsCommands whether it ends with what to type to see a witness differ; not where a click opens it
 */
export function markdownDiff(report: DiffReport, { showsCommands = true } = {}): string {
  const { diff, names } = report;
  const groups = groupEvents(diff.events);
  const commands = showsCommands ? howToSee(groups, names) : [];
  const parts = [
    `## ${escapeText(titleOf(report))}`,
    escapeText(stepSentences(diff).join(" ")),
    ...groups.flatMap(section),
    ...(diff.changes.length === 0
      ? []
      : [
          "### Names",
          changeLines(diff.changes)
            .map((line) => `- ${escapeText(line)}`)
            .join("\n"),
        ]),
    ...(commands.length === 0
      ? []
      : [
          "Save a witness as `witness.pcco.yaml` and see what each rule set makes of it:",
          fenced("sh", commands.join("\n")),
        ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(group: EventGroup): readonly string[] {
  return [
    `### ${escapeText(groupTitle(group))}`,
    ...group.differences.flatMap((difference) => [
      [differenceTitle(difference), differenceMessage(difference)]
        .filter((line) => line !== "")
        .map(escapeText)
        .join("  \n"),
      fenced("yaml", witnessText(difference).trimEnd()),
    ]),
    ...group.notDecided.map((question) => escapeText(openSentence(question))),
  ];
}

/** Text between fences that are longer than any row of backticks in it. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((row) => row.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

import { createColors } from "./colors.ts";
import type { DiffReport, DiffReportOptions } from "./diff-report.ts";
import {
  changeLines,
  differenceMessage,
  differenceTitle,
  groupEvents,
  groupTitle,
  howToSee,
  openSentence,
  stepSentences,
  titleOf,
  witnessText,
} from "./diff-words.ts";
import { visible, wrap } from "./screen.ts";

const narrowest = 40;
const widest = 120;

/** For people: the step, each event with the witnesses of its differences, and the names that changed. */
export function prettyDiff(report: DiffReport, { color, width }: DiffReportOptions): string {
  const { bold, cyan, dim } = createColors(color);
  const columns = Math.min(Math.max(width, narrowest), widest);
  const { diff, names } = report;
  const groups = groupEvents(diff.events);
  const lines = [bold(visible(titleOf(report))), "", ...wrap(stepSentences(diff).join(" "), columns)];
  for (const group of groups) {
    lines.push("", ...wrap(groupTitle(group), columns).map(bold));
    for (const difference of group.differences) {
      lines.push("", ...wrap(differenceTitle(difference), columns - 2).map((line) => `  ${cyan(line)}`));
      lines.push(...wrap(differenceMessage(difference), columns - 2).map((line) => `  ${line}`));
      lines.push(
        ...witnessText(difference)
          .trimEnd()
          .split("\n")
          .map((line) => `    ${visible(line)}`),
      );
    }
    for (const question of group.notDecided)
      lines.push("", ...wrap(openSentence(question), columns - 2).map((line) => `  ${line}`));
  }
  const changes = changeLines(diff.changes);
  if (changes.length > 0) lines.push("", ...changes.flatMap((line) => wrap(line, columns)));
  const commands = howToSee(groups, names);
  if (commands.length > 0) {
    lines.push("", dim("Save a witness as witness.pcco.yaml and see what each rule set makes of it:"));
    lines.push(...commands.map((command) => dim(`  ${visible(command)}`)));
  }
  return `${lines.join("\n")}\n`;
}

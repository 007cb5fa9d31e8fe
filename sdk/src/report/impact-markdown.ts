import type { ChangedDocument, ImpactReporter } from "./impact.ts";
import { changedName, changesInRow, changeWords, impactSentence, moreWords, mostListed } from "./impact-words.ts";
import { escapeText, table } from "./markdown-text.ts";
import { grouped } from "./words.ts";

/** Markdown to paste into a ticket: the counts, the rules, and the PCCOs that change. */
export function createMarkdownImpact(): ImpactReporter {
  const listed: ChangedDocument[] = [];
  return {
    document: (changed) => {
      if (listed.length < mostListed) listed.push(changed);
      return "";
    },
    end(run) {
      const { summary, event } = run;
      const heading = `## Impact of other rules\n\n${escapeText(impactSentence(run))}\n`;
      if (summary.changed === 0) return heading;
      const rules = summary.rules.map(({ ruleId, documents, changes }) => [
        escapeText(ruleId),
        grouped(documents),
        escapeText(changesInRow(changes, event)),
      ]);
      const rows = listed.map((changed) => [
        escapeText(changedName(changed)),
        escapeText(changeWords(changed, event)),
        escapeText(changed.ruleIds.join(", ")),
      ]);
      const more = summary.changed - listed.length;
      return [
        heading,
        table(
          ["Change", "PCCOs"],
          summary.changes.map((change) => [escapeText(changeWords(change, event)), grouped(change.documents)]),
          "---",
        ),
        table(["Rule", "PCCOs", "Change"], rules, "---"),
        table(["PCCO", "Change", "Rules"], rows, "---") + (more === 0 ? "" : `\n${escapeText(moreWords(more))}\n`),
      ].join("\n");
    },
  };
}

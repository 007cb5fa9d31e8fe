import { createColors } from "./colors.ts";
import type { ChangedDocument, ImpactEnd, ImpactReporter, ImpactReporterOptions } from "./impact.ts";
import { changedName, changesInRow, changeWords, impactSentence, moreWords, mostListed } from "./impact-words.ts";
import { visible, wrap } from "./screen.ts";
import { grouped } from "./words.ts";

const narrowest = 40;
const widest = 120;

/** For people: how many change, by which rules, and which. Everything follows the counts, so it is printed at the end. */
export function createPrettyImpact({ color, width }: ImpactReporterOptions): ImpactReporter {
  const { bold, dim } = createColors(color);
  const columns = Math.min(Math.max(width, narrowest), widest);
  const listed: ChangedDocument[] = [];
  return {
    document: (changed) => {
      if (listed.length < mostListed) listed.push(changed);
      return "";
    },
    end(run) {
      const lines = [
        ...wrap(impactSentence(run), columns).map(bold),
        ...counts(run),
        ...listed.flatMap((changed) => entry(changed, run.event, columns, dim)),
      ];
      const more = run.summary.changed - listed.length;
      return `${[...lines, ...(more === 0 ? [] : ["", moreWords(more)])].join("\n")}\n`;
    },
  };
}

function counts({ summary, event }: ImpactEnd): readonly string[] {
  if (summary.changed === 0) return [];
  const changes = summary.changes.map((change) => ({ count: change.documents, text: changeWords(change, event) }));
  const rules = summary.rules.map((rule) => ({
    count: rule.documents,
    text: `${visible(rule.ruleId)}: ${changesInRow(rule.changes, event)}`,
  }));
  const size = Math.max(...[...changes, ...rules].map(({ count }) => grouped(count).length));
  const row = ({ count, text }: { count: number; text: string }): string =>
    `  ${grouped(count).padStart(size)}  ${text}`;
  return ["", ...changes.map(row), "", "By the rules that make the difference:", ...rules.map(row)];
}

function entry(
  changed: ChangedDocument,
  event: string,
  columns: number,
  dim: (text: string) => string,
): readonly string[] {
  return [
    "",
    ...wrap(`${changedName(changed)}: ${changeWords(changed, event)}`, columns),
    ...wrap(changed.ruleIds.join(", "), columns - 2).map((line) => `  ${dim(line)}`),
  ];
}

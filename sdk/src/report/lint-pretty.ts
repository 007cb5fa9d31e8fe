import type { RulePlace } from "../generated/types.ts";
import { codeFrame, splitLines, type TextLines } from "./code-frame.ts";
import { createColors } from "./colors.ts";
import { witnessText } from "./diff-words.ts";
import type { LintedFile, LintedFinding, LintReport, LintReportOptions } from "./lint-report.ts";
import { lintSentence } from "./lint-words.ts";
import { visible, wrap } from "./screen.ts";
import { lineAndColumn } from "./words.ts";

const narrowest = 40;
const widest = 120;

/** For people: what was found in each rule file, where, with the PCCO that shows it. */
export function prettyLint(report: LintReport, { color, width }: LintReportOptions): string {
  const { bold, cyan, dim, green, red, yellow } = createColors(color);
  const columns = Math.min(Math.max(width, narrowest), widest);
  const paints = { error: red, warning: yellow, info: cyan };

  const frame = ({ place, severity }: LintedFinding, lines: TextLines | undefined): readonly string[] => {
    if (place.range === undefined || lines === undefined || severity === "info") return [];
    return codeFrame(lines, place.range, columns - 4).map(({ kind, gutter, text }) => {
      if (kind === "underline") return `    ${dim(gutter)}${paints[severity](text)}`;
      return kind === "marked" ? `    ${bold(gutter)}${text}` : `    ${dim(gutter + text)}`;
    });
  };

  const told = (finding: LintedFinding, lines: TextLines | undefined): readonly string[] => {
    const { id, severity, message, place, related, witness } = finding;
    const shown = witness === undefined ? [] : witnessText({ witness }).trimEnd().split("\n");
    return [
      `  ${paints[severity](severity)} ${bold(id)}`,
      ...wrap(message, columns - 4).map((line) => `    ${line}`),
      `    ${dim("at")} ${where(place)}`,
      ...related.map((each) => `    ${dim("see")} ${visible(each.message)}: ${where(each.place)}`),
      ...frame(finding, lines),
      ...(witness === undefined
        ? []
        : wrap(`This PCCO shows it, asked for ${witness.event}: ${witness.shows}.`, columns - 4).map(
            (line) => `    ${line}`,
          )),
      ...shown.map((line) => dim(`      ${visible(line)}`)),
      "",
    ];
  };

  const section = ({ file, ruleSet, findings, text }: LintedFile): readonly string[] => {
    const name = ruleSet === undefined ? visible(file) : `${visible(file)}  ${ruleSet.id} ${ruleSet.version}`;
    if (findings.length === 0) return [`${green("ok")}  ${name}`];
    const lines = text === undefined ? undefined : splitLines(text);
    return ["", bold(name), "", ...findings.flatMap((finding) => told(finding, lines))];
  };

  const lines = [...report.files.flatMap(section), "", lintSentence(report)];
  // One blank line is enough wherever two parts meet.
  const text = lines.join("\n").replace(/\n{3,}/g, "\n\n");
  return `${text.replace(/^\n/, "")}\n`;
}

function where({ file, path, range }: RulePlace): string {
  const line = range === undefined ? "" : `:${lineAndColumn(range)}`;
  return `${visible(file)}${line}${path === "" ? "" : ` (${visible(path)})`}`;
}

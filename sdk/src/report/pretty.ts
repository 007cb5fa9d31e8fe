import type { DocumentReport, Finding, SourcePage } from "../generated/types.ts";
import { codeFrame, splitLines, type TextLines } from "./code-frame.ts";
import { createColors } from "./colors.ts";
import type { CheckedDocument, Reporter, ReporterOptions, RunEnd } from "./reporter.ts";
import { textWidth, visible, wrap } from "./screen.ts";
import { unknownSentences } from "./unknown.ts";
import {
  bySeverity,
  count,
  createEventMemory,
  documentName,
  fileName,
  fixWords,
  lineAndColumn,
  outcomeOf,
  severityWord,
  sourceTitle,
  summarySentence,
} from "./words.ts";

type Paint = (text: string) => string;

/** More documents without findings than this are only counted. */
const mostNamed = 20;
/** More documents with findings than this are told in short, so that a long run stays readable. */
const mostInFull = 20;
const narrowest = 40;
const widest = 120;

/** For people, at a terminal: what is wrong, where it stands, and what to do next. */
export function createPrettyReporter({ color, width }: ReporterOptions): Reporter {
  const page = createPage(color, Math.min(Math.max(width, narrowest), widest));
  const events = createEventMemory();
  const clean: string[] = [];
  let cleanCount = 0;
  let fixable = 0;
  let told = 0;
  let past = 0;
  let read: { readonly text: string; readonly firstLine: number; readonly lines: TextLines } | undefined;
  const linesOf = ({ text, textLine = 0 }: CheckedDocument): TextLines | undefined => {
    if (text === undefined) return undefined;
    if (read?.text !== text || read.firstLine !== textLine) {
      read = { text, firstLine: textLine, lines: splitLines(text, textLine) };
    }
    return read.lines;
  };
  return {
    document(checked) {
      const { report } = checked;
      events.add(report.event);
      if (report.outcome === "exportable" && report.erpStatus !== undefined) past++;
      if (report.findings.length === 0 && report.outcome === "exportable") {
        cleanCount++;
        if (cleanCount <= mostNamed) clean.push(page.ok(okName(report)));
        return "";
      }
      fixable += report.findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === "safe")).length;
      told++;
      if (told <= mostInFull) return `${page.document(report, linesOf(checked)).join("\n")}\n\n`;
      const notice = told === mostInFull + 1 ? `${page.inShort(mostInFull)}\n\n` : "";
      return `${notice}${page.short(report).join("\n")}\n`;
    },
    end(run) {
      const named = cleanCount > mostNamed ? [page.ok(`${count(cleanCount, "PCCO")} without findings`)] : clean;
      const gap = told > mostInFull ? [""] : [];
      const lead = named.length === 0 ? gap : [...gap, ...named, ""];
      const last = [
        ...page.summary(run, events.event()),
        ...page.hints({ fixable, unknown: run.summary.unknown, past, event: events.event() ?? "send" }),
      ];
      return [`${[...lead, ...last].join("\n")}\n`];
    },
  };
}

/** What the last lines are about. */
interface Hints {
  readonly fixable: number;
  readonly unknown: number;
  /** PCCOs that keep the rules in an ERP status in which the event is not possible. */
  readonly past: number;
  readonly event: string;
}

function okName(report: DocumentReport): string {
  const name = documentName(report);
  return report.erpStatus === undefined ? name : `${name} (ERP status ${report.erpStatus})`;
}

interface Page {
  ok(name: string): string;
  document(report: DocumentReport, lines: TextLines | undefined): readonly string[];
  /** One line for the document and one for each finding. */
  short(report: DocumentReport): readonly string[];
  /** What is said before the first document that is told in short. */
  inShort(full: number): string;
  summary(run: RunEnd, event: string | undefined): readonly string[];
  hints(counts: Hints): readonly string[];
}

function createPage(color: boolean, width: number): Page {
  const { bold, cyan, dim, green, red, yellow } = createColors(color);
  const severityPaint = { error: red, warning: yellow, info: cyan, unknown: yellow };
  const outcomePaint = { exportable: green, blocked: red, unknown: yellow, unreadable: red };

  /** A labelled text; its further lines start below its first word. */
  const labelled = (indent: number, label: string, text: string, paint: Paint): readonly string[] => {
    const hanging = indent + textWidth(label) + 1;
    return wrap(text, width - hanging).map((line, number) =>
      number === 0 ? `${" ".repeat(indent)}${paint(label)} ${line}` : " ".repeat(hanging) + line,
    );
  };

  const frame = (finding: Finding, lines: TextLines | undefined): readonly string[] => {
    if (finding.range === undefined || lines === undefined) return [];
    const paint = severityPaint[severityWord(finding)];
    return codeFrame(lines, finding.range, width - 4).map(({ kind, gutter, text }) => {
      if (kind === "underline") return `    ${dim(gutter)}${paint(text)}`;
      return kind === "marked" ? `    ${bold(gutter)}${text}` : `    ${dim(gutter + text)}`;
    });
  };

  const place = (file: string, { range, path }: Finding): readonly string[] => {
    const at = range === undefined ? "" : `${visible(fileName(file))}:${lineAndColumn(range)}`;
    const inside = path === "" ? "" : visible(path);
    if (at === "" && inside === "") return [];
    return [`    ${dim("at")} ${at === "" ? inside : at}${at === "" || inside === "" ? "" : dim(` (${inside})`)}`];
  };

  const see = (source: SourcePage, previous: SourcePage | undefined): readonly string[] => {
    if (source.url === previous?.url && source.basis === previous.basis)
      return labelled(4, "see:", "the same page", dim);
    return [...labelled(4, "see:", sourceTitle(source), dim), `         ${cyan(visible(source.url))}`];
  };

  const ruleOf = ({ ruleId, rule }: Finding): string => {
    if (rule === undefined) return ruleId;
    return `${ruleId}, ${rule.file}${rule.range === undefined ? rule.path : `:${lineAndColumn(rule.range)}`}`;
  };

  const broken = (
    file: string,
    finding: Finding,
    previous: Finding | undefined,
    lines: TextLines | undefined,
  ): readonly string[] => {
    const { message, fixes, source } = finding;
    const word = severityWord(finding);
    return [
      "",
      ...labelled(2, word, message, (text) => bold(severityPaint[word](text))),
      ...place(file, finding),
      ...frame(finding, lines),
      ...fixes.flatMap((fix, number) => labelled(4, number === 0 ? "fix:" : " or:", fixWords(fix), green)),
      ...(source === undefined ? [] : see(source, previous?.source)),
      `    ${dim(`rule: ${visible(ruleOf(finding))}`)}`,
    ];
  };

  return {
    ok: (name) => `${green("ok")}  ${visible(name)}`,
    document(report, lines) {
      const { file, findings, outcome, ruleSet } = report;
      const rules = ruleSet === undefined ? "" : dim(` (rules: ${ruleSet.id} ${ruleSet.version})`);
      const sorted = bySeverity(findings.filter(({ state }) => state === "broken"));
      const unknown = unknownSentences(findings).flatMap((sentence) =>
        labelled(2, "unknown", sentence, (text) => bold(yellow(text))),
      );
      return [
        `${bold(visible(documentName(report)))}: ${outcomePaint[outcome](outcomeOf(report))}${rules}`,
        ...sorted.flatMap((finding, number) => broken(file, finding, sorted[number - 1], lines)),
        ...(unknown.length === 0 ? [] : ["", ...unknown]),
      ];
    },
    short(report) {
      const { findings, outcome } = report;
      const sorted = bySeverity(findings.filter(({ state }) => state === "broken"));
      return [
        `${bold(visible(documentName(report)))}: ${outcomePaint[outcome](outcomeOf(report))}`,
        ...sorted.flatMap((finding) => {
          const word = severityWord(finding);
          const at = finding.range === undefined ? "" : `${lineAndColumn(finding.range)} `;
          return labelled(2, word, `${at}${finding.message} (${finding.ruleId})`, severityPaint[word]);
        }),
        ...unknownSentences(findings).flatMap((sentence) => labelled(2, "unknown", sentence, yellow)),
      ];
    },
    inShort: (full) =>
      dim(`${full} PCCOs with findings are shown in full, the others in short; check one by itself to see it in full.`),
    summary: (run, event) => wrap(summarySentence(run, event), width).map((line) => bold(line)),
    hints: ({ fixable, unknown, past, event }) => [
      ...(past === 0
        ? []
        : wrap(
            `Of those that keep the rules, ${past} ${past === 1 ? "has an ERP status that does" : "have an ERP status that does"} not allow "${event}" now.`,
            width,
          )),
      ...(fixable === 0 ? [] : [`${count(fixable, "finding")} can be fixed with --fix.`]),
      ...(unknown === 0
        ? []
        : wrap(
            `To get an answer for ${count(unknown, "unknown PCCO")}, add what is missing to the context (pcco.context.yaml).`,
            width,
          )),
    ],
  };
}

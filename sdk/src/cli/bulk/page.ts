import type { DocumentReport } from "../../generated/types.ts";
import { type CheckedDocument, createSummaryCounter, type ReportFormat } from "../../report/index.ts";
import type { RuleSet } from "../../rule-set.ts";
import { type ExitCode, OK, worse } from "../exit-code.ts";
import type { Judged, UsedRules } from "./judged.ts";
import type { CleanReport } from "./usual.ts";

/** What is found out about the PCCOs of one work, as they are judged. */
export class Page {
  readonly #format: ReportFormat;
  readonly #known: Set<string>;
  readonly #counter = createSummaryCounter();
  readonly #documents: CheckedDocument[] = [];
  readonly #used: UsedRules[] = [];
  #ndjson = "";
  #clean = 0;
  #exitCode: ExitCode = OK;

  /** @param known hashes of the rule sets that were told before; those told here are added */
  constructor(format: ReportFormat, known: Set<string>) {
    this.#format = format;
    this.#known = known;
  }

  /** @param source the text it was read from, and the line that begins on, if it was read */
  add(report: DocumentReport, source: { readonly text: string; readonly firstLine: number } | undefined): void {
    this.#counter.add(report);
    if (this.#format === "ndjson") this.#ndjson += `${JSON.stringify(report)}\n`;
    // Only people are shown the text, and it is long.
    else if (this.#format !== "pretty" || source === undefined) this.#documents.push({ report, text: undefined });
    else this.#documents.push({ report, text: source.text, textLine: source.firstLine });
  }

  addClean({ report, json: [before, after] }: CleanReport, index: number): void {
    this.#clean++;
    if (this.#format === "ndjson") this.#ndjson += `${before}${index}${after}\n`;
    else this.#documents.push({ report: { ...report, index }, text: undefined });
  }

  worsen(exitCode: ExitCode): void {
    this.#exitCode = worse(this.#exitCode, exitCode);
  }

  use({ reference, definition }: RuleSet): void {
    if (this.#known.has(reference.sha256)) return;
    this.#known.add(reference.sha256);
    const titles = definition.rules.map(({ id, definition: { title } }) => [id, title] as const);
    this.#used.push({ reference, titles: Object.fromEntries(titles) });
  }

  judged(): Judged {
    this.#counter.addClean(this.#clean);
    return {
      ndjson: this.#ndjson,
      documents: this.#documents,
      summary: this.#counter.total(),
      exitCode: this.#exitCode,
      used: this.#used,
    };
  }
}

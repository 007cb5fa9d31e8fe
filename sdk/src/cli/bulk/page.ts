import type { DocumentReport } from "../../generated/types.ts";
import { type CheckedDocument, createSummaryCounter, jsonItems, type ReportFormat } from "../../report/index.ts";
import type { RuleSet } from "../../rule-set.ts";
import { type ExitCode, OK, worse } from "../exit-code.ts";
import type { InputDocument } from "../input.ts";
import type { Judged, UsedRules } from "./judged.ts";
import { ReportBytes } from "./report-bytes.ts";
import type { CleanReport } from "./usual.ts";

/** An item of a list that stands further right on its line has others before it. */
const mostIndented = 100;

/** What is found out about the PCCOs of one work, as they are judged. */
export class Page {
  readonly #format: ReportFormat;
  readonly #known: Set<string>;
  readonly #counter = createSummaryCounter();
  readonly #documents: CheckedDocument[] = [];
  readonly #used: UsedRules[] = [];
  readonly #ndjson: ReportBytes;
  #clean = 0;
  #exitCode: ExitCode = OK;

  /**
   * @param known hashes of the rule sets that were told before; those told here are added
   * @param memory what the report may be written into
   */
  constructor(format: ReportFormat, known: Set<string>, memory: ArrayBuffer | undefined) {
    this.#format = format;
    this.#known = known;
    this.#ndjson = new ReportBytes(memory);
  }

  /** @param source the text it was read from, and where that begins, if it was read */
  add(report: DocumentReport, source: Pick<InputDocument, "text" | "start"> | undefined): void {
    this.#counter.add(report);
    if (this.#format === "ndjson") this.#ndjson.add(`${JSON.stringify(report)}\n`);
    // Only people are shown the text where something is found, and it is long. Nobody is shown the middle of an endless line.
    else if (
      this.#format !== "pretty" ||
      source === undefined ||
      report.findings.length === 0 ||
      source.start.character > mostIndented
    )
      this.#documents.push({ report, text: undefined });
    else {
      const text = " ".repeat(source.start.character) + source.text;
      this.#documents.push({ report, text, textLine: source.start.line });
    }
  }

  addClean(clean: CleanReport, index: number): void {
    this.#clean++;
    const [before, after] = clean.json;
    if (this.#format === "ndjson") this.#ndjson.add(`${before}${index}${after}\n`);
    else this.#documents.push({ report: { ...clean.report, index }, text: undefined });
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

  /** A report in JSON is written here, in whichever thread: text goes over to another much quicker than objects. */
  #written(): Pick<Judged, "json" | "documents"> {
    if (this.#format !== "json") return { json: "", documents: this.#documents };
    return { json: jsonItems(this.#documents.map(({ report }) => report)), documents: [] };
  }

  judged(): Judged {
    this.#counter.addClean(this.#clean);
    return {
      ndjson: this.#ndjson.written(),
      ...this.#written(),
      summary: this.#counter.total(),
      exitCode: this.#exitCode,
      used: this.#used,
    };
  }
}

import type { Finding } from "@erp-export-rules/sdk";
import {
  cannotJudge,
  checkDocument,
  type Edit,
  parseText,
  type Range,
  type TextDocument,
  type TextFormat,
  type TextVerdict,
  textEdits,
} from "@erp-export-rules/sdk/text";
import type { PccoFile, PccoRecord, SurroundingsOf } from "../model.ts";
import { type ContentChange, Lines } from "./lines.ts";

/** A PCCO file that an editor changes. A change costs about as much as the PCCOs it touches. */
export interface EditablePccoFile extends PccoFile {
  /** Carries out the changes of one edit, in order. */
  change(changes: readonly ContentChange[], version: number): void;
  /**
   * Reads and judges what is not yet, as long as it may; at least one PCCO. For large files: what is read is kept, so
   * other work can be done between two calls.
   * @returns whether all is read and judged, so that `overview` answers at once
   */
  readSome(surroundingsOf: SurroundingsOf, mayGoOn: () => boolean): boolean;
  /** What the PCCOs of the file say together; reads and judges what is not yet. */
  overview(surroundingsOf: SurroundingsOf): Overview;
}

/** The verdicts of a file together. */
export interface Overview {
  /** Another number as soon as a finding, its place, or the position of its PCCO is another; the same as long as all stay. */
  readonly stamp: number;
  readonly outcomes: Readonly<Record<TextVerdict["outcome"], number>>;
  /** How many findings there are. */
  readonly severities: Readonly<Record<Finding["severity"], number>>;
  /** The first findings: errors before warnings before infos, and each in the order of the text. */
  first(limit: number): readonly FoundFinding[];
}

/** A finding and the PCCO it is about; its range is a position in the file. */
export interface FoundFinding {
  readonly record: PccoRecord;
  readonly finding: Finding;
}

/** Keeps a text as a PCCO file. Never throws, now or later, whatever the text. */
export function openPccoFile(
  uri: string,
  format: TextFormat,
  text: string,
  version: number | null = null,
): EditablePccoFile {
  return new WholeFile(uri, format, text, version);
}

class WholeFile implements EditablePccoFile {
  readonly uri: string;
  readonly format: TextFormat;
  version: number | null;
  readonly #lines: Lines;
  #records: readonly WholeRecord[] | undefined;
  #stamp = 0;

  constructor(uri: string, format: TextFormat, text: string, version: number | null) {
    this.uri = uri;
    this.format = format;
    this.version = version;
    this.#lines = new Lines(text);
  }

  get lineCount(): number {
    return this.#lines.count;
  }

  lineAt(line: number): string {
    return this.#lines.at(line);
  }

  text(): string {
    return this.#lines.text();
  }

  change(changes: readonly ContentChange[], version: number): void {
    for (const change of changes) this.#lines.change(change);
    this.version = version;
    this.#records = undefined;
    this.#stamp++;
  }

  get records(): readonly WholeRecord[] {
    this.#records ??= this.#read();
    return this.#records;
  }

  recordAt(line: number): PccoRecord {
    const [first, ...others] = this.records;
    let found = first;
    for (const record of others) if (record.startLine <= line) found = record;
    if (found === undefined) throw new Error("a file has at least one PCCO");
    return found;
  }

  readSome(): boolean {
    return true;
  }

  overview(surroundingsOf: SurroundingsOf): Overview {
    const found: FoundFinding[] = [];
    const outcomes = { exportable: 0, blocked: 0, unknown: 0, unreadable: 0 };
    const severities = { error: 0, warning: 0, info: 0 };
    for (const record of this.records) {
      const { outcome, findings } = record.verdict(surroundingsOf);
      outcomes[outcome]++;
      for (const finding of findings) {
        severities[finding.severity]++;
        found.push({ record, finding });
      }
    }
    const ranks = { error: 0, warning: 1, info: 2 };
    found.sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity]);
    return { stamp: this.#stamp, outcomes, severities, first: (limit) => found.slice(0, limit) };
  }

  #read(): readonly WholeRecord[] {
    const text = this.text();
    const { documents } = parseText(text, { format: this.format });
    const starts = documents.map((document, index) =>
      index === 0 ? 0 : (placeOf(document)?.start.line ?? this.lineCount),
    );
    return documents.map((document, index) => {
      const alone = documents.length === 1 ? text : undefined;
      return new WholeRecord(this, document, starts[index] ?? 0, starts[index + 1] ?? this.lineCount, alone);
    });
  }
}

function placeOf(document: TextDocument): Range | undefined {
  return document.valueRange([]) ?? document.problems[0]?.range;
}

class WholeRecord implements PccoRecord {
  readonly index: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly #file: WholeFile;
  readonly #document: TextDocument;
  readonly #alone: string | undefined;

  constructor(file: WholeFile, document: TextDocument, startLine: number, nextLine: number, alone: string | undefined) {
    this.index = document.index;
    this.startLine = startLine;
    this.endLine = Math.max(nextLine, startLine + 1);
    this.#file = file;
    this.#document = document;
    this.#alone = alone;
  }

  text(): string {
    if (this.#alone !== undefined) return this.#alone;
    const range = placeOf(this.#document);
    if (range === undefined || this.#file.format === "yaml") return this.#lines(this.startLine, this.endLine);
    return this.#lines(range.start.line, range.end.line + 1)
      .trim()
      .replace(/,$/, "");
  }

  document(): TextDocument {
    return this.#document;
  }

  verdict(surroundingsOf: SurroundingsOf): TextVerdict {
    const document = this.#document;
    const found = surroundingsOf(document.value);
    if (!("cannot" in found)) return checkDocument(found.rules, document, found.context, found);
    return {
      index: document.index,
      outcome: "unreadable",
      findings: [cannotJudge(document, found.cannot, found.problem)],
    };
  }

  textEdits(edits: readonly Edit[]) {
    const text = this.#file.text();
    const lines = new Lines(text);
    return textEdits(text, { format: this.#file.format, index: this.index }, edits).map(({ start, end, newText }) => ({
      range: { start: positionAt(lines, start), end: positionAt(lines, end) },
      newText,
    }));
  }

  #lines(from: number, to: number): string {
    return Array.from({ length: to - from }, (_, line) => this.#file.lineAt(from + line)).join("\n");
  }
}

function positionAt(lines: Lines, offset: number) {
  let line = 0;
  let rest = offset;
  while (line < lines.count - 1 && rest >= lines.whole(line).length) rest -= lines.whole(line++).length;
  return { line, character: rest };
}

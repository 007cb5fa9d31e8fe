import type { ImpactSummary, OutcomeChange } from "../analysis/impact.ts";
import type { RuleSetReference } from "../generated/types.ts";

/** The formats of an impact report. */
export const impactFormats = ["pretty", "json", "ndjson", "markdown"] as const;

/** One of `impactFormats`. */
export type ImpactFormat = (typeof impactFormats)[number];

/** A PCCO whose outcome changes. */
export interface ChangedDocument extends OutcomeChange {
  /** The file as it was named, or `-` for standard input. */
  readonly file: string;
  /** Position of the PCCO in its file, from 0. */
  readonly index: number;
  /** Number (#) and title of the PCCO, as far as it has them. */
  readonly label: string;
}

/** What an impact report is told when all PCCOs are done. */
export interface ImpactEnd {
  readonly event: string;
  /** The rule set that is replaced, and the one that replaces it. */
  readonly before: NamedRuleSet;
  readonly after: NamedRuleSet;
  readonly summary: ImpactSummary;
  /** PCCOs that were not asked about, since they can't be read or judged. */
  readonly unreadable: number;
}

/** A rule set, and what it is called in this report. */
export interface NamedRuleSet {
  readonly reference: RuleSetReference;
  readonly name: string;
}

/** Writes an impact report piece by piece: `document` for each PCCO that changes, then `end` once. */
export interface ImpactReporter {
  document(changed: ChangedDocument): string;
  end(run: ImpactEnd): string;
}

/** How an impact report is to look. */
export interface ImpactReporterOptions {
  readonly color: boolean;
  readonly width: number;
}

/** Starts an impact report of one run. */
export async function loadImpactReporter(
  format: ImpactFormat,
  options: ImpactReporterOptions,
): Promise<ImpactReporter> {
  switch (format) {
    case "pretty":
      return (await import("./impact-pretty.ts")).createPrettyImpact(options);
    case "markdown":
      return (await import("./impact-markdown.ts")).createMarkdownImpact();
    case "json":
      return createJsonImpact();
    case "ndjson":
      return { document: (changed) => `${JSON.stringify(changed)}\n`, end: () => "" };
  }
}

/** One object; the counts come before the documents, so it is all printed at the end. */
function createJsonImpact(): ImpactReporter {
  const documents: ChangedDocument[] = [];
  return {
    document: (changed) => {
      documents.push(changed);
      return "";
    },
    end: ({ event, before, after, summary, unreadable }) => {
      const { documents: asked, ...counts } = summary;
      const report = {
        schemaVersion: 1,
        event,
        before: before.reference,
        after: after.reference,
        summary: { documents: asked, unreadable, ...counts },
        documents,
      };
      return `${JSON.stringify(report, null, 2)}\n`;
    },
  };
}

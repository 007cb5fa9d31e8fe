import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  ErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { Slices } from "../bell.ts";
import { Reports } from "../reports.ts";
import type { Server } from "../server.ts";
import { keyOf } from "../uris.ts";
import type { Feature } from "./feature.ts";

/** How many files are told of at once in a streamed answer. */
const batchSize = 50;

type Partial = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** Findings, asked for by the editor: of a document, and of the whole workspace. */
export const diagnostics: Feature = {
  capabilities: (client) =>
    client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: "erp-export-rules",
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  register(connection, running) {
    const known = new WeakMap<Server, Reports>();
    const reportsOf = (server: Server): Reports => {
      const reports = known.get(server) ?? new Reports(server);
      known.set(server, reports);
      return reports;
    };
    connection.languages.diagnostics.on(
      async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
        const report = await reportsOf(running()).of(textDocument.uri);
        if (report === undefined) return { kind: "full", items: [] };
        if (report.resultId === previousResultId) return { kind: "unchanged", resultId: previousResultId };
        return { kind: "full", ...report };
      },
    );
    let parked: (() => void) | undefined;
    connection.languages.diagnostics.onWorkspace(async (params, token, _progress, partial) => {
      // Only the newest question is kept waiting.
      parked?.();
      const server = running();
      const round = new Round(server, reportsOf(server), params, partial);
      for (;;) {
        const { heard, stop } = server.workspace.bell.next();
        const items = await round.changed(token);
        if (token.isCancellationRequested) {
          stop();
          throw new ResponseError(ErrorCodes.PendingResponseRejected, "no longer asked for");
        }
        // Without a stream to answer on, the editor waits for this answer alone.
        if (partial === undefined || round.hasTold) {
          stop();
          return { items };
        }
        const isOver = await Promise.race([
          heard.then(() => false),
          released(token, (release) => {
            parked = release;
          }),
        ]);
        stop();
        if (isOver) return { items: [] };
      }
    });
  },
};

/** Resolves when the editor gives the question up, or when the function handed out is called. */
function released(token: CancellationToken, handOut: (release: () => void) => void): Promise<true> {
  return new Promise((resolve) => {
    handOut(() => resolve(true));
    token.onCancellationRequested(() => resolve(true));
  });
}

/** One question for the whole workspace. */
class Round {
  hasTold = false;
  readonly #server: Server;
  readonly #reports: Reports;
  readonly #partial: Partial | undefined;
  /** What the editor has, by the key of its URI. */
  readonly #has: Map<string, { readonly uri: string; readonly resultId: string }>;

  constructor(server: Server, reports: Reports, params: WorkspaceDiagnosticParams, partial: Partial | undefined) {
    this.#server = server;
    this.#reports = reports;
    this.#partial = partial;
    this.#has = new Map(params.previousResultIds.map(({ uri, value }) => [keyOf(uri), { uri, resultId: value }]));
  }

  /** What differs from what the editor has. With a stream it is told there, and the list is empty. */
  async changed(token: CancellationToken): Promise<WorkspaceDiagnosticReport["items"]> {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const flush = (): void => {
      if (this.#partial === undefined || items.length === 0) return;
      this.#partial.report({ items: items.splice(0) });
      this.hasTold = true;
    };
    const there = new Set<string>();
    const slices = new Slices();
    for (const uri of this.#uris()) {
      there.add(keyOf(uri));
      const report = await this.#reportOf(uri);
      if (token.isCancellationRequested) return [];
      if (report !== undefined) items.push(report);
      if (items.length >= batchSize) flush();
      await slices.giveWay();
    }
    for (const [key, { uri }] of this.#has) {
      if (there.has(key) || this.#server.workspace.texts.at(uri) !== undefined) continue;
      this.#has.delete(key);
      this.#reports.forget(uri);
      items.push({ kind: "full", uri, version: null, items: [] });
    }
    flush();
    return items;
  }

  /** The files that are not open: for those the editor asks one by one. */
  *#uris(): Iterable<string> {
    const { texts, folders } = this.#server.workspace;
    for (const folder of folders) {
      if (!folder.settings.checkWorkspace) continue;
      for (const uri of folder.uris()) if (texts.at(uri) === undefined) yield uri;
    }
  }

  async #reportOf(uri: string): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const folder = this.#server.workspace.folderOf(uri);
    const problem = folder.samples.problemOf(uri);
    const report = problem === undefined ? await this.#reports.of(uri) : this.#reports.unreadable(uri, problem);
    if (report === undefined) return undefined;
    const key = keyOf(uri);
    const had = this.#has.get(key);
    if (had?.resultId === report.resultId) return undefined;
    // A file nobody has heard of and that has nothing to tell need not be told of.
    this.#has.set(key, { uri, resultId: report.resultId });
    if (had === undefined && report.items.length === 0) return undefined;
    return { kind: "full", uri, version: null, ...report };
  }
}

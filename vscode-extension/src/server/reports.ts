import type { Diagnostic } from "vscode-languageserver";
import { contextDiagnostics } from "../service/context-diagnostics.ts";
import { foundDiagnostics, mostDiagnostics } from "../service/pcco/diagnostics.ts";
import { furtherFindings } from "../service/pcco/expectations.ts";
import { ruleDiagnostics, ruleTestDiagnostics } from "../service/rules/diagnostics.ts";
import { lintDiagnostics } from "../service/rules/lint-diagnostics.ts";
import { recounted } from "./encode.ts";
import { type Target, targetOf } from "./features/feature.ts";
import { ruleFileUri, ruleUriFor } from "./rule-uri.ts";
import type { Server } from "./server.ts";
import { keyOf } from "./uris.ts";

/** The findings of one document, and the name of this very answer. */
export interface Report {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** Makes reports, and gives the same findings the same id. */
export class Reports {
  readonly #server: Server;
  readonly #last = new Map<string, { readonly written: string; readonly report: Report; readonly state: unknown[] }>();
  #count = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  /** The findings of a document as it is now; `undefined` for one that is none of our business. */
  async of(uri: string): Promise<Report | undefined> {
    const target = await targetOf(this.#server, uri);
    if (target === undefined) return undefined;
    const last = this.#last.get(keyOf(uri));
    const state = stateOf(target);
    if (last !== undefined && state.length > 0 && state.every((part, index) => part === last.state[index]))
      return last.report;
    const items = this.#items(target, uri);
    const written = JSON.stringify(items);
    const resultId = last?.written === written ? last.report.resultId : `${this.#server.session}-${++this.#count}`;
    const report = { resultId, items };
    this.#last.set(keyOf(uri), { written, report, state });
    return report;
  }

  /** The answer to a file that can't be read as text. */
  unreadable(uri: string, problem: string): Report {
    const start = { line: 0, character: 0 };
    const range = { start, end: start };
    return {
      resultId: `${this.#server.session}-${keyOf(uri)}-unreadable`,
      items: [{ range, severity: 1, code: "document/file", source: "erp-export-rules", message: problem }],
    };
  }

  forget(uri: string): void {
    this.#last.delete(keyOf(uri));
  }

  #items(target: Target, uri: string): Diagnostic[] {
    const { client, workspace } = this.#server;
    const items = diagnosticsOf(target, this.#server);
    return recounted(items, uri, { encoding: client.encoding, to: "editor" }, (text, line) =>
      workspace.texts.lineAt(text, line),
    );
  }
}

/** What tells one state of a target's findings from another without looking at them; empty when nothing does. */
function stateOf(target: Target): unknown[] {
  if (target.kind !== "pcco") return [];
  const { file, surroundingsOf, folder } = target;
  const { stamp } = file.overview(surroundingsOf, furtherFindings(folder.rules.library));
  return [file, stamp, folder.rules.ruleTexts];
}

function diagnosticsOf(target: Target, server: Server): Diagnostic[] {
  switch (target.kind) {
    case "pcco":
      return ofPcco(target, server);
    case "rules":
      return ofRules(target, server);
    case "tests":
      return ruleTestDiagnostics(target.test, target.folder.project());
    case "context":
      return contextDiagnostics(target.uri, target.text);
  }
}

function ofRules({ rule, folder }: Extract<Target, { kind: "rules" }>, server: Server): Diagnostic[] {
  const uriOf = ruleFileUri(server, folder);
  return [...ruleDiagnostics(rule), ...lintDiagnostics(rule, folder.project(), ({ file }) => uriOf(file))];
}

function ofPcco({ file, surroundingsOf, folder }: Extract<Target, { kind: "pcco" }>, server: Server): Diagnostic[] {
  const overview = file.overview(surroundingsOf, furtherFindings(folder.rules.library));
  const { error, warning, info } = overview.severities;
  const found = { first: overview.first(mostDiagnostics), total: error + warning + info };
  return foundDiagnostics(file, found, { ruleUri: ruleUriFor(server, folder) });
}

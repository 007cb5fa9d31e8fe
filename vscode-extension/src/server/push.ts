import { Coalesced } from "./bell.ts";
import { Reports } from "./reports.ts";
import type { Server } from "./server.ts";

/** Sends findings to an editor that can't ask for them: those of open documents, after every change. */
export function pushDiagnostics(server: Server): { readonly ask: () => void; readonly closed: (uri: string) => void } {
  const { connection, workspace } = server;
  const reports = new Reports(server);
  const sent = new Map<string, string>();
  const job = new Coalesced(async () => {
    for (const { uri } of workspace.texts.all) {
      const report = await reports.of(uri);
      const version = workspace.texts.versionOf(uri);
      if (report === undefined || version === null || sent.get(uri) === report.resultId) continue;
      sent.set(uri, report.resultId);
      await connection.sendDiagnostics({ uri, version, diagnostics: report.items });
    }
  });
  return {
    ask: () => void job.ask(),
    closed: (uri) => {
      sent.delete(uri);
      reports.forget(uri);
      // An editor that is just closing does not wait for it.
      connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
    },
  };
}

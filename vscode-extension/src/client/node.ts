import { type ExtensionContext, window } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./client-options.ts";
import { type ExtensionApi, start } from "./start.ts";

let client: LanguageClient | undefined;

/** Called by VS Code on a desktop, and on the remote machine of a window that works there. */
export function activate(context: ExtensionContext): ExtensionApi {
  const channel = window.createOutputChannel("ERP Export Rules", { log: true });
  context.subscriptions.push(channel);
  const server = { module: context.asAbsolutePath("dist/server.cjs"), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6019"] } };
  client = new LanguageClient("erpExportRules", "ERP Export Rules", { run: server, debug }, clientOptions(channel));
  return start(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

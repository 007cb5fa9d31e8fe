import { type ExtensionContext, Uri, window, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { clientOptions } from "./client-options.ts";
import { type ExtensionApi, start } from "./start.ts";

/** The browser's own, as far as it is used here. */
declare class Worker {
  constructor(address: string);
  terminate(): void;
}

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** Called by VS Code in a browser. */
export function activate(context: ExtensionContext): ExtensionApi {
  const channel = window.createOutputChannel("ERP Export Rules", { log: true });
  context.subscriptions.push(channel);
  // Not the worker itself: VS Code's own kind of worker is not what the language client takes for one.
  const startServer = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = await makeWorker(Uri.joinPath(context.extensionUri, "dist", "server.js"));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  client = new LanguageClient("erpExportRules", "ERP Export Rules", startServer, clientOptions(channel));
  return start(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  worker?.terminate();
}

/** A worker that runs a file of the extension. The page refuses workers from files that a remote machine serves; of these it gets the text. */
async function makeWorker(file: Uri): Promise<Worker> {
  if (file.scheme !== "vscode-remote") return new Worker(file.toString(true));
  // Never taken back: VS Code starts the worker by another one, which asks for the address later.
  return new Worker(URL.createObjectURL(new Blob([await workspace.fs.readFile(file)], { type: "text/javascript" })));
}

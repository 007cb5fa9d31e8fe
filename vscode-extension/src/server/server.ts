import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { defaultSettings, methods, type Settings } from "../protocol.ts";
import { Coalesced } from "./bell.ts";
import { type Client, clientOf, merged } from "./capabilities.ts";
import { clientHost, eitherHost } from "./client-host.ts";
import { recounted } from "./encode.ts";
import { features } from "./features/index.ts";
import type { Host } from "./host.ts";
import { pushDiagnostics } from "./push.ts";
import { readSettings } from "./settings.ts";
import { watchFiles } from "./watch.ts";
import { Workspace } from "./workspace.ts";

/** A server at work for one editor. */
export interface Server {
  readonly connection: Connection;
  readonly client: Client;
  readonly workspace: Workspace;
  /** Unlike that of any server before it, so that result ids of an earlier one match nothing. */
  readonly session: string;
  /** The texts of the rule files that ship, by name: `spectrum/pcco/1.1.0.yaml`. */
  readonly ruleTexts: Readonly<Record<string, string>>;
}

/** Where the server runs. */
export interface Place {
  /** The machine; without one all files are asked of the editor. */
  readonly machine?: Host;
  readonly ruleTexts: Readonly<Record<string, string>>;
}

declare const PRODUCT_VERSION: string | undefined;

/** Serves one editor over a connection until that ends. */
export function startServer(connection: Connection, { machine, ruleTexts }: Place): void {
  let server: Server | undefined;
  const running = (): Server => {
    if (server === undefined) throw new Error("the editor must send initialize first");
    return server;
  };

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params.capabilities, params.initializationOptions);
    const editor = clientHost(connection);
    const host = machine === undefined ? editor : client.hasFiles ? eitherHost(machine, editor) : machine;
    server = createServer(connection, client, host, ruleTexts);
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    connection.onInitialized(() => {
      void start(running(), folders);
    });
    return {
      capabilities: merged([
        {
          positionEncoding: client.encoding,
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        ...features.map((feature) => feature.capabilities(client)),
      ]),
      serverInfo: {
        name: "ERP Export Rules",
        version: typeof PRODUCT_VERSION === "string" ? PRODUCT_VERSION : "development",
      },
    };
  });

  syncTexts(connection, running);
  for (const feature of features) feature.register(connection, running);
  connection.listen();
}

function createServer(
  connection: Connection,
  client: Client,
  host: Host,
  ruleTexts: Readonly<Record<string, string>>,
): Server {
  const tellProgress = new Coalesced(async () => {
    if (client.hasCommands) await connection.sendNotification(methods.changed);
  });
  const workspace = new Workspace(host, {
    onVerdictsChanged: () => {
      refresh(connection, client);
      push?.ask();
    },
    onProgress: () => {
      void tellProgress.ask();
      push?.ask();
    },
    onClosed: (uri) => push?.closed(uri),
    settingsOf: (folder) => askSettings(connection, client, folder),
  });
  const session = Math.random().toString(36).slice(2, 10);
  const server = { connection, client, workspace, session, ruleTexts };
  const push = client.pullsDiagnostics ? undefined : pushDiagnostics(server);
  return server;
}

async function start(server: Server, folders: readonly string[]): Promise<void> {
  const { connection, client, workspace } = server;
  let current = [...folders];
  // Before anything is waited for: what the editor says meanwhile must not be lost.
  if (client.hasFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      current = [...current.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      void workspace.setFolders(current).then(() => watchFiles(server));
    });
  }
  await workspace.setFolders(current);
  if (client.tellsOfSettings)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "erpExportRules" });
  await watchFiles(server);
}

/** Asks the editor to ask again, for everything whose answer depends on more than a document's own text. */
function refresh(connection: Connection, client: Client): void {
  // An editor that is just closing refuses, which changes nothing for anybody.
  const ignore = (): void => {};
  if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(ignore);
  if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(ignore);
}

async function askSettings(connection: Connection, client: Client, folder: string): Promise<Settings> {
  if (!client.asksConfiguration) return defaultSettings;
  const scope = folder === "" ? {} : { scopeUri: folder };
  const answer: unknown = await connection.workspace
    .getConfiguration({ ...scope, section: "erpExportRules" })
    .catch(() => undefined);
  const { settings, complaints } = readSettings(answer);
  for (const complaint of complaints) connection.console.warn(complaint);
  return settings;
}

function syncTexts(connection: Connection, running: () => Server): void {
  connection.onDidOpenTextDocument(({ textDocument }) => running().workspace.open(textDocument));
  connection.onDidCloseTextDocument(({ textDocument }) => running().workspace.close(textDocument.uri));
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const { client, workspace } = running();
    if (client.encoding === "utf-16") return workspace.change(uri, version, contentChanges);
    // Each change counts in the text that those before it have left.
    for (const change of contentChanges) {
      const counted = recounted(change, uri, { encoding: client.encoding, to: "server" }, (_, line) =>
        workspace.texts.lineAt(uri, line),
      );
      workspace.change(uri, version, [counted]);
    }
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void running().workspace.watched(changes.map(({ uri, type }) => ({ uri, isThere: type !== 3 })));
  });
  connection.onDidChangeConfiguration(() => {
    void running().workspace.settingsChanged();
  });
}

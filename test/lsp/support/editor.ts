import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  ProgressType,
  ProposedFeatures,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { nodeHost } from "../../../vscode-extension/src/server/node-host.ts";
import { startServer } from "../../../vscode-extension/src/server/server.ts";

/** The bundled server, as it ships. */
export const serverFile = fileURLToPath(new URL("../../../vscode-extension/dist/server.cjs", import.meta.url));

/** What an editor says about itself, beyond what all say. */
export interface EditorOptions {
  /** Files of each workspace folder, by name. */
  readonly folders?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Runs the bundled server as a process of its own instead of the sources in this one. */
  readonly spawned?: boolean;
  /** An editor that waits for findings to be sent. */
  readonly cannotPull?: boolean;
  readonly encodings?: readonly string[];
  /** The extension's own client, which can open rule files that ship. */
  readonly isVsCode?: boolean;
  /** What the server can't tell, as if the editor were closing, by the method; each time is counted in `failures`. */
  readonly deafTo?: string;
}

/** An editor without a screen: speaks the Language Server Protocol and keeps what it is told. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly root: string;
  readonly process: ChildProcess | undefined;
  /** Findings that were sent without being asked for, by URI. */
  readonly sent = new Map<string, readonly Diagnostic[]>();
  readonly refreshes: string[] = [];
  readonly watched: unknown[] = [];
  /** How often the server could not tell what the editor is deaf to. */
  failures = 0;
  readonly #versions = new Map<string, number>();
  #settings: Readonly<Record<string, unknown>>;
  #wakers: (() => void)[] = [];
  initialized: InitializeResult | undefined;

  private constructor(options: EditorOptions) {
    this.#settings = options.settings ?? {};
    this.root = mkdtempSync(join(tmpdir(), "erp-rules-editor-"));
    const folders = Object.entries(options.folders ?? {});
    for (const [folder, files] of folders) {
      mkdirSync(join(this.root, folder), { recursive: true });
      for (const [name, text] of Object.entries(files)) this.write(`${folder}/${name}`, text);
    }
    if (options.spawned) {
      this.process = spawn(process.execPath, [serverFile, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
      const { stdin, stdout } = this.process;
      if (stdin === null || stdout === null) throw new Error("the server has no pipes");
      this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    } else {
      const [up, down] = [new PassThrough(), new PassThrough()];
      const writer = new StreamMessageWriter(down);
      const write = writer.write.bind(writer);
      writer.write = async (message) => {
        if (!("method" in message) || message.method !== options.deafTo) return write(message);
        this.failures++;
        throw new Error("the editor is closing");
      };
      const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), writer);
      startServer(server, { machine: nodeHost, ruleTexts: {} });
      this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    }
    this.#answer();
  }

  /** Starts a server and says hello. */
  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(options);
    const { cannotPull, encodings, isVsCode } = options;
    editor.initialized = await editor.connection.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {
        general: encodings === undefined ? {} : { positionEncodings: encodings },
        textDocument: {
          ...(cannotPull ? {} : { diagnostic: {} }),
          completion: { completionItem: { snippetSupport: true } },
        },
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          diagnostics: { refreshSupport: true },
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
        },
      },
      initializationOptions: isVsCode ? { clientCommands: true } : {},
      workspaceFolders: Object.keys(options.folders ?? {}).map((name) => ({ uri: editor.uri(name), name })),
    });
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  /** The URI of a file, by its path from the root of all folders. */
  uri(path: string): string {
    return path.includes(":") ? path : pathToFileURL(join(this.root, path)).toString();
  }

  write(path: string, text: string | Uint8Array): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  /** Tells that files came, changed (`true`) or went (`false`) on disk. */
  async touched(files: Readonly<Record<string, boolean>>): Promise<void> {
    const changes = Object.entries(files).map(([path, isThere]) => ({ uri: this.uri(path), type: isThere ? 2 : 3 }));
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  async open(path: string, text: string, languageId = path.endsWith("json") ? "json" : "yaml"): Promise<void> {
    const uri = this.uri(path);
    this.#versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(path: string, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  async settings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.#settings = settings;
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: this.uri(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The findings of a document. */
  async findings(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(path);
    if (report.kind !== "full") throw new Error("nothing was known before, so the answer must be full");
    return report.items;
  }

  /** The codes of the findings of a document. */
  async codes(path: string): Promise<readonly unknown[]> {
    return (await this.findings(path)).map(({ code }) => code);
  }

  /** Asks for the findings of the whole workspace, with a stream to answer on. */
  pullWorkspace(previousResultIds: readonly { uri: string; value: string }[] = []): WorkspacePull {
    return new WorkspacePull(this.connection, previousResultIds);
  }

  ask<T>(method: string, path: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri: this.uri(path) }, ...more });
  }

  at<T>(method: string, path: string, position: Position): Promise<T> {
    return this.ask<T>(method, path, { position });
  }

  actions(path: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.ask("textDocument/codeAction", path, {
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  /** Waits until something that the server says makes a condition true. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#wakers.push(resolve));
  }

  get isRunning(): boolean {
    return this.process === undefined || (this.process.exitCode === null && this.process.signalCode === null);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    const ended = new Promise((resolve) => this.process?.once("exit", resolve) ?? resolve(0));
    // The sources run in this process, which must not end with them.
    if (this.process !== undefined) await this.connection.sendNotification("exit");
    await ended;
    this.connection.dispose();
    rmSync(this.root, { recursive: true, force: true });
  }

  #answer(): void {
    const heard = (): void => {
      const wakers = this.#wakers;
      this.#wakers = [];
      for (const wake of wakers) wake();
    };
    this.connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
      items.map(() => this.#settings),
    );
    this.connection.onRequest("client/registerCapability", ({ registrations }: { registrations: unknown[] }) => {
      this.watched.push(...registrations);
      heard();
      return null;
    });
    this.connection.onRequest("client/unregisterCapability", () => null);
    for (const name of ["diagnostic", "codeLens", "inlayHint"]) {
      this.connection.onRequest(`workspace/${name === "diagnostic" ? "diagnostic" : name}/refresh`, () => {
        this.refreshes.push(name);
        heard();
        return null;
      });
    }
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
        this.sent.set(uri, diagnostics);
        heard();
      },
    );
    this.connection.onUnhandledNotification(heard);
    this.connection.listen();
  }
}

const progressOf = new ProgressType<WorkspaceDiagnosticReport>();

/** One question for the findings of the whole workspace. */
export class WorkspacePull {
  readonly streamed: WorkspaceDocumentDiagnosticReport[] = [];
  readonly answer: Promise<WorkspaceDiagnosticReport>;
  isAnswered = false;
  readonly #token = `token-${Math.random()}`;
  readonly #cancel: () => void;
  #wake: () => void = () => {};

  constructor(connection: ProtocolConnection, previousResultIds: readonly { uri: string; value: string }[]) {
    connection.onProgress(progressOf, this.#token, ({ items }) => {
      this.streamed.push(...items);
      this.#wake();
    });
    const source = new CancellationTokenSource();
    this.#cancel = () => source.cancel();
    this.answer = connection
      .sendRequest<WorkspaceDiagnosticReport>(
        "workspace/diagnostic",
        { previousResultIds, partialResultToken: this.#token },
        source.token,
      )
      .finally(() => {
        this.isAnswered = true;
      });
  }

  cancel(): void {
    this.#cancel();
  }

  /** Waits until a report for a URI has come. */
  async reportOf(uri: string): Promise<WorkspaceDocumentDiagnosticReport> {
    for (;;) {
      const found = this.streamed.findLast((report) => report.uri === uri);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  createProtocolConnection,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** A language server to be measured. */
export interface Contender {
  readonly name: string;
  /** What Node is given to start it. */
  readonly command: readonly string[];
  /** Whether findings are asked for after each change, or waited for. */
  readonly pulls: boolean;
  readonly initializationOptions?: unknown;
  /** Answers to `workspace/configuration`, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** One change of a text as an editor sends it. */
export interface Keystroke {
  readonly range: Range;
  readonly text: string;
}

/** A server at work on one document, from the outside. */
export class Client {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #contender: Contender;
  readonly #uri: string;
  #version = 1;
  #resultId: string | undefined;
  #sent = 0;
  #heard = (): void => {};

  /** Starts a server for one document. */
  constructor(contender: Contender, uri: string) {
    this.#contender = contender;
    this.#uri = uri;
    this.#process = spawn(process.execPath, [...contender.command], { stdio: ["pipe", "pipe", "ignore"] });
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error(`${contender.name} has no pipes`);
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section = "" }) => contender.settings?.[section] ?? null),
    );
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onNotification("textDocument/publishDiagnostics", ({ uri: of }: { uri: string }) => {
      if (of !== uri) return;
      this.#sent++;
      this.#heard();
    });
    this.#connection.onUnhandledNotification(() => {});
    this.#connection.listen();
  }

  /** Lets the server read the document. The time that takes is not a keystroke's. */
  async open(languageId: string, text: string): Promise<void> {
    await this.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: this.#contender.pulls ? { diagnostic: {} } : { publishDiagnostics: {} },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      initializationOptions: this.#contender.initializationOptions ?? {},
    });
    await this.#connection.sendNotification("initialized", {});
    await this.#connection.sendNotification("workspace/didChangeConfiguration", {
      settings: this.#contender.settings ?? {},
    });
    const before = this.#sent;
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: this.#uri, languageId, version: 1, text },
    });
    await this.#findings(before);
  }

  /** Milliseconds from sending a change to having the findings of the changed text. */
  async type({ range, text }: Keystroke): Promise<number> {
    const before = this.#sent;
    const start = performance.now();
    this.#version++;
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
    await this.#findings(before);
    return performance.now() - start;
  }

  /** Megabytes the server holds, now and at most. `undefined` where the system does not tell. */
  memory(): { readonly now: number; readonly most: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
      const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
      return { now: kilobytes("VmRSS") / 1000, most: kilobytes("VmHWM") / 1000 };
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.#connection.dispose();
    this.#process.kill("SIGKILL");
  }

  async #findings(before: number): Promise<void> {
    if (this.#contender.pulls) {
      const report = await this.#connection.sendRequest<{ resultId?: string }>("textDocument/diagnostic", {
        textDocument: { uri: this.#uri },
        ...(this.#resultId === undefined ? {} : { previousResultId: this.#resultId }),
      });
      this.#resultId = report.resultId;
      return;
    }
    while (this.#sent === before) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }
}

import { type Event, EventEmitter } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { methods, type Requests } from "../protocol.ts";

/** The server as the parts of the client see it. */
export interface ServerLink {
  readonly client: BaseLanguageClient;
  /**
   * Asks the server, waiting for it to start.
   * @throws {Error} when the server is not running, or stops before it answers
   */
  ask<M extends keyof Requests>(method: M, params: Requests[M]["params"]): Promise<Requests[M]["result"]>;
  /** Findings, rules or contexts have changed. */
  readonly onDidChange: Event<void>;
  /** Writes what went wrong beside the user's work to the log; nothing pops up. */
  log(problem: string): void;
  dispose(): void;
}

/** Links the parts of the client to a server that is started elsewhere. */
export function linkTo(client: BaseLanguageClient): ServerLink {
  const changes = new EventEmitter<void>();
  const listener = client.onNotification(methods.changed, () => changes.fire());
  return {
    client,
    ask: <M extends keyof Requests>(method: M, params: Requests[M]["params"]) =>
      params === undefined
        ? client.sendRequest<Requests[M]["result"]>(method)
        : client.sendRequest<Requests[M]["result"]>(method, params),
    onDidChange: changes.event,
    log: (problem) => client.outputChannel.warn(problem),
    dispose() {
      listener.dispose();
      changes.dispose();
    },
  };
}

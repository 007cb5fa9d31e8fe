import { DidChangeWatchedFilesNotification, type Disposable } from "vscode-languageserver";
import { namedPatterns } from "../kinds.ts";
import type { Server } from "./server.ts";

const watching = new WeakMap<Server, Disposable>();

/** Asks the editor to tell when a file of ours changes on disk, for the globs of each folder and nothing else. */
export async function watchFiles(server: Server): Promise<void> {
  const { connection, client, workspace } = server;
  if (!client.watchesFiles) return;
  const watchers = workspace.folders
    .filter(({ uri }) => uri !== "")
    .flatMap(({ uri, settings }) =>
      [...Object.values(namedPatterns), ...settings.ruleFiles].map((pattern) => ({
        globPattern: client.watchesRelative ? { baseUri: uri, pattern } : pattern,
      })),
    );
  watching.get(server)?.dispose();
  watching.delete(server);
  if (watchers.length === 0) return;
  watching.set(server, await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
}

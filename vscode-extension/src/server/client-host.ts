import type { Connection } from "vscode-languageserver";
import { type FindFilesParams, methods, type ReadFileResult } from "../protocol.ts";
import type { Host } from "./host.ts";

/** The files of the editor, for a server without a file system: in a browser, or for folders that are not on a disk. */
export function clientHost(connection: Connection): Host {
  return {
    async readFile(uri) {
      const { base64 } = await connection.sendRequest<ReadFileResult>(methods.readFile, { uri });
      return base64 === undefined ? undefined : bytesOf(base64);
    },
    findFiles: (folder, patterns) =>
      connection.sendRequest<readonly string[]>(methods.findFiles, { folder, patterns } satisfies FindFilesParams),
    now: () => new Date(),
  };
}

/** Asks the machine for what is on its disk, and the editor for everything else. */
export function eitherHost(machine: Host, editor: Host): Host {
  const hostOf = (uri: string): Host => (uri.startsWith("file:") ? machine : editor);
  return {
    readFile: (uri) => hostOf(uri).readFile(uri),
    findFiles: (folder, patterns) => hostOf(folder).findFiles(folder, patterns),
    now: () => machine.now(),
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

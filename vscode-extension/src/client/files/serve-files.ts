import picomatch from "picomatch";
import { Disposable, FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FindFilesParams, methods, type ReadFileResult } from "../../protocol.ts";
import { toBase64 } from "./base64.ts";
import { leftOut, walk } from "./walk.ts";

/** Schemes that VS Code itself can search. In others a search can find nothing, or never end. */
export const searched: ReadonlySet<string> = new Set(["file", "vscode-remote", "vscode-vfs"]);

/** Answers the server, which has no file system where it runs in a browser, or where a folder is not on a disk. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(methods.readFile, ({ uri }: { readonly uri: string }) => readFile(Uri.parse(uri, true))),
    client.onRequest(methods.findFiles, ({ folder, patterns }: FindFilesParams) =>
      findFiles(Uri.parse(folder, true), patterns),
    ),
  );
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    return { base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch {
    return {};
  }
}

async function findFiles(folder: Uri, patterns: readonly string[]): Promise<readonly string[]> {
  if (!searched.has(folder.scheme)) return findByWalking(folder, patterns);
  const exclude = `{${leftOut.map((name) => `**/${name}/**`).join(",")}}`;
  const found = await Promise.all(
    patterns.map((pattern) => workspace.findFiles(new RelativePattern(folder, pattern), exclude)),
  );
  return [...new Set(found.flat().map(String))].sort();
}

async function findByWalking(folder: Uri, patterns: readonly string[]): Promise<readonly string[]> {
  const found = await walk(
    async (path) => {
      const entries = await workspace.fs.readDirectory(Uri.joinPath(folder, path));
      // A link upwards would never end.
      return entries
        .filter(([, type]) => (type & FileType.SymbolicLink) === 0)
        .map(([name, type]) => [name, type === FileType.Directory] as const);
    },
    picomatch([...patterns]),
  );
  return found.map((path) => Uri.joinPath(folder, path).toString());
}

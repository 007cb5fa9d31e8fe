import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

/** A folder on the web, for pages of every origin. */
export interface StaticFiles {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the files of a folder on this machine, as a web site that hosts extensions does. */
export async function serveFolder(folder: string): Promise<StaticFiles> {
  const server = createServer(async ({ url = "/" }, response) => {
    const file = resolve(join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname)));
    response.setHeader("Access-Control-Allow-Origin", "*");
    try {
      if (!file.startsWith(folder + sep)) throw new Error("outside the folder");
      const content = await readFile(file);
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream").end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port to serve on");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

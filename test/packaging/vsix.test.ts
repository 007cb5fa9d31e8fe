import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { repository } from "./install.ts";
import { unzip } from "./zip.ts";

// The extension as it is installed: packed by the command that people use, then taken apart.

execFileSync("npm", ["run", "package", "-w", "erp-export-rules", "--loglevel=error"], {
  cwd: repository,
  stdio: "pipe",
});
const archive = readFileSync(join(repository, "vscode-extension/erp-export-rules.vsix"));
const files = unzip(archive);
const textOf = (name: string): string => {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`${name} is not in the package`);
  return bytes.toString("utf8");
};
const manifest: {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
} = JSON.parse(textOf("extension/package.json"));

/** What each bundle asks of the place where it runs, and why. */
const modules: Readonly<Record<string, readonly string[]>> = {
  // child_process starts the server; net and crypto name and open the channel to it. All of it is the client library's.
  "client.cjs": ["child_process", "crypto", "fs", "net", "os", "path", "readline", "util", "vscode"],
  "client-web.cjs": ["vscode"],
  "server.cjs": ["./server.js"],
  // For Node; a worker never gets there. net is for --pipe and --socket, by which editors talk to a server on the same
  // machine, node:fs for the files of the workspace.
  "server.js": ["crypto", "fs", "net", "node:fs/promises", "node:path", "node:util", "os", "path", "util"],
  "lifecycle.js": [],
};
const bundles = Object.keys(modules);

describe("the package", () => {
  test("holds what is needed and nothing else", () => {
    expect([...files.keys()]).toEqual([
      "[Content_Types].xml",
      "extension.vsixmanifest",
      "extension/LICENSE.txt",
      "extension/bin/erp-rules-language-server.cjs",
      "extension/changelog.md",
      "extension/dist/client-web.cjs",
      "extension/dist/client.cjs",
      "extension/dist/l10n/bundle.l10n.json",
      "extension/dist/lifecycle.css",
      "extension/dist/lifecycle.js",
      "extension/dist/package.json",
      "extension/dist/server.cjs",
      "extension/dist/server.js",
      "extension/dist/third-party-notices.txt",
      "extension/language-configuration.json",
      "extension/media/icon.png",
      "extension/package.json",
      "extension/package.nls.json",
      "extension/readme.md",
      "extension/snippets/pcco-json.json",
      "extension/snippets/pcco-yaml.json",
      "extension/snippets/rule-file.json",
      "extension/snippets/rule-test.json",
      "extension/syntaxes/erp-rules.tmLanguage.json",
      "extension/walkthrough/apply-fix.md",
      "extension/walkthrough/change-rule.md",
      "extension/walkthrough/open-sample.md",
      "extension/walkthrough/read-finding.md",
      "extension/walkthrough/run-event.svg",
      "extension/walkthrough/three-breaks.pcco.yaml",
    ]);
  });

  test("is small", () => {
    const sizes = bundles.map((name) => `${name} ${kilobytes(files.get(`extension/dist/${name}`)?.length ?? 0)}`);
    console.info(`erp-export-rules.vsix ${kilobytes(archive.length)}; unpacked ${sizes.join(", ")}`);
    expect(archive.length).toBeLessThan(700_000);
  });

  test("has the files that its manifest names", () => {
    const named = [manifest.main, manifest.browser, manifest.icon, ...Object.values(manifest.bin)];
    for (const path of named) expect([...files.keys()]).toContain(`extension/${path.replace(/^\.\//, "")}`);
    expect(manifest.engines.vscode).toBe("^1.91.0");
  });

  test("starts the server by a file that can be run", () => {
    const bin = textOf("extension/bin/erp-rules-language-server.cjs");
    expect(bin).toBe('#!/usr/bin/env node\nrequire("../dist/server.cjs");\n');
  });

  test("names no file it was made on, no registry and no source map", () => {
    const words = [
      repository,
      repository.replace(/\/$/, ""),
      homedir(),
      "/node_modules/",
      "sourceMappingURL=",
      "registry.",
    ];
    for (const [name, bytes] of files) {
      const text = bytes.toString("latin1");
      const found = words.filter((word) => word.length > 5 && text.includes(word));
      expect({ name, found }).toEqual({ name, found: [] });
    }
  });

  test("brings the licences of all that is bundled", () => {
    const notices = textOf("extension/dist/third-party-notices.txt");
    for (const name of ["vscode-languageclient", "vscode-languageserver", "yaml", "jsonc-parser"]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
  });

  test("has every text of the client ready to be translated", () => {
    const texts = Object.entries(JSON.parse(textOf("extension/dist/l10n/bundle.l10n.json")));
    expect(texts.length).toBeGreaterThan(10);
    for (const [key, value] of texts) {
      expect(value).toBe(key);
      expect(textOf("extension/dist/client.cjs").includes(key), key).toBe(true);
    }
  });
});

describe.each(bundles)("%s", (name) => {
  const code = textOf(`extension/dist/${name}`);

  test("asks only for what it needs", () => {
    // In quotes it is only spoken of: a schema validator keeps such a text.
    const asked = [...code.matchAll(/(?<![\w"'`])(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(
      ([, id = ""]) => id,
    );
    expect([...new Set(asked)].sort()).toEqual(modules[name]);
  });

  test("makes no code from text and talks to nobody", () => {
    const forbidden = {
      "code from text": /\beval\(|\bnew Function\b|(?<![\w$.])Function\(/,
      "a request": /(?<![\w$])fetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|RTCPeerConnection/,
      "code from elsewhere": /importScripts|createElement\(["'`]script["'`]\)/,
    };
    for (const [what, pattern] of Object.entries(forbidden)) {
      const { index = -1 } = pattern.exec(code) ?? {};
      expect(index < 0 ? "" : `${what}: ${code.slice(index - 40, index + 40)}`).toBe("");
    }
  });
});

test("the server starts in a worker, where there is nothing of Node and no code can be made from text", async () => {
  const answers: {
    readonly id?: number;
    readonly result?: { readonly capabilities: { readonly hoverProvider?: boolean } };
  }[] = [];
  const worker = createContext(
    {
      ...{ TextEncoder, TextDecoder, URL, crypto, performance, console, MessageChannel },
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone },
      addEventListener: () => {},
      postMessage: (message: object) => answers.push(message),
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext("globalThis.self = globalThis", worker);
  runInContext(textOf("extension/dist/server.js"), worker);
  const params = { processId: null, rootUri: null, capabilities: {} };
  await expect.poll(() => typeof worker["onmessage"]).toBe("function");
  worker["onmessage"]({ data: { jsonrpc: "2.0", id: 1, method: "initialize", params } });
  await expect.poll(() => answers.find(({ id }) => id === 1)?.result?.capabilities.hoverProvider).toBe(true);
});

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

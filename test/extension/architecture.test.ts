import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { cycleIn, isOwn, packageOf, readSources } from "../support/sources.ts";

const folder = fileURLToPath(new URL("../../vscode-extension/src", import.meta.url));

/** The rooms of vscode-extension/src, and what each may import besides its own files. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  "protocol.ts": ["lifecycle-protocol.ts", "rule-protocol.ts", "test-protocol.ts"],
  "lifecycle-protocol.ts": [],
  "rule-protocol.ts": [],
  "test-protocol.ts": [],
  "kinds.ts": [],
  service: ["protocol.ts"],
  server: ["service", "protocol.ts", "kinds.ts"],
  client: ["protocol.ts", "kinds.ts", "webview/messages.ts", "webview/diagram.ts"],
  webview: ["protocol.ts"],
};

/** The packages that each may use. What runs in a browser too knows nothing of Node. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "protocol.ts": ["@erp-export-rules/sdk", "vscode-languageserver-types"],
  "lifecycle-protocol.ts": ["vscode-languageserver-types"],
  "rule-protocol.ts": ["@erp-export-rules/sdk", "vscode-languageserver-types"],
  "test-protocol.ts": ["vscode-languageserver-types"],
  "kinds.ts": ["@erp-export-rules/sdk"],
  service: ["@erp-export-rules/sdk", "@erp-export-rules/rules", "vscode-languageserver-types"],
  server: ["@erp-export-rules/sdk", "vscode-languageserver", "vscode-uri"],
  "server/node-host.ts": ["node", "picomatch", "vscode-uri"],
  "server/node.ts": ["rule-texts", "vscode-languageserver"],
  "server/browser.ts": ["rule-texts", "vscode-languageserver"],
  client: ["vscode", "vscode-languageclient", "picomatch", "vscode-languageserver-types", "@erp-export-rules/sdk"],
  webview: [],
};

/** Files over 8 kB. Take out what has shrunk; split a file rather than add it. */
const large: readonly string[] = ["protocol.ts", "service/location/block-scan.ts"];

const sources = readSources(folder);

function roomOf(file: string): string {
  return file.includes("/") ? file.replace(/\/.*$/, "") : file;
}

describe("the rooms of the extension", () => {
  test("all are in the table", () => {
    expect([...new Set(sources.map(({ file }) => roomOf(file)))].sort()).toEqual(Object.keys(arrows).sort());
  });

  test("imports go along the arrows of the table alone", () => {
    const against = sources.flatMap(({ file, imports }) =>
      imports
        .filter(({ to }) => isOwn(to) && roomOf(to) !== roomOf(file))
        .filter(({ to }) => !(arrows[roomOf(file)] ?? []).some((each) => each === to || each === roomOf(to)))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(against).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(cycleIn(sources)).toBeUndefined();
  });

  test("packages are used where the table says", () => {
    const against = sources.flatMap(({ file, imports }) =>
      imports
        .filter(({ to }) => !isOwn(to))
        .filter(({ to }) => !(packages[file] ?? packages[roomOf(file)] ?? []).includes(packageOf(to)))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(against).toEqual([]);
  });

  test("no code is made from text while running", () => {
    const against = sources.filter(({ names }) => names.has("eval") || names.has("Function")).map(({ file }) => file);
    expect(against).toEqual([]);
  });
});

describe("files of the extension", () => {
  const sizeOf = (file: string): number => statSync(join(folder, file)).size;

  test("none is 15 kB or more", () => {
    expect(sources.filter(({ file }) => sizeOf(file) >= 15_000).map(({ file }) => file)).toEqual([]);
  });

  test("those over 8 kB are known", () => {
    expect(sources.map(({ file }) => file).filter((file) => sizeOf(file) > 8000)).toEqual(large);
  });
});

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { closureOf, cycleIn, isOwn, packageOf, readSources } from "./support/sources.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const folder = join(repository, "sdk/src");

/**
 * The rooms of sdk/src, and what each may import besides its own files. A word is a room, or one file of a room;
 * in brackets means types alone. `top` are the files that stand in no room: the entry points and what they are made of.
 */
const arrows: Readonly<Record<string, string>> = {
  document: "(generated/types.ts)",
  context: "document generated/getters.ts (generated/types.ts)",
  keywords: "context document (generated/types.ts)",
  rules:
    "keywords context document generated/rule-file-validator.js generated/schema-keys.ts (generated/types.ts) generated/getters.ts",
  ahead: "(rules) keywords context document (generated/types.ts)",
  check: "(ahead/ahead-test.ts) rules keywords context document (generated/types.ts)",
  lifecycle: "check (ahead/ahead-test.ts) rules keywords context document (generated/types.ts)",
  analysis:
    "lifecycle check procore (top) rules keywords context document generated/rule-test-validator.js generated/context-validator.js (generated/types.ts)",
  procore: "context document (generated/types.ts)",
  report: "(analysis) (rules) document/lines.ts document/write-yaml.ts (generated/types.ts)",
  top: "analysis lifecycle check procore rules keywords context document generated report/diff-markdown.ts ahead/support.ts (ahead/ahead-test.ts)",
  cli: "top ahead report analysis lifecycle check procore rules keywords context document generated",

  "generated/types.ts": "",
  "generated/schema-keys.ts": "",
  "generated/rule-set-types.ts": "",
  "generated/getters.ts": "document (context)",
  "generated/rule-set-ids.ts": "",
  "generated/core-rule-sets.ts": "(rules)",
  "generated/further-rule-sets.ts": "(rules)",
  "generated/rule-sets.ts": "generated/core-rule-sets.ts generated/further-rule-sets.ts",
  "generated/clean-tests.js": "ahead/support.ts",
  "generated/clean-tests.d.ts": "(ahead/ahead-test.ts)",
  "generated/rule-file-validator.js": "",
  "generated/rule-file-validator.d.ts": "(rules) (generated/types.ts)",
  "generated/rule-test-validator.js": "",
  "generated/rule-test-validator.d.ts": "(rules) (generated/types.ts)",
  "generated/context-validator.js": "",
  "generated/context-validator.d.ts": "(rules) (generated/types.ts)",
};

/** The packages that are used, and by which rooms or files. */
const packages: Readonly<Record<string, string>> = {
  yaml: "document",
  "jsonc-parser": "document",
  leven: "context",
  chokidar: "cli",
  tinyglobby: "cli",
  node: "cli node.ts",
};

/** Files over 8 kB. Take out what has shrunk; split a file rather than add it. */
const large = [
  "document/edit-json.ts",
  "document/edit-yaml-tree.ts",
  "document/edit-yaml.ts",
  "document/json-faults.ts",
  "keywords/pattern-matcher.ts",
  "report/pretty.ts",
  "rule-set.ts",
  "rules/resolve.ts",
  "rules/schema-problems.ts",
  "rules/verify-rule.ts",
];

/** Keywords that are one line around a shared maker, and are tested beside it. */
const testedBeside: Readonly<Record<string, string>> = { maximum: "limit", minimum: "limit" };

const topLevel = [
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "biome.json",
  "package-lock.json",
  "package.json",
  "rules",
  "samples",
  "sdk",
  "test",
  "tsconfig.json",
  "vitest.config.ts",
  "vscode-extension",
];

const sources = readSources(folder);

describe("the rooms of the SDK", () => {
  test("all are in the table", () => {
    const rooms = new Set(sources.map(({ file }) => roomOf(file)));
    expect([...rooms].sort()).toEqual(Object.keys(arrows).sort());
  });

  test("imports go along the arrows of the table alone", () => {
    const against = sources.flatMap(({ file, imports }) =>
      imports
        .filter(({ to, types }) => isOwn(to) && roomOf(to) !== roomOf(file) && !isIn(to, allowedFor(file, types)))
        .map(({ to, types }) => `${file} imports ${types ? "types of " : ""}${to}`),
    );
    expect(against).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(cycleIn(sources)).toBeUndefined();
  });

  test("packages, and Node itself, are used where the table says", () => {
    const against = sources.flatMap(({ file, imports }) =>
      imports
        .filter(({ to }) => !isOwn(to) && !isIn(file, (packages[packageOf(to)] ?? "").split(" ")))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(against).toEqual([]);
  });

  test("the dependencies of the package are those that are used", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(repository, "sdk/package.json"), "utf8"));
    const usedBy = (isIn: (file: string) => boolean): readonly string[] => {
      const used = sources
        .filter(({ file }) => isIn(file))
        .flatMap(({ imports }) => imports.filter(({ to }) => !isOwn(to)).map(({ to }) => packageOf(to)));
      return [...new Set(used)].filter((name) => name !== "node").sort();
    };
    const library = usedBy((file) => !file.startsWith("cli/"));
    expect(Object.keys(dependencies).sort()).toEqual(library);
    // What only the command line uses is bundled into it.
    const commandLine = usedBy((file) => file.startsWith("cli/")).filter((name) => !library.includes(name));
    expect(Object.keys(devDependencies).sort()).toEqual(commandLine);
  });

  test("the core reads no text: no parser, no validator of rule files, no writer of quick tests", () => {
    const reached = closureOf(sources, "core.ts");
    expect([...reached].filter((each) => !isOwn(each)).sort()).toEqual(["leven"]);
    expect([...reached]).toContain("lifecycle/repair.ts");
    expect([...reached].filter((each) => /validator|\/parse\.ts$|yaml|ahead\/emit|^report|^cli/.test(each))).toEqual(
      [],
    );
  });

  test("only the command line and node.ts know Node's globals", () => {
    const globals = ["process", "Buffer", "require", "global", "__dirname", "__filename", "setImmediate"];
    const against = sources
      .filter(({ file }) => !isIn(file, ["cli", "node.ts"]))
      .flatMap(({ file, names }) => globals.filter((name) => names.has(name)).map((name) => `${file}: ${name}`));
    expect(against).toEqual([]);
  });

  test("no code is made from text while running", () => {
    const against = sources.filter(({ names }) => names.has("eval") || names.has("Function")).map(({ file }) => file);
    expect(against).toEqual([]);
  });
});

describe("files", () => {
  const own = sources.filter(({ file }) => !file.startsWith("generated/"));
  const sizeOf = (file: string): number => statSync(join(folder, file)).size;

  test("none is 15 kB or more", () => {
    expect(own.filter(({ file }) => sizeOf(file) >= 15_000).map(({ file }) => file)).toEqual([]);
  });

  test("those over 8 kB are known", () => {
    expect(own.map(({ file }) => file).filter((file) => sizeOf(file) > 8000)).toEqual(large);
  });

  test("every keyword has a test beside it", () => {
    const index = sources.find(({ file }) => file === "keywords/index.ts");
    const keywords = (index?.imports ?? []).filter(({ types }) => !types).map(({ to }) => posix.basename(to, ".ts"));
    expect(keywords.length).toBeGreaterThan(15);
    const untested = keywords.filter((name) => {
      const beside = testedBeside[name];
      const test = join(folder, `keywords/${beside ?? name}.test.ts`);
      return !existsSync(test) || (beside !== undefined && !readFileSync(test, "utf8").includes(`"./${name}.ts"`));
    });
    expect(untested).toEqual([]);
  });
});

describe("the repository", () => {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const files = [...new Set(listed.split("\0"))].filter((file) => file !== "" && existsSync(join(repository, file)));
  const texts = files.map((file) => ({ file, text: readFileSync(join(repository, file), "utf8") }));

  test("nothing unknown stands at its top", () => {
    const entries = new Set(files.map((file) => file.replace(/\/.*$/s, "")));
    expect([...entries].filter((entry) => !entry.startsWith(".") && !topLevel.includes(entry))).toEqual([]);
  });

  test("no file names a place on somebody's machine", () => {
    const places = ["work", "root", "home", "tmp", "Users"].join("|");
    // A web page may have such a path; only one that begins with the slash is of a machine.
    const pattern = new RegExp(`(?<![\\w.~})\\]*-])/(?:${places})/\\w[^\\s"'\`]*`, "g");
    expect(texts.flatMap(({ file, text }) => (text.match(pattern) ?? []).map((place) => `${file}: ${place}`))).toEqual(
      [],
    );
  });

  test("no file speaks of a folder that is not part of it", () => {
    const elsewhere = new RegExp(`\\b${"shared"}/`);
    expect(texts.filter(({ text }) => elsewhere.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test("the lock file names no registry", () => {
    const lock = readFileSync(join(repository, "package-lock.json"), "utf8");
    expect(lock.match(/"resolved": "\w+:\/\/[^"]*"/g) ?? []).toEqual([]);
  });
});

function roomOf(file: string): string {
  if (file.startsWith("generated/")) return file;
  return file.includes("/") ? file.replace(/\/.*$/, "") : "top";
}

/** Whether a file is one of these, or stands in one of these rooms. */
function isIn(file: string, places: readonly string[]): boolean {
  return places.some((place) => file === place || file.startsWith(`${place}/`) || roomOf(file) === place);
}

/** What the table lets a file import. */
function allowedFor(file: string, types: boolean): readonly string[] {
  const allowed = arrows[roomOf(file)] ?? "";
  return (types ? allowed.replace(/[()]/g, "") : allowed.replace(/\([^)]*\)/g, "")).split(/ +/);
}

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { BundledRuleFile } from "../src/rules/bundled.ts";
import { runTimeSource, runTimeTypes } from "./run-time.ts";
import { folder, shared } from "./shared.ts";

/** What judges many PCCOs, in this thread or in others. */
const bulk: Readonly<Record<string, string>> = { "src/cli/bulk/thread.ts": "cli-bulk" };

/** Wanted by several of the files, which share it. */
const furtherRuleSets = "src/generated/further-rule-sets.ts";

// What a check of JSON files never needs. Each becomes a file of its own: Node reads a whole file before it runs a line.
const later: Readonly<Record<string, string>> = {
  "src/document/parse.ts": "cli-parse",
  "src/cli/own-rules.ts": "cli-rule-files",
  [furtherRuleSets]: "cli-rule-sets",
  "src/cli/write-file.ts": "cli-write-file",
  "src/cli/bulk/refuse-inputs.ts": "cli-refuse-inputs",
  "src/cli/bulk/session.ts": "cli-session",
  "src/cli/bulk/fingerprint.ts": "cli-fingerprint",
  "src/report/sarif.ts": "cli-sarif",
  "src/report/junit.ts": "cli-junit",
  "src/report/github.ts": "cli-github",
  "src/report/markdown.ts": "cli-markdown",
  "src/report/impact-pretty.ts": "cli-impact-pretty",
  "src/report/impact-markdown.ts": "cli-impact-markdown",
  "src/cli/fix.ts": "cli-fix",
  "src/cli/transition.ts": "cli-transition",
  "src/cli/repair.ts": "cli-repair",
  "src/cli/watch.ts": "cli-watch",
  "src/cli/glob.ts": "cli-glob",
  "src/cli/diff.ts": "cli-diff",
  "src/cli/rule-tests.ts": "cli-rule-tests",
  "src/cli/lint.ts": "cli-lint",
  "src/cli/compile.ts": "cli-compile",
};

const loadLater: Plugin = {
  name: "load-later",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      const file = relative(folder, resolve(resolveDir, path));
      const isLater = kind === "dynamic-import" || (kind === "import-statement" && file === furtherRuleSets);
      const name = isLater ? (later[file] ?? bulk[file]) : undefined;
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true };
    });
  },
};

/** By what rule files are found and told apart: all that is asked of those that are not used. */
const heads = ["format", "ruleSet", "version", "title", "effective", "extends"];

const rulesAsText: Plugin = {
  name: "rules-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /generated\/(core|further)-rule-sets\.ts$/ }, async ({ path }) => {
      const lists: Readonly<Record<string, readonly BundledRuleFile[]>> = await import(path);
      const values = Object.entries(lists).map(
        ([name, files]) => `export const ${name} = [${files.map(ruleFileAsText).join(",\n")}];`,
      );
      return { contents: [late, ...values].join("\n"), loader: "js" };
    });
  },
};

/** JSON in a text is read several times quicker than the same as code, and only when it is asked for. */
function ruleFileAsText({ file, sha256, content, ranges }: BundledRuleFile): string {
  const [head, rest] = [true, false].map((isHead) =>
    Object.fromEntries(Object.entries(content).filter(([key]) => heads.includes(key) === isHead)),
  );
  const keys = JSON.stringify(Object.keys(rest ?? {}));
  const text = (value: unknown): string => JSON.stringify(JSON.stringify(value));
  const lateContent = `late(${JSON.stringify(head)}, ${keys}, ${text(rest)})`;
  return `late({ file: ${JSON.stringify(file)}, sha256: ${JSON.stringify(sha256)}, content: ${lateContent} }, ["ranges"], ${text({ ranges })})`;
}

const late = `function late(head, keys, text) {
  let rest;
  for (const key of keys) Object.defineProperty(head, key, { enumerable: true, get: () => (rest ??= JSON.parse(text))[key] });
  return head;
}`;

/** Beside reading a file or two, the microseconds that the tests written ahead of time save do not count. */
const withoutQuickTests: Plugin = {
  name: "without-quick-tests",
  setup({ onLoad }) {
    onLoad({ filter: /generated\/clean-tests\.js$/ }, () => ({
      contents: "export const cleanTests = {};",
      loader: "js",
    }));
  },
};

/** Its editor, which nothing here calls, makes a thousand texts as soon as it is loaded. */
const onlyScanner: Plugin = {
  name: "only-scanner",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /jsonc-parser|^\.\/impl\// }, async ({ importer, kind, path, pluginData, resolveDir }) => {
      if (pluginData === onlyScanner || !`${importer} ${path}`.includes("jsonc-parser")) return undefined;
      return { ...(await resolve(path, { importer, kind, pluginData: onlyScanner, resolveDir })), sideEffects: false };
    });
  },
};

/** PCCOs of many kinds, to check once: the code that this calls is compiled ahead of time. */
const samples = fileURLToPath(new URL("../../samples/spectrum/dates", import.meta.url));

/** Bundles the command line into a folder, as `erp-rules.cjs` and the files it loads when it needs them. */
export async function bundleCli(outdir: string): Promise<void> {
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const options: BuildOptions = {
    ...shared,
    outdir,
    outExtension: { ".js": ".cjs" },
    // CommonJS, because Node starts it without its loader for modules.
    format: "cjs",
    // What is loaded later is loaded by `require` for the same reason.
    supported: { "dynamic-import": false },
    platform: "node",
    minify: true,
    // The same code as modules, of which only what is used is taken along.
    alias: { yaml: fileURLToPath(new URL("../../node_modules/yaml/browser/dist/index.js", import.meta.url)) },
    define: {
      PRODUCT_VERSION: JSON.stringify(version),
      RUN_TIME: JSON.stringify(await runTimeSource()),
      RUN_TIME_TYPES: JSON.stringify(await runTimeTypes()),
      // A dependency asks where it stands; CommonJS has another word for it.
      "import.meta.url": "__filename",
    },
  };
  const plugins = [loadLater, rulesAsText, withoutQuickTests];
  await build({ ...options, entryPoints: { "erp-rules": "src/cli/start.ts", ...named(later) }, plugins });
  await build({ ...options, entryPoints: named(bulk), plugins: [loadLater, rulesAsText] });
  const { outputFiles } = await build({
    ...options,
    entryPoints: ["src/cli/bin.ts"],
    plugins: [loadLater, rulesAsText, onlyScanner],
    write: false,
  });
  // A function, as Node makes one of every file. Node keeps letters beyond ASCII in twice the memory.
  const code = `(function(require,__filename,__dirname){${asAscii(outputFiles[0]?.text ?? "")}})`;
  await writeFile(join(outdir, "cli-code.js"), code);
  await compile(outdir);
}

function asAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Makes `cli-code.bin` of `cli-code.js`. */
function compile(outdir: string): Promise<void> {
  const words = ["scripts/compile-cli.cjs", resolve(folder, outdir), "check", samples, "--as-of", "2026-11-05"];
  return new Promise((done, failed) => {
    const run = execFile(process.execPath, words, { cwd: folder }, (_error, _out, errors) => {
      // Some samples are blocked.
      if (run.exitCode === 1 && errors === "") done();
      else failed(new Error(`the command line that was built fails: ${errors}`));
    });
  });
}

/** Entry points by the names of the files they become. */
function named(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, name]) => [name, file]));
}

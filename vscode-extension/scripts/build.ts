import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { notices } from "./notices.ts";
import { ruleTexts } from "./rule-texts.ts";
import { translatable } from "./strings.ts";

// Bundles the extension into dist/ with all it needs from other packages. The SDK is taken from its sources, as
// tsconfig.json says.
const folder = fileURLToPath(new URL("..", import.meta.url));
const dist = `${folder}/dist`;
const { version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));

/** Leaves out helpers of a library that look for modules of npm by starting processes. The server asks for none. */
const startNoProcess: Plugin = {
  name: "start-no-process",
  setup({ onLoad }) {
    onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({ contents: "", loader: "js" }));
  },
};

const shared: BuildOptions = {
  absWorkingDir: folder,
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  mainFields: ["module", "main"],
  // The same code as modules, of which only what is used is taken along.
  alias: { yaml: fileURLToPath(new URL("../../node_modules/yaml/browser/dist/index.js", import.meta.url)) },
  plugins: [ruleTexts, startNoProcess],
  define: { PRODUCT_VERSION: JSON.stringify(version) },
  // Licences are gathered in one file.
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};
const inBrowser: BuildOptions = { platform: "browser", mainFields: ["browser", "module", "main"] };
const inVsCode: BuildOptions = { external: ["vscode"], format: "cjs" };

// One file for Node and for workers, since nearly all of it is the same: two would be a third of the package. What
// belongs to the other place is never reached.
const server: BuildOptions = {
  platform: "neutral",
  conditions: ["node", "browser"],
  external: ["node:*", ...builtinModules],
  format: "cjs",
  stdin: {
    contents: 'typeof process === "object" ? import("./src/server/node.ts") : import("./src/server/browser.ts");',
    resolveDir: folder,
  },
};

const bundles: Readonly<Record<string, BuildOptions>> = {
  "client.cjs": { ...inVsCode, platform: "node", entryPoints: ["src/client/node.ts"] },
  "client-web.cjs": { ...inBrowser, ...inVsCode, entryPoints: ["src/client/browser.ts"] },
  "server.js": server,
  "lifecycle.js": { ...inBrowser, format: "iife", entryPoints: ["src/webview/lifecycle.ts"] },
};

const results = await Promise.all(
  Object.entries(bundles).map(([name, options]) => build({ ...shared, ...options, outfile: `dist/${name}` })),
);
const metafiles = results.flatMap(({ metafile }) => metafile ?? []);

const texts: Readonly<Record<string, string>> = {
  // Node takes a module's word for what it is from the nearest such file.
  "package.json": '{ "type": "commonjs" }\n',
  "server.cjs": 'require("./server.js");\n',
  "third-party-notices.txt": await notices(metafiles, folder),
  "l10n/bundle.l10n.json": `${JSON.stringify(await translatable(`${folder}/src`), null, 2)}\n`,
};
await mkdir(`${dist}/l10n`, { recursive: true });
for (const [name, text] of Object.entries(texts)) await writeFile(`${dist}/${name}`, text);

// Removed last, so that whoever uses the files of the last build meanwhile finds them.
const made = [
  ...metafiles.flatMap(({ outputs }) => Object.keys(outputs)),
  ...Object.keys(texts).map((name) => `dist/${name}`),
];
for (const name of await readdir(dist, { recursive: true })) {
  if (!made.some((path) => path === `dist/${name}` || path.startsWith(`dist/${name}/`))) {
    await rm(`${dist}/${name}`, { recursive: true, force: true });
  }
}

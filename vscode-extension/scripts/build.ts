import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { notices } from "./notices.ts";
import { ruleTexts } from "./rule-texts.ts";
import { translatable } from "./strings.ts";

// Bundles the extension into dist/, one file for each place where it runs, with all it needs from other packages. The
// SDK is taken from its sources, as tsconfig.json says.
const folder = fileURLToPath(new URL("..", import.meta.url));

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
  mainFields: ["module", "main"],
  // The same code as modules, of which only what is used is taken along.
  alias: { yaml: fileURLToPath(new URL("../../node_modules/yaml/browser/dist/index.js", import.meta.url)) },
  plugins: [ruleTexts, startNoProcess],
  // Licences are gathered in one file.
  legalComments: "none",
  logLevel: "warning",
};
const inNode: BuildOptions = { platform: "node", format: "cjs" };
const inBrowser: BuildOptions = { platform: "browser", mainFields: ["browser", "module", "main"] };
const inVsCode: BuildOptions = { external: ["vscode"] };

const bundles: Readonly<Record<string, BuildOptions>> = {
  "client.cjs": { ...inNode, ...inVsCode, entryPoints: ["src/client/node.ts"] },
  "client-web.cjs": { ...inBrowser, ...inVsCode, format: "cjs", entryPoints: ["src/client/browser.ts"] },
  "server.cjs": { ...inNode, entryPoints: ["src/server/node.ts"] },
  "server-web.js": { ...inBrowser, format: "iife", entryPoints: ["src/server/browser.ts"] },
  "lifecycle.js": { ...inBrowser, format: "iife", entryPoints: ["src/webview/lifecycle.ts"] },
};

await rm(`${folder}/dist`, { recursive: true, force: true });
const results = await Promise.all(
  Object.entries(bundles).map(([name, options]) =>
    build({ ...shared, ...options, metafile: true, outfile: `dist/${name}` }),
  ),
);
const metafiles = results.flatMap(({ metafile }) => metafile ?? []);
await writeFile(`${folder}/dist/third-party-notices.txt`, await notices(metafiles, folder));
await mkdir(`${folder}/dist/l10n`);
await writeFile(`${folder}/dist/l10n/bundle.l10n.json`, JSON.stringify(await translatable(`${folder}/src`), null, 2));

import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const bench = new URL("../", import.meta.url);

/** Where the bundles stand: inside the peers' folder of packages, so that theirs are found first and ours after them. */
const outdir = fileURLToPath(new URL("peers/node_modules/.cache/bench/", bench));

/** In a bundle, `import.meta.url` is that of the source, which finds from there what is built. */
const placesOfSources: Plugin = {
  name: "places-of-sources",
  setup({ onLoad }) {
    onLoad({ filter: /test.bench.[^.]*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll("import.meta.url", url), loader: "ts" };
    });
  },
};

/**
 * Makes plain JavaScript of sources of this folder, so that nothing but Node stands under what is measured.
 * @param files relative to `test/bench`
 * @returns the bundle of each, by its name
 */
export async function bundled(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await build({
    entryPoints: files.map((file) => fileURLToPath(new URL(file, bench))),
    outbase: fileURLToPath(bench),
    outdir,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    plugins: [placesOfSources],
    logLevel: "warning",
  });
  return new Map(files.map((file) => [file, `${outdir}${file.replace(/\.ts$/, ".mjs")}`]));
}

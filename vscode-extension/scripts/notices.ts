import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The licences of the packages that went into bundles, one after the other.
 * @param folder where the paths of the bundles' inputs start
 * @throws when a package comes without its licence
 */
export async function notices(bundles: readonly Metafile[], folder: string): Promise<string> {
  const outputs = bundles.flatMap(({ outputs }) => Object.values(outputs));
  const inputs = outputs.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((path) => packageFolder.exec(path)?.[1] ?? []));
  const licences = await Promise.all([...folders].map((path) => licenceOf(join(folder, path))));
  return [...new Set(licences)].sort().join(`\n${"-".repeat(80)}\n\n`);
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (file === undefined) throw new Error(`${name} ${version} has no licence file`);
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}

import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sdk } from "../built.ts";
import { compare } from "../compare.ts";
import { placeIn } from "../peers/place-in.ts";
import { inFolder } from "../processes/in-folder.ts";
import { measured } from "../processes/measured.ts";
import { writePccoFolders } from "../processes/pcco-folders.ts";
import { bundled } from "../race/bundle.ts";
import type { Table } from "../table.ts";

const at = (place: string): string => fileURLToPath(new URL(place, import.meta.url));
const count = 10_000;

/** A folder of files, against Spectral's command line. */
export async function folders(): Promise<Table> {
  const ruleset = "peers/spectral-folder.ts";
  const bundle = (await bundled([ruleset])).get(ruleset) ?? "";
  const { ours, spectral, faults } = await inFolder((folder) => {
    const pccos = join(folder, "pccos");
    mkdirSync(pccos);
    writePccoFolders(pccos, count);
    const [oursFile, theirsFile] = [join(folder, "ours.json"), join(folder, "theirs.json")];
    const check = ["check", pccos, "--rules", at("../ten-rules/rules.yaml"), "--format", "json", "--output", oursFile];
    const ours = measured([`${sdk}bin/erp-rules.cjs`, ...check], { folder, exitCode: 1 });
    const lint = ["lint", `${pccos}/*/*.pcco.{json,yaml}`, "--ruleset", bundle];
    const output = ["--format", "json", "--output", theirsFile, "--quiet", "--ignore-unknown-format"];
    const cli = at("../peers/node_modules/@stoplight/spectral-cli/dist/index.js");
    const spectral = measured([cli, ...lint, ...output], { folder, exitCode: 0 });
    const found = oursFound(oursFile);
    const theirs: readonly { readonly code: string; readonly path: string[]; readonly source: string }[] = JSON.parse(
      readFileSync(theirsFile, "utf8"),
    );
    const other = theirs.map(({ code, path, source }) => `${basename(source)} ${placeIn(code, path)}`).sort();
    const first = found.findIndex((words, index) => words !== other[index]);
    if (first >= 0 || found.length !== other.length)
      throw new Error(`we find ${found[first]}, Spectral ${other[first]}`);
    return { ours, spectral, faults: found.length };
  });
  return {
    title: `${count.toLocaleString("en")} files in folders`,
    about:
      "`erp-rules check FOLDER` against Spectral's command line, files of one PCCO of ten lines, JSON and YAML in turn, the ten rules as in the " +
      `first table; one run, ours = 1. Both find the same ${faults.toLocaleString("en")} faults.`,
    columns: ["Processor time", "Wall time"],
    rows: [
      {
        label: "spectral-cli 6",
        cells: [
          {
            key: "folders/processor",
            ratio: compare([spectral.processor], [ours.processor]),
            tellsOfOurs: true,
            target: { least: 50 },
          },
          {
            key: "folders/wall",
            ratio: compare([spectral.wall], [ours.wall]),
            tellsOfOurs: true,
            target: { least: 50 },
          },
        ],
      },
    ],
  };
}

function oursFound(file: string): readonly string[] {
  const report: {
    readonly documents: readonly {
      readonly file: string;
      readonly findings: readonly { readonly ruleId: string; readonly path: string }[];
    }[];
  } = JSON.parse(readFileSync(file, "utf8"));
  return report.documents
    .flatMap(({ file: name, findings }) => findings.map(({ ruleId, path }) => `${basename(name)} ${ruleId} ${path}`))
    .sort();
}

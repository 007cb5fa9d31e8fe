import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "./command.ts";
import { CommandError, OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { reasonOf } from "./reason-of.ts";
import { starter } from "./starter.ts";

/** `erp-rules init`. */
export const init: Command = {
  options: {},
  help: `Usage: erp-rules init [FOLDER]

Writes a starter folder: a PCCO, the context it is judged against, a rule set of your own that builds on the
one for Spectrum, and its tests. Nothing that is there already is touched. Default: a new folder erp-rules.`,
  async run(typed, terminal) {
    noMore(typed.positionals, 1, "init");
    const [folder = "erp-rules"] = typed.positionals;
    const there = await readdir(folder).catch((): string[] => []);
    const taken = Object.keys(starter).filter((name) => there.includes(name.split("/")[0] ?? name));
    if (taken.length > 0)
      throw new CommandError(`${folder} has ${taken.join(", ")} already; nothing was written. Name another folder.`);
    try {
      for (const [name, text] of Object.entries(starter)) {
        await makeFolder(dirname(join(folder, name)));
        await writeFile(join(folder, name), text, { flag: "wx" });
      }
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(`${folder} can't be written: ${reasonOf(error)}.`);
    }
    await terminal.out(
      `Wrote ${Object.keys(starter)
        .map((name) => join(folder, name))
        .join(
          ", ",
        )}.\n\nNext: npx erp-rules check ${folder}\nWith your own rules: npx erp-rules check ${folder} --rules ${join(folder, "rules/company.yaml")}\nTheir tests: npx erp-rules test ${folder}\n`,
    );
    return OK;
  },
};

/**
 * Makes a folder and those that it is in. Node's own way of that never ends where a folder is there but refuses every new
 * one as missing, as those of /proc and of some network drives do.
 * @throws {CommandError} when one can't be made
 */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  try {
    await mkdir(path);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new CommandError(
      `${path} can't be made: ${isMissing ? "the folder that it is in takes no new ones" : reasonOf(error)}.`,
    );
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

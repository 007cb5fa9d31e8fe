import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundledRuleFiles } from "../../sdk/src/generated/rule-sets.ts";
import { loadSource } from "../../sdk/src/load.ts";
import { libraryWith, loadRuleText } from "../../sdk/src/load-text.ts";
import { findFiles, samplesFolder } from "../support/samples.ts";
import { readBook, readShipped } from "./naive/book.ts";
import { type Subject, subjectOf } from "./subject.ts";

const library = libraryWith([]);

/** Every version that ships: the engine with the quick tests that ship, and the interpreter's own reading of the file. */
export const shipped: ReadonlyMap<string, Subject> = new Map(
  bundledRuleFiles.map(({ content: { ruleSet, version } }) => {
    const name = `${ruleSet}@${version}`;
    const engine = loadSource(library.find(name), library);
    return [name, subjectOf(readShipped(name), engine.definition, engine)];
  }),
);

/** The rule sets of companies that stand among the samples, by path. */
export const companies: ReadonlyMap<string, Subject> = new Map(
  await Promise.all(
    findFiles(/\.ya?ml$/)
      .filter((path) => path.includes("/rules/") && !path.includes(".test."))
      .map(async (path) => {
        const text = readFileSync(join(samplesFolder, path), "utf8");
        const { definition } = await loadRuleText({ text, file: path });
        return [path, subjectOf(readBook(text), definition)] as const;
      }),
  ),
);

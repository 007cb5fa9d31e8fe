import { loadSource } from "../load.ts";
import { bundledLibrary } from "../load-shipped.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { oneOf, text } from "./options.ts";

/** `erp-rules list`. */
export const list: Command = {
  options: { format: { type: "string" }, output: { type: "string" } },
  help: `Usage: erp-rules list [--format pretty|json] [--output FILE]

Lists the rule sets that ship, their versions, and since when each is in force.`,
  async run(typed, terminal) {
    noMore(typed.positionals, 0, "list");
    const format = oneOf(typed, "format", ["pretty", "json"], "pretty");
    const library = await bundledLibrary();
    const sets = library.files.map((file) => {
      const { reference, ruleIds, definition } = loadSource(file, library);
      const off = definition.rules.length - ruleIds.length;
      return { ...reference, title: definition.title, effective: definition.effective, rules: ruleIds.length, off };
    });
    const destination = destinationOf(text(typed, "output"), terminal);
    const width = Math.max(...sets.map(({ id, version }) => `${id}@${version}`.length));
    const lines = sets.map(
      ({ id, version, effective, rules, off, title }) =>
        `${`${id}@${version}`.padEnd(width)}  from ${effective.from}  ${rules} rules${off > 0 ? ` (and ${off} off)` : ""}  ${title}`,
    );
    await destination.write(format === "json" ? `${JSON.stringify(sets, null, 2)}\n` : `${lines.join("\n")}\n`);
    await destination.end();
    return OK;
  },
};

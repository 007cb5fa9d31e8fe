import { mermaid } from "../report/mermaid.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { clock, text } from "./options.ts";
import { chooseRules, mustHaveEvents } from "./rule-choice.ts";

/** `erp-rules graph`. */
export const graph: Command = {
  options: { rules: { type: "string" }, "as-of": { type: "string" }, output: { type: "string" } },
  help: `Usage: erp-rules graph [--rules ID@RANGE|FILE] [--as-of DATE] [--output FILE]

Prints the life cycle of a rule set as a Mermaid state diagram, ready for Markdown.`,
  async run(typed, terminal) {
    noMore(typed.positionals, 0, "graph");
    const { preset } = await chooseRules(text(typed, "rules"), clock(typed).asOf);
    mustHaveEvents(preset);
    const destination = destinationOf(text(typed, "output"), terminal);
    await destination.write(mermaid(preset.definition));
    await destination.end();
    return OK;
  },
};
